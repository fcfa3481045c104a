import type { EventData, LedgerEvent } from '../../../schemas/dossier/event.ts';

type DataOf<T extends EventData['type']> = Extract<EventData, { type: T }>;

/** What an event of a kind says. A form is made only for the events that the law calls it for. */
export function dataOf<T extends EventData['type']>({ data, seq, dossier }: LedgerEvent, type: T): DataOf<T> {
  if (data.type !== type) throw new TypeError(`${dossier}: entry ${seq} is ${data.type}, not ${type}`);
  // Found by its type just above.
  return data as DataOf<T>;
}
