import type { EventData, LedgerEvent } from '../../../schemas/dossier/event.ts';

/** What a request for a supplement is answered or overtaken by. */
const ENDS_REQUEST: ReadonlySet<EventData['type']> = new Set([
  'supplementRequested',
  'supplemented',
  'withdrawn',
  'stopped',
  'declined',
]);

/** The supplement that is asked for now, and when it was; undefined once it came, or the dossier ended without it. */
export function standingRequest(events: readonly LedgerEvent[]) {
  const last = events.findLast(({ data }) => ENDS_REQUEST.has(data.type));
  return last?.data.type === 'supplementRequested' ? { askedAt: last.at, ...last.data } : undefined;
}
