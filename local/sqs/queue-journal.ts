import * as z from 'zod';
import { type Journal, openJournal } from '../host/journal.ts';
import type { HostLog } from '../host/log.ts';
import { StoredMessage } from './message.ts';

const JournalRecord = z.union([
  z.object({ put: StoredMessage }),
  z.object({ hid: z.string(), until: z.number(), count: z.int(), first: z.number() }),
  z.object({ shows: z.string(), at: z.number() }),
  z.object({ gone: z.string() }),
  z.object({ purged: z.literal(true) }),
]);
export type JournalRecord = z.infer<typeof JournalRecord>;

/** The journal is rewritten when it has grown over this and over four times what it held after the last rewriting. */
const COMPACT_FROM_BYTES = 1_000_000;

/** The messages of a queue, as its file tells them. */
export class QueueJournal {
  readonly messages = new Map<string, StoredMessage>();
  readonly #journal: Journal;
  #compactAt = COMPACT_FROM_BYTES;

  constructor(path: string, log: HostLog) {
    const replay = (record: unknown) => this.#apply(JournalRecord.parse(record));
    this.#journal = openJournal({ path, log, replay });
  }

  /** What a record says is in `messages` only after it was written: so the journal is made smaller before a record, never after it. */
  write(record: JournalRecord): void {
    if (this.#journal.size() >= this.#compactAt) {
      this.#journal.rewrite([...this.messages.values()].map(put => ({ put })));
      this.#compactAt = Math.max(COMPACT_FROM_BYTES, 4 * this.#journal.size());
    }
    this.#journal.append(record);
    this.#apply(record);
  }

  close(): void {
    this.#journal.close();
  }

  #apply(record: JournalRecord): void {
    if ('put' in record) this.messages.set(record.put.id, record.put);
    else if ('gone' in record) this.messages.delete(record.gone);
    else if ('purged' in record) this.messages.clear();
    else if ('hid' in record)
      this.#change(record.hid, {
        visibleAt: record.until,
        receiveCount: record.count,
        firstReceivedAt: record.first,
      });
    else this.#change(record.shows, { visibleAt: record.at });
  }

  #change(id: string, changes: Partial<StoredMessage>): void {
    const message = this.messages.get(id);
    if (message) this.messages.set(id, { ...message, ...changes });
  }
}
