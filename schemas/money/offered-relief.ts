import * as z from 'zod';
import { feeCode } from './fee-code.ts';
import { attester } from './fee-relief.ts';

/** A relief of a fee that may be asked for, by the law in force on a day, and what proves it. */
export const offeredRelief = z
  .strictObject({
    relief: feeCode,
    name: z.string(),
    ground: z.string(),
    until: z.iso.date().nullable().meta({ description: 'Its last day; null if it has none' }),
    evidence: z.array(z.strictObject({ kind: feeCode, name: z.string(), attestedBy: z.array(attester) })),
  })
  .meta({ id: 'OfferedRelief', description: 'Relief that may be asked for (miễn, giảm có thể áp dụng)' });
