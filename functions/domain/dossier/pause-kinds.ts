import pauses from '../../../law/pauses.json' with { type: 'json' };
import { type Limit, limit } from '../../../schemas/calendar.ts';
import type { Words } from '../../../schemas/words.ts';

/** A ground for pausing the legal clock, as in law/pauses.json. */
export interface PauseKind {
  readonly kind: string;
  readonly name: Words;
  /** What opens the pause, and what ends it. */
  readonly document: Words;
  readonly endedBy: Words;
  /** How long it may last before the unit is reminded. */
  readonly limit: Limit;
  readonly effect: 'resume' | 'restart';
  readonly handling: 'processing' | 'awaitingPayment';
}

type Entry = (typeof pauses.versions)[number]['kinds'][number];

/** The grounds an officer may give for a pause, in force for a dossier submitted on a day (`YYYY-MM-DD`). */
export function pauseKindsOn(date: string): readonly PauseKind[] {
  const version = pauses.versions.findLast(({ from }) => from <= date);
  return (version?.kinds ?? []).filter(entry => entry.decision === 'pause').map(kindOf);
}

/** Every ground a workflow may name, in any version. */
export function pauseGrounds(): readonly string[] {
  return [...new Set(pauses.versions.flatMap(({ from }) => pauseKindsOn(from).map(({ kind }) => kind)))];
}

/** The name of a ground, from any version; undefined if unknown. */
export function pauseName(kind: string): Words | undefined {
  return pauses.versions.flatMap(({ kinds }) => kinds).findLast(entry => entry.kind === kind)?.name;
}

function kindOf(entry: Entry): PauseKind {
  return {
    ...entry,
    limit: limit.parse(entry.limit),
    effect: entry.effect === 'restart' ? 'restart' : 'resume',
    handling: entry.handling === 'awaitingPayment' ? 'awaitingPayment' : 'processing',
  };
}
