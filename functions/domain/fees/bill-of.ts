import type { Fee } from '../../../schemas/catalogue/fee.ts';
import type { Bill } from '../../../schemas/money/bill.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import type { ClaimedRelief, FeeReliefs } from '../../../schemas/money/fee-relief.ts';
import type { FieldFault } from '../../../schemas/wording/field-faults.ts';
import { type GrantedRelief, grantedReliefs } from './claims.ts';
import { type FullLine, fullAmounts } from './full-amounts.ts';
import { fits, type RelievedProcedure, reliefLaw, takenOff } from './reliefs.ts';

/** What a bill is made from. Pointers of its faults are those of the decision `accept`. */
export interface BillQuestion {
  readonly fee: Fee | null;
  readonly procedure: RelievedProcedure;
  /** The day by whose law it is relieved (`YYYY-MM-DD`). */
  readonly on: string;
  readonly chosenCase?: string | undefined;
  /** How many pages, copies …, by the code of the line. */
  readonly counts?: Readonly<Record<string, number>> | undefined;
  readonly reliefs?: readonly ClaimedRelief[] | undefined;
}

export type Billed = { readonly bill: Bill } | { readonly faults: readonly FieldFault[] };

/**
 * The bill of a dossier, or everything that stands against it. Of several reliefs of a line only the highest applies
 * (NQ 66.22/2026/NQ-CP Đ5 k2), in whatever order they are claimed.
 */
export function billOf(question: BillQuestion, law: FeeReliefs = reliefLaw): Billed {
  const { chosenCase, procedure, on, reliefs = [] } = question;
  const { lines, faults } = fullAmounts(question);
  const claims = grantedReliefs(reliefs, on, law);
  const unfit = claims.granted
    .filter(({ relief }) => !lines.some(({ line }) => fits(relief, procedure, line)))
    .map(({ relief }) => ({
      pointer: `/reliefs/${reliefs.findIndex(claim => claim.relief === relief.relief)}/relief`,
      message: DOES_NOT_FIT,
    }));
  // Whether a relief fits is known only where the lines are.
  const found = [...faults, ...claims.faults, ...(faults.length === 0 ? unfit : [])];
  if (found.length > 0) return { faults: found };
  const billed = lines.map(line => relieved(line, procedure, claims.granted));
  const total = (of: 'full' | 'relief' | 'due') => toDong(billed.reduce((sum, line) => sum + line[of], 0));
  return {
    bill: {
      lines: billed,
      ...(chosenCase !== undefined && { case: chosenCase }),
      full: total('full'),
      relieved: total('relief'),
      due: total('due'),
    },
  };
}

function relieved(
  { line, count, full }: FullLine,
  procedure: RelievedProcedure,
  granted: readonly GrantedRelief[],
): Bill['lines'][number] {
  const [best] = granted
    .filter(({ relief }) => fits(relief, procedure, line))
    .map(({ relief, effect, ground }) => ({ code: relief.relief, ground, amount: takenOff(effect, full) }))
    // Of equal ones the first by its code, so that the ground does not depend on the order either.
    .sort((one, other) => other.amount - one.amount || (one.code < other.code ? -1 : 1));
  const relief = best?.amount ?? 0;
  const { code, name, sort } = line;
  return {
    ...{ code, name, sort },
    ...(count !== undefined && { count }),
    full: toDong(full),
    relief: toDong(relief),
    ground: best && relief > 0 ? best.ground : null,
    due: toDong(full - relief),
  };
}

const DOES_NOT_FIT = {
  vi: 'không áp dụng cho khoản thu nào của hồ sơ này',
  en: 'is meant for no line of this dossier',
};
