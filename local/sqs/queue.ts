import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { HostClock } from '../host/clock.ts';
import { openJournal } from '../host/journal.ts';
import type { HostLog } from '../host/log.ts';
import { type MessageAttribute, StoredMessage } from './message.ts';

/** What a queue is set to; seconds where AWS has seconds. */
export interface QueueSettings {
  readonly name: string;
  readonly arn: string;
  readonly visibilityTimeout: number;
  readonly delaySeconds: number;
  readonly retentionSeconds: number;
  readonly waitSeconds: number;
  /** Bytes of body and attributes. */
  readonly longestMessage: number;
  readonly redrive: { readonly deadLetterArn: string; readonly maxReceiveCount: number } | undefined;
}

export interface NewMessage {
  readonly body: string;
  readonly attributes?: Readonly<Record<string, MessageAttribute>>;
  readonly delaySeconds?: number | undefined;
  readonly deadLetterSourceArn?: string | undefined;
  readonly traceHeader?: string | undefined;
}

/** A durable standard queue: at least once, in no promised order (in practice the order of arrival). */
export interface Queue {
  readonly settings: QueueSettings;
  send(message: NewMessage): StoredMessage;
  /** Messages visible now, hidden from others for `visibilitySeconds`. A held message stays hidden until released or deleted. */
  receive(asked: { max: number; visibilitySeconds?: number | undefined; held?: boolean }): StoredMessage[];
  /** Whether the message was there. */
  remove(id: string): boolean;
  /** Makes a hidden message visible after so many seconds; false when it is gone or not hidden. */
  changeVisibility(id: string, seconds: number): boolean;
  /** Ends the hold of a received message: it comes back when its visibility timeout is over. */
  release(id: string): void;
  purge(): void;
  counts(): { visible: number; hidden: number; delayed: number };
  /** Calls back whenever a message has become visible. Returns what ends that. */
  onVisible(listener: () => void): () => void;
  close(): void;
}

const JournalRecord = z.union([
  z.object({ put: StoredMessage }),
  z.object({ hid: z.string(), until: z.number(), count: z.int(), first: z.number() }),
  z.object({ shows: z.string(), at: z.number() }),
  z.object({ gone: z.string() }),
  z.object({ purged: z.literal(true) }),
]);

/** The journal is rewritten when it has grown over this and over four times what it held after the last rewriting. */
const COMPACT_FROM_BYTES = 1_000_000;

/** Opens a queue from its journal. `deadLetter` takes the messages that were received too often. */
export function openQueue(deps: {
  settings: QueueSettings;
  path: string;
  clock: HostClock;
  log: HostLog;
  deadLetter: (arn: string, message: NewMessage) => boolean;
}): Queue {
  const { settings, clock } = deps;
  const messages = new Map<string, StoredMessage>();
  const visible = new Set<string>();
  /** What cancels the timer that shows a hidden message. */
  const timers = new Map<string, () => void>();
  const listeners = new Set<() => void>();
  const journal = openJournal({
    path: deps.path,
    log: deps.log,
    replay: record => replay(messages, JournalRecord.parse(record)),
  });
  let compactAt = COMPACT_FROM_BYTES;

  /** What a record says is in `messages` only after it was written: so the journal is made smaller before a record, never after it. */
  const write = (record: z.infer<typeof JournalRecord>) => {
    if (journal.size() >= compactAt) {
      journal.rewrite([...messages.values()].map(put => ({ put })));
      compactAt = Math.max(COMPACT_FROM_BYTES, 4 * journal.size());
    }
    journal.append(record);
  };
  const show = (id: string) => {
    timers.delete(id);
    visible.add(id);
    for (const listener of listeners) listener();
  };
  const place = (message: StoredMessage) => {
    timers.get(message.id)?.();
    timers.delete(message.id);
    if (message.visibleAt <= clock.now()) show(message.id);
    else {
      visible.delete(message.id);
      timers.set(
        message.id,
        clock.at(message.visibleAt, () => show(message.id)),
      );
    }
  };
  const forget = (id: string) => {
    timers.get(id)?.();
    timers.delete(id);
    visible.delete(id);
    messages.delete(id);
  };
  const remove = (id: string) => {
    if (!messages.has(id)) return false;
    write({ gone: id });
    forget(id);
    return true;
  };
  // Days on which the host was down do not count: nobody could have fetched the message then.
  const openedAt = clock.now();
  const expired = (message: StoredMessage) =>
    Math.max(message.sentAt, openedAt) + settings.retentionSeconds * 1000 <= clock.now();
  const spent = (message: StoredMessage) => {
    if (!settings.redrive || message.receiveCount < settings.redrive.maxReceiveCount) return false;
    const { body, attributes, traceHeader } = message;
    const moved = deps.deadLetter(settings.redrive.deadLetterArn, {
      body,
      attributes,
      traceHeader,
      deadLetterSourceArn: settings.arn,
    });
    if (!moved)
      deps.log.warn(
        `The queue ${settings.name} has no dead-letter queue ${settings.redrive.deadLetterArn}: the message stays.`,
      );
    return moved;
  };

  for (const message of [...messages.values()]) place(message);

  return {
    settings,
    send({ body, attributes = {}, delaySeconds = settings.delaySeconds, deadLetterSourceArn, traceHeader }) {
      const sentAt = clock.now();
      const message: StoredMessage = {
        id: randomUUID(),
        body,
        attributes: { ...attributes },
        sentAt,
        visibleAt: sentAt + delaySeconds * 1000,
        receiveCount: 0,
        ...(deadLetterSourceArn === undefined ? {} : { deadLetterSourceArn }),
        ...(traceHeader === undefined ? {} : { traceHeader }),
      };
      write({ put: message });
      messages.set(message.id, message);
      place(message);
      return message;
    },
    receive({ max, visibilitySeconds = settings.visibilityTimeout, held = false }) {
      const received: StoredMessage[] = [];
      for (const id of visible) {
        if (received.length >= max) break;
        const message = messages.get(id);
        if (!message || expired(message) || spent(message)) {
          remove(id);
          continue;
        }
        const until = clock.now() + visibilitySeconds * 1000;
        const next = {
          ...message,
          visibleAt: until,
          receiveCount: message.receiveCount + 1,
          firstReceivedAt: message.firstReceivedAt ?? clock.now(),
        };
        write({ hid: id, until, count: next.receiveCount, first: next.firstReceivedAt });
        messages.set(id, next);
        visible.delete(id);
        if (!held) place(next);
        received.push(next);
      }
      return received;
    },
    remove,
    changeVisibility(id, seconds) {
      const message = messages.get(id);
      if (!message || visible.has(id)) return false;
      const next = { ...message, visibleAt: clock.now() + seconds * 1000 };
      write({ shows: id, at: next.visibleAt });
      messages.set(id, next);
      place(next);
      return true;
    },
    release(id) {
      const message = messages.get(id);
      if (message) place(message);
    },
    purge() {
      write({ purged: true });
      for (const id of [...messages.keys()]) forget(id);
    },
    counts() {
      const hidden = [...messages.values()].filter(message => !visible.has(message.id));
      const delayed = hidden.filter(message => message.receiveCount === 0).length;
      return { visible: visible.size, hidden: hidden.length - delayed, delayed };
    },
    onVisible(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      for (const cancel of timers.values()) cancel();
      timers.clear();
      listeners.clear();
      journal.close();
    },
  };
}

function replay(messages: Map<string, StoredMessage>, record: z.infer<typeof JournalRecord>): void {
  if ('put' in record) messages.set(record.put.id, record.put);
  else if ('gone' in record) messages.delete(record.gone);
  else if ('purged' in record) messages.clear();
  else if ('hid' in record) {
    const message = messages.get(record.hid);
    if (message)
      messages.set(record.hid, {
        ...message,
        visibleAt: record.until,
        receiveCount: record.count,
        firstReceivedAt: record.first,
      });
  } else {
    const message = messages.get(record.shows);
    if (message) messages.set(record.shows, { ...message, visibleAt: record.at });
  }
}
