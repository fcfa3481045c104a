import * as z from 'zod';
import { dossierCode } from '../codes/dossier-code.ts';
import { refusalCode } from '../land-tax/entries.ts';
import { documentNumber, landNotice, paidDong, totalOf } from '../land-tax/notice.ts';
import { slipId } from '../land-tax/slip.ts';
import { soughtLine } from '../text.ts';
import { says } from '../words.ts';

/**
 * Messages between a land office and a tax office (luân chuyển hồ sơ đất đai – thuế). The tax authority publishes no
 * format: this one is ours, and a deployment compares it with what its tax office can send.
 */
export const TAX_OFFICE_FORMAT = {
  version: '1',
  ours: ['the whole format: messages, fields, answers, headers, what is signed'],
  source:
    'What the paper forms of the exchange carry (phiếu chuyển thông tin, thông báo nộp tiền, giấy nộp tiền)',
  unconfirmed: [
    'which of these fields the system of the tax authority takes and gives, and by which way',
    'that a notice which corrects another one names it, and that what was paid counts towards it',
    'that a tax office tells of payments itself, part by part',
    'how the notice identifies a debt (mã định danh khoản phải nộp) where it has no such code',
  ],
} as const;

const about = { slip: slipId, dossier: dossierCode };

/** A day that a calendar can count to: a slip of the pen in the year is no date of 1926 or 9026. */
const ofThisCentury = (date: string | null) => date === null || date.startsWith('20');

/** A notice as it is told. Its total is the sum of its lines, and whatever is due has a day and an account. */
const toldNotice = z
  .object({
    type: z.literal('notice'),
    ...about,
    ...landNotice.shape,
    replaces: documentNumber.nullable().default(null),
  })
  .refine(
    ({ lines, total }) => totalOf(lines) === total,
    says({ vi: 'tổng số tiền khác tổng các khoản', en: 'the total is not the sum of the lines' }),
  )
  .refine(
    ({ issuedOn, dueOn }) => ofThisCentury(issuedOn) && ofThisCentury(dueOn),
    says({ vi: 'ngày phải thuộc thế kỷ này', en: 'a date must be of this century' }),
  )
  .refine(
    ({ total, dueOn, treasury }) => total === 0 || (dueOn !== null && treasury !== null),
    says({
      vi: 'có khoản phải nộp thì phải có hạn nộp và tài khoản kho bạc',
      en: 'what is due needs a last day and an account of the treasury',
    }),
  );

/** What a tax office tells of a slip. Other members are passed over, so that it may send more. */
export const taxMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('refusal'), ...about, code: refusalCode, reason: soughtLine(0, 500) }),
  toldNotice,
  z.object({ type: z.literal('withdrawal'), ...about, notice: documentNumber }),
  z.object({
    type: z.literal('payment'),
    ...about,
    notice: documentNumber,
    document: documentNumber,
    amount: paidDong,
    paidOn: z.iso.date(),
  }),
]);
export type TaxMessage = z.infer<typeof taxMessage>;

/** What the tax office answers to a slip, or to a question about one. */
export const taxAnswer = z.discriminatedUnion('state', [
  z.looseObject({
    state: z.literal('taken'),
    /** Its own number of the slip. */
    number: documentNumber.nullish(),
    /** What it told of the slip until now, oldest first; read one by one. */
    messages: z.array(z.unknown()).max(100).default([]),
  }),
  z.looseObject({ state: z.literal('refused'), code: refusalCode, reason: soughtLine(0, 500).default('') }),
  z.looseObject({ state: z.literal('unknown') }),
]);

/** How a deployment reaches the tax office, and by what its messages are believed: the value of its secret. */
export const taxOfficeConnection = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  /** Name of this deployment at the tax office. */
  sender: z.string().min(1).max(50),
  /** What messages are signed with, both ways. */
  secret: z.string().min(16).max(500),
});
export type TaxOfficeConnection = z.infer<typeof taxOfficeConnection>;
