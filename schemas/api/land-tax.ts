import * as z from 'zod';
import { dossierCode } from '../codes/dossier-code.ts';
import { instantText } from '../instant.ts';
import { landTax } from '../land-tax/entries.ts';
import { documentNumber, landNotice, noticeLine, paidDong } from '../land-tax/notice.ts';
import { askedObligations, landParcel, otherParty, slipId } from '../land-tax/slip.ts';
import { dong } from '../money/dong.ts';
import { storedLandSlip } from '../stored/land-tax.ts';
import { says } from '../words.ts';

/** What an officer sends to the tax office. The other party is named where it owes something, and only then. */
export const landSlipOrder = z
  .strictObject({ parcel: landParcel, obligations: askedObligations, other: otherParty.optional() })
  .refine(
    ({ obligations, other }) =>
      obligations.some(({ obliged }) => obliged === 'other') === (other !== undefined),
    {
      path: ['other'],
      message: says({
        vi: 'ghi bên kia (other) khi và chỉ khi bên đó có nghĩa vụ',
        en: 'the other party is to be named if it owes something, and only then',
      }),
    },
  )
  .meta({ id: 'LandSlipOrder', description: 'Transfer slip to be sent (phiếu chuyển thông tin)' });

/** What was sent, or is queued to be. */
export const landSlipSent = z
  .strictObject({ dossier: dossierCode, slip: slipId, version: z.int() })
  .meta({ id: 'LandSlipSent' });

/** A document of the citizen that says that the treasury has the money (giấy nộp tiền vào ngân sách nhà nước). */
export const landProof = z
  .strictObject({ notice: documentNumber, document: documentNumber, amount: paidDong, paidOn: z.iso.date() })
  .meta({ id: 'LandProof', description: 'Proof of payment to the treasury (chứng từ nộp ngân sách)' });

/** What is owed the treasury, which is no fee of ours: paid there, and by what the notice of the tax office says. */
export const treasuryView = z
  .strictObject({
    ...landNotice.shape,
    lines: z.array(noticeLine.extend({ name: z.string() })),
    paid: dong,
    left: dong,
  })
  .meta({
    id: 'TreasuryDebt',
    description: 'What is owed the treasury for land (nghĩa vụ tài chính về đất đai)',
  });
export type TreasuryView = z.infer<typeof treasuryView>;

/** A slip and how its delivery stands. Of the other party the name alone. */
const slipView = z
  .strictObject({
    ...storedLandSlip.pick({
      slip: true,
      parcel: true,
      obligations: true,
      state: true,
      tries: true,
      trouble: true,
      number: true,
      refusal: true,
    }).shape,
    other: z.string().nullable(),
    sentAt: instantText,
    triedAt: instantText.nullable(),
  })
  .meta({ id: 'LandSlip', description: 'Transfer slip (phiếu chuyển thông tin)' });

export const landTaxView = z
  .strictObject({
    dossier: dossierCode,
    version: z.int(),
    /** Whether a slip can be sent now, by whoever has the task. */
    sendable: z.boolean(),
    /** Whether the deployment is connected with the tax office. */
    connected: z.boolean(),
    kinds: z.array(z.strictObject({ kind: z.string(), name: z.string() })),
    slips: z.array(slipView),
    treasury: treasuryView.nullable(),
    paid: landTax.shape.paid,
  })
  .meta({ id: 'LandTaxView', description: 'Exchange with the tax office about a dossier' });

/** A message as it comes: it is read after its signature. */
export const anyTaxMessage = z
  .record(z.string().max(100), z.unknown())
  .meta({ id: 'TaxOfficeMessage', description: 'Message of the tax office (schemas/outside/tax-office.ts)' });

export const taxMessageTaken = z.strictObject({ taken: z.literal(true) }).meta({ id: 'TaxMessageTaken' });
