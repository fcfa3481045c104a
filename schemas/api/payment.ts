import * as z from 'zod';
import { dossierCode } from '../codes/dossier-code.ts';
import { handlingState, moneyState } from '../dossier/states.ts';
import { instantText } from '../instant.ts';
import { dong } from '../money/dong.ts';
import { paymentReference } from '../money/gateway.ts';
import { treasuryView } from './land-tax.ts';

/** Where a payment by transfer goes, with the QR code that a banking app scans: nothing is left to type. */
const vietQr = z
  .strictObject({
    text: z.string(),
    svg: z.string(),
    png: z.string().meta({ description: 'The picture as PNG, in a data address' }),
    bankName: z.string(),
    account: z.string(),
    holder: z.string(),
    amount: dong,
    purpose: z.string(),
  })
  .meta({ id: 'PaymentQr', description: 'VietQR code for a payment' });

/** The fee of a dossier as whoever holds its payment link sees it: no name and no paper. */
export const paymentView = z
  .strictObject({
    dossier: dossierCode,
    procedureName: z.string(),
    unitName: z.string(),
    handling: handlingState,
    money: moneyState,
    charged: dong,
    waived: dong,
    received: dong,
    owed: dong,
    held: dong,
    /** Why it cannot be paid online, in a sentence; null where it can, or where nothing is owed. */
    notPayable: z.string().nullable(),
    vietQr: vietQr.nullable(),
    /** What is owed the treasury by a notice of the tax office: none of it is in the figures above. */
    treasury: treasuryView.nullable(),
    platform: z
      .strictObject({
        /** Whether the deployment is connected with the national payment platform. */
        offered: z.boolean(),
        payAt: z.url().nullable(),
        expiresAt: instantText.nullable(),
        /**
         * When it was asked for a page that it did not give yet: asked again on a schedule; null where nothing waits.
         */
        queuedSince: instantText.nullable(),
      })
      .meta({ id: 'PaymentAtPlatform' }),
  })
  .meta({ id: 'PaymentView', description: 'What is to be paid for a dossier (khoản phải nộp)' });

export const openedPayment = z
  .strictObject({
    dossier: dossierCode,
    reference: paymentReference,
    amount: dong,
    /**
     * Null where the platform did not answer: the request is queued, and `getPayment` shows the page once it has one.
     */
    payAt: z.url().nullable(),
    expiresAt: instantText,
  })
  .meta({ id: 'OpenedPayment', description: 'A payment opened at the platform (yêu cầu thanh toán)' });

/** What a gateway is answered that told of money. */
export const noticeTaken = z
  .strictObject({
    MaLoi: z.enum(['00', '99']),
    MoTaLoi: z.string(),
    MaDoiTac: z.string().optional(),
    MaThamChieu: z.string().optional(),
    ThoiGianGD: z.string().optional(),
    MaXacThuc: z.string().optional(),
  })
  .meta({ id: 'PlatformNoticeAnswer', description: 'Answer to a notice of the payment platform' });

export const bankNoticeTaken = z
  .strictObject({ taken: z.literal(true) })
  .meta({ id: 'BankNoticeAnswer', description: 'Answer to a notice of a bank' });

/** A notice as it comes: it is read by the rules of whom it is from, after its signature. */
export const anyNotice = z
  .record(z.string().max(100), z.unknown())
  .meta({ id: 'PaymentNotice', description: 'Notice of a payment, in the format of its sender' });
