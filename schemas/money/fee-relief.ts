import * as z from 'zod';
import { procedureCode } from '../codes/procedure-code.ts';
import { oneLine } from '../text.ts';
import { faultAt, says } from '../words.ts';
import { dong } from './dong.ts';
import { feeCode } from './fee-code.ts';

const words = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });

/** Who can say that somebody is entitled: the identity system (VNeID), or an officer who saw the proof. */
export const attester = z.enum(['identitySystem', 'officer']);
export type Attester = z.infer<typeof attester>;

/** A relief as claimed at acceptance. When it was attested is the time of the acceptance, by whom its author. */
export const claimedRelief = z
  .strictObject({
    relief: feeCode,
    evidence: z.strictObject({
      kind: feeCode,
      attestedBy: attester.optional(),
      /** Number of the confirmation, or the paper that was seen. */
      note: oneLine(0, 500).optional(),
    }),
  })
  .meta({ id: 'ClaimedRelief', description: 'Relief of a fee, with its evidence (miễn, giảm phí, lệ phí)' });
export type ClaimedRelief = z.infer<typeof claimedRelief>;

/** A relief that an applicant asks for with the dossier, and what proves it; an officer attests it at acceptance. */
export const askedRelief = z
  .strictObject({ relief: feeCode, evidence: feeCode })
  .meta({ id: 'AskedRelief', description: 'Relief that is asked for (đề nghị miễn, giảm)' });
export type AskedRelief = z.infer<typeof askedRelief>;

/** What a relief takes off a line: all of it, an amount, or a part within bounds, in đồng. */
const effect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('zero') }),
  z.strictObject({ kind: z.literal('amount'), amount: dong }),
  z
    .strictObject({
      kind: z.literal('percent'),
      percent: z.int().min(1).max(100),
      min: dong.optional(),
      max: dong.optional(),
    })
    .refine(
      ({ min = 0, max = min }) => min <= max,
      says({ vi: 'min không được lớn hơn max', en: 'min must not be more than max' }),
    ),
]);
export type ReliefEffect = z.infer<typeof effect>;

const span = { from: z.iso.date(), until: z.iso.date().nullable() };

/** A line is in the scope when each member that is given names it; an empty scope would relieve everything. */
const scope = z
  .strictObject({
    procedures: z.array(procedureCode).min(1).optional(),
    fields: z.array(z.string().min(1)).min(1).optional(),
    codes: z.array(feeCode).min(1).optional(),
  })
  .refine(
    ({ procedures, fields, codes }) => (procedures ?? fields ?? codes) !== undefined,
    says({
      vi: 'phải nêu thủ tục, lĩnh vực hoặc mã phí',
      en: 'must name procedures, fields or codes of fees',
    }),
  );

/** A relief of law/fee-reliefs.json. */
export const feeRelief = z
  .strictObject({
    relief: feeCode,
    name: words,
    scope,
    effect,
    ...span,
    ground: z.string().min(1).max(300),
    /** The law whose amounts it relieves. */
    base: z.string().min(1).optional(),
    setBy: z.enum(['nation', 'province']),
    /** What is missing before it may be applied: until a decision is entered, nobody gets it. */
    needs: words.optional(),
    /** What the province's council decided, with its own dates and, where it differs, its own effect. */
    decisions: z
      .array(z.strictObject({ ...span, ground: z.string().min(1).max(300), effect: effect.optional() }))
      .optional(),
    /** Kinds of evidence, one of which is enough. */
    evidence: z.array(feeCode).min(1),
    unconfirmed: z.string().min(1).optional(),
  })
  .superRefine(({ setBy, needs, from, until, decisions = [] }, context) => {
    if (setBy === 'province' && needs === undefined) context.addIssue(faultAt(['needs'], NEEDS));
    for (const each of [{ from, until }, ...decisions])
      if (each.until !== null && each.until < each.from) context.addIssue(faultAt(['until'], BACKWARDS));
  });
export type FeeRelief = z.infer<typeof feeRelief>;

/** law/fee-reliefs.json: the kinds of evidence there are, and the reliefs that ask for them. */
export const feeReliefs = z
  .object({
    evidence: z.array(z.strictObject({ kind: feeCode, name: words, attestedBy: z.array(attester) })).min(1),
    reliefs: z.array(feeRelief),
  })
  .superRefine(({ evidence, reliefs }, context) => {
    const kinds = new Set(evidence.map(({ kind }) => kind));
    const seen = new Set<string>();
    for (const [index, { relief, evidence: asked }] of reliefs.entries()) {
      if (seen.has(relief)) context.addIssue(faultAt(['reliefs', index, 'relief'], TWICE));
      seen.add(relief);
      if (asked.some(kind => !kinds.has(kind)))
        context.addIssue(faultAt(['reliefs', index, 'evidence'], UNKNOWN_KIND));
    }
  });
export type FeeReliefs = z.infer<typeof feeReliefs>;

const NEEDS = {
  vi: 'mức do tỉnh quy định phải nêu điều còn thiếu (needs)',
  en: 'what a province sets must say what it still needs',
};
const BACKWARDS = { vi: 'ngày hết hiệu lực trước ngày có hiệu lực', en: 'it ends before it begins' };
const TWICE = { vi: 'mã miễn, giảm bị trùng', en: 'the code of a relief is there twice' };
const UNKNOWN_KIND = { vi: 'không có loại giấy tờ chứng minh này', en: 'there is no such kind of evidence' };
