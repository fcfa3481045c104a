import limits from '../../../law/handling-limits.json' with { type: 'json' };
import type { Limit } from '../../../schemas/calendar.ts';
import { limit } from '../../../schemas/calendar.ts';
import { lawInForce } from '../law-in-force.ts';

/** Limits that the law sets for every dossier, whatever its procedure. */
export interface HandlingLimits {
  /** To accept, decline or ask for a supplement: 8 working hours (NĐ 45/2020/NĐ-CP). */
  readonly reception: Limit;
  readonly supplementRequestsPerStage: number;
  /** By how many times the procedure's own limit a promised date may move at most. */
  readonly extensionLongest: { readonly timesTheLimit: number };
  /** How long the signer of an apology has. */
  readonly apologySigning: Limit;
  /** How long the registry clerk has to number and seal a signed result. */
  readonly registrySealing: Limit;
}

/** The limits in force on the day a dossier was submitted (`YYYY-MM-DD`). */
export function handlingLimitsOn(date: string): HandlingLimits {
  const version = lawInForce(limits.versions, date, 'handling-limits.json');
  return {
    reception: limit.parse(version.reception),
    supplementRequestsPerStage: version.supplementRequestsPerStage,
    extensionLongest: version.extensionLongest,
    apologySigning: limit.parse(version.apologySigning),
    registrySealing: limit.parse(version.registrySealing),
  };
}
