import * as z from 'zod';
import { dong } from './dong.ts';
import { feeCode, feeSort } from './fee-code.ts';

/** What one line of a bill costs: `due` is `full` less `relief`, and `ground` is the law of the relief. */
export const billLine = z
  .strictObject({
    code: feeCode,
    name: z.string().max(300),
    sort: feeSort,
    /** How many were counted, where it is charged by count; a bound may charge fewer. */
    count: z.int().min(0).optional(),
    full: dong,
    relief: dong,
    ground: z.string().max(500).nullable(),
    due: dong,
  })
  .meta({ id: 'BillLine' });

/** What a dossier costs: the fee in full, what the law takes off it, and what is left to pay. */
export const bill = z
  .strictObject({
    lines: z.array(billLine).max(40),
    /** The case that was chosen, where the table has alternatives. */
    case: feeCode.optional(),
    full: dong,
    relieved: dong,
    due: dong,
  })
  .meta({ id: 'Bill', description: 'Fees of a dossier with their reliefs (phí, lệ phí và mức miễn, giảm)' });
export type Bill = z.infer<typeof bill>;
