import * as z from 'zod';
import { dong } from '../money/dong.ts';
import { feeCode, feeSort } from '../money/fee-code.ts';
import { publishedLine } from '../text.ts';
import { faultAt, type Words } from '../words.ts';

/** What a fee is counted by: pages, copies, cases, certificates. */
export const feeUnit = z.enum(['page', 'copy', 'case', 'certificate']);
export type FeeUnit = z.infer<typeof feeUnit>;

/** What the source leaves unclear. Such a fee is not paid online: nobody guesses for the applicant. */
const unclear = z.strictObject({ vi: publishedLine(1, 2000), en: publishedLine(1, 2000) });
const doubt = { unclear: unclear.optional() };

/** One line of a table of fees: its price is an amount, or so much for each unit. */
export const feeLine = z
  .strictObject({
    code: feeCode,
    name: publishedLine(1, 300),
    sort: feeSort,
    /** When it applies. Lines with a case are alternatives: one case is chosen at acceptance. */
    case: z.strictObject({ id: feeCode, condition: publishedLine(1, 500) }).optional(),
    amount: dong.optional(),
    perUnit: z
      .strictObject({
        amount: dong,
        unit: feeUnit,
        /** Units beyond these are not charged. */
        atMost: z.int().min(1).max(100_000).optional(),
        /** The line never costs more than this. */
        most: dong.optional(),
      })
      .optional(),
    legalBasis: publishedLine(1, 300).optional(),
  })
  .superRefine(({ amount, perUnit }, context) => {
    if ((amount === undefined) === (perUnit === undefined)) context.addIssue(faultAt(['amount'], ONE_PRICE));
  })
  .meta({ id: 'FeeLine', description: 'Line of a table of fees (mức phí, lệ phí)' });
export type FeeLine = z.infer<typeof feeLine>;

const table = z
  .strictObject({ kind: z.literal('table'), lines: z.array(feeLine).min(1).max(40), ...doubt })
  .superRefine(({ lines }, context) => {
    for (const [index, { code, case: own }] of lines.entries()) {
      const before = lines.slice(0, index);
      if (before.some(line => line.code === code))
        context.addIssue(faultAt(['lines', index, 'code'], twice(code)));
      const named = before.find(line => own !== undefined && line.case?.id === own.id)?.case;
      if (named && named.condition !== own?.condition)
        context.addIssue(faultAt(['lines', index, 'case', 'condition'], OTHER_CONDITION));
    }
  });

/** The fee of one channel. `perUnit`: so much for each page or copy, counted at the counter. */
export const fee = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('free') }),
    z.strictObject({ kind: z.literal('flat'), amount: dong, ...doubt }),
    z.strictObject({
      kind: z.literal('perUnit'),
      amount: dong,
      unit: feeUnit.extract(['page', 'copy']),
      ...doubt,
    }),
    table,
    /** Published in words from which no amount can be read: reception says what is due. */
    z.strictObject({ kind: z.literal('unclear'), unclear }),
  ])
  .meta({ id: 'Fee', description: 'Fee or charge (phí, lệ phí) of one way of submission' });
export type Fee = z.infer<typeof fee>;

const ONE_PRICE: Words = {
  vi: 'mỗi dòng có một mức: hoặc amount, hoặc perUnit',
  en: 'a line has one price: either amount or perUnit',
};
const OTHER_CONDITION: Words = {
  vi: 'cùng một trường hợp thì điều kiện phải ghi giống nhau',
  en: 'the same case must have the same condition',
};
const twice = (code: string): Words => ({
  vi: `mã ${code} có hai lần trong biểu phí`,
  en: `the code ${code} is in the table twice`,
});
