import type { ToldToApplicant } from '../../../schemas/api/told-to-applicant.ts';
import type { EventData, LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { standingRequest } from './standing-request.ts';

type DataOf<T extends EventData['type']> = Extract<EventData, { type: T }>;

/** The last entry of the given kinds, with its data. */
function last<T extends EventData['type']>(events: readonly LedgerEvent[], ...types: readonly T[]) {
  const named = new Set<EventData['type']>(types);
  const event = events.findLast(({ data }) => named.has(data.type));
  // Found by the type of its data just above.
  return event && { at: event.at, data: event.data as DataOf<T> };
}

/**
 * What an applicant asks first when their dossier is stuck or has ended: what is required of them, why it was
 * declined or stopped, what was decided. All of it is told to the applicant anyway (see `audiences`), so it is the
 * same for everyone who may read the dossier.
 */
export function toldToApplicant(
  { handling }: Pick<DossierHead, 'handling'>,
  events: readonly LedgerEvent[],
): ToldToApplicant {
  return {
    supplementWanted: supplementWanted(events),
    ending: ending(handling, events),
    decision: decision(events),
  };
}

function supplementWanted(events: readonly LedgerEvent[]): ToldToApplicant['supplementWanted'] {
  const asked = standingRequest(events);
  if (!asked) return null;
  const { askedAt, stage, reason, items, components = [], clock } = asked;
  return { askedAt, stage, reason, items, components, clock };
}

function ending(
  handling: DossierHead['handling'],
  events: readonly LedgerEvent[],
): ToldToApplicant['ending'] {
  if (handling !== 'declined' && handling !== 'stopped' && handling !== 'withdrawn') return null;
  const ended = last(events, 'declined', 'stopped', 'withdrawn');
  return ended ? { how: handling, at: ended.at, reason: ended.data.reason } : null;
}

function decision(events: readonly LedgerEvent[]): ToldToApplicant['decision'] {
  const decided = last(events, 'decided');
  if (!decided) return null;
  const { outcome, text, resultFile } = decided.data;
  return { outcome, at: decided.at, text: resultFile === null ? text : null };
}
