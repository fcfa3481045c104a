import type { EventData, LedgerEvent } from '../../../schemas/dossier/event.ts';

/** The events that answer or supersede a request for a supplement. */
const ENDS_REQUEST: ReadonlySet<EventData['type']> = new Set([
  'supplementRequested',
  'supplemented',
  'withdrawn',
  'stopped',
  'declined',
]);

/**
 * The open request for a supplement and its time; undefined once the supplement came, or the dossier ended without
 * it.
 */
export function standingRequest(events: readonly LedgerEvent[]) {
  const last = events.findLast(({ data }) => ENDS_REQUEST.has(data.type));
  return last?.data.type === 'supplementRequested' ? { askedAt: last.at, ...last.data } : undefined;
}
