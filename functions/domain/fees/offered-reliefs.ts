import type { Fee } from '../../../schemas/catalogue/fee.ts';
import type { FeeRelief, FeeReliefs } from '../../../schemas/money/fee-relief.ts';
import { linesOf } from './fee-lines.ts';
import { fits, inForce, type RelievedProcedure, reliefLaw } from './reliefs.ts';

/** A relief that may be claimed, by the law under which it stands that day. */
export interface OfferedRelief extends Pick<FeeRelief, 'relief' | 'name' | 'ground' | 'until'> {
  readonly evidence: FeeReliefs['evidence'];
}

/** The reliefs in force on a day that are meant for some line of a fee, whatever case is chosen. */
export function offeredReliefs(
  fee: Fee | null,
  procedure: RelievedProcedure,
  day: string,
  law: FeeReliefs = reliefLaw,
): readonly OfferedRelief[] {
  const lines = fee === null ? [] : linesOf(fee);
  return law.reliefs.flatMap(relief => {
    const found = inForce(relief, day);
    if (!found || !lines.some(line => fits(relief, procedure, line))) return [];
    const evidence = law.evidence.filter(({ kind }) => relief.evidence.includes(kind));
    return [
      { relief: relief.relief, name: relief.name, ground: found.ground, until: relief.until, evidence },
    ];
  });
}
