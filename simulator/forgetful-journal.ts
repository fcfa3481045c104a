import { type Journal, JournalCorrupt } from '../local/step-functions/journal/journal.ts';

/** A turn that follows on another, as the engine writes it. */
const FOLLOWING = /^\{"kind":"turn","execution":\d+,"before":(\d+),/;

/**
 * A journal in memory that keeps the first and the last turn of each execution, which is all that the engine reads of it while it runs.
 * Histories of executions cannot be read from it, and nothing can be taken up from it.
 */
export function forgetfulJournal(): Journal {
  const records = new Map<number, string>();
  let end = 0;
  return {
    append(json) {
      const place = end++;
      if (json.startsWith('{"kind":"announced"')) return place;
      records.set(place, json);
      const before = Number(FOLLOWING.exec(json)?.[1] ?? -1);
      if (FOLLOWING.test(records.get(before) ?? '')) records.delete(before);
      return place;
    },
    committed: () => Promise.resolve(),
    read(place) {
      const json = records.get(place);
      if (json === undefined) throw new JournalCorrupt(`The journal has forgotten record ${place}.`);
      return json;
    },
    replay: () => undefined,
    start: 0,
    oldestPart: () => undefined,
    dropOldestPart: () => undefined,
    get end() {
      return end;
    },
    failure: undefined,
    close: () => Promise.resolve(),
  };
}
