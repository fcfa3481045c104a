import type { AgencyCode } from '../../../schemas/codes/agency-code.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';

/** A unit that decided a dossier until a day (`YYYY-MM-DD`), when its successor took over. */
export interface HeldBefore {
  readonly unit: AgencyCode;
  readonly until: string;
}

/** The units that decided a dossier before the current one, oldest first. */
export function heldBefore({ transfers }: Pick<DossierHead, 'transfers'>): HeldBefore[] {
  return transfers.flatMap(({ competent, from, at }) =>
    competent ? [{ unit: from, until: at.slice(0, 'YYYY-MM-DD'.length) }] : [],
  );
}

/**
 * The clock of a dossier's promised date. A promised date stays counted by the days of the unit that promised it,
 * even after a successor takes over. Once the date is recalculated under another calendar, each unit's own days off
 * count for the time it had the dossier.
 */
export function promiseClock<C>(
  clockOf: (unit: AgencyCode, before?: readonly HeldBefore[]) => C,
  head: Pick<DossierHead, 'competentUnit' | 'promisedBy' | 'transfers'>,
): C {
  return head.promisedBy === null ? clockOf(head.competentUnit, heldBefore(head)) : clockOf(head.promisedBy);
}
