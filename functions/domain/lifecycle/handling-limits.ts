import limits from '../../../law/handling-limits.json' with { type: 'json' };
import type { Limit } from '../../../schemas/calendar.ts';
import { limit } from '../../../schemas/calendar.ts';

/** Limits that the law sets for every dossier, whatever its procedure. */
export interface HandlingLimits {
  /** To accept, decline or ask for a supplement: 8 working hours (NĐ 45/2020/NĐ-CP). */
  readonly reception: Limit;
  readonly supplementRequestsPerStage: number;
  /** By how many times the procedure's own limit a promised date may move at the most. */
  readonly extensionLongest: { readonly timesTheLimit: number };
  /** How long the signer of an apology has. */
  readonly apologySigning: Limit;
}

/** The limits in force on the day a dossier was submitted (`YYYY-MM-DD`). */
export function handlingLimitsOn(date: string): HandlingLimits {
  const version = limits.versions.findLast(({ from }) => from <= date);
  if (!version)
    throw new RangeError(
      `No handling limits are recorded for ${date}: law/handling-limits.json begins later.`,
    );
  return {
    reception: limit.parse(version.reception),
    supplementRequestsPerStage: version.supplementRequestsPerStage,
    extensionLongest: version.extensionLongest,
    apologySigning: limit.parse(version.apologySigning),
  };
}
