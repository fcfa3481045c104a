import { access, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { isMissing, makeFolder, namesIn, syncFolder, writeDurably } from './disk.ts';
import { type ObjectEvent, objectEvent } from './records.ts';

/** How to tell, after a crash, whether a change took place: its witness file is there, or is gone. */
export interface Witness {
  /** A path relative to the store's folder. */
  readonly path: string;
  readonly expected: 'present' | 'absent';
}

/** An event written down before its change is made. */
export interface PendingEvent {
  /** The change is durable: tell the host. */
  announce(): Promise<void>;
  /** The change did not happen: forget the event. */
  withdraw(): Promise<void>;
}

/**
 * Events on their way to the host. Each is on disk before its change commits and until the host has been told, so that
 * a crash in between loses none; it may be told twice, as S3's notifications may.
 */
export interface Outbox {
  prepare(event: ObjectEvent, witness: Witness): Promise<PendingEvent>;
  /** Tells the host what a crash kept from it, in order; to be called once, at opening. */
  recover(): Promise<void>;
}

const entry = z.strictObject({
  event: objectEvent,
  witness: z.strictObject({ path: z.string(), expected: z.enum(['present', 'absent']) }),
});

export async function openOutbox(
  folder: string,
  announce: (event: ObjectEvent) => void | Promise<void>,
): Promise<Outbox> {
  const outbox = join(folder, 'outbox');
  await makeFolder(outbox);
  const pending = (path: string, event: ObjectEvent): PendingEvent => ({
    async announce() {
      try {
        await announce(event);
      } catch (error) {
        // The change is made and must be acknowledged; the entry stays, to be told at the next opening.
        console.error(
          `S3's event of ${event.bucket}/${event.key} was not taken; it stays in ${path}:`,
          error,
        );
        return;
      }
      await rm(path, { force: true });
    },
    withdraw: () => rm(path, { force: true }),
  });
  const tookPlace = async ({ path, expected }: Witness) => {
    const present = await access(join(folder, path)).then(
      () => true,
      (error: unknown) => {
        if (isMissing(error)) return false;
        throw error;
      },
    );
    return present === (expected === 'present');
  };
  return {
    async prepare(event, witness) {
      const path = join(outbox, `${event.sequencer}.json`);
      await writeDurably(path, JSON.stringify({ event, witness }));
      await syncFolder(outbox);
      return pending(path, event);
    },
    async recover() {
      for (const name of (await namesIn(outbox)).sort()) {
        const path = join(outbox, name);
        const text = await readFile(path, 'utf8');
        // A torn entry was never followed by its change, which waits for the entry to be durable.
        const { success, data } = entry.safeParse(parseJson(text));
        if (success && (await tookPlace(data.witness))) await pending(path, data.event).announce();
        else await rm(path, { force: true });
      }
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
