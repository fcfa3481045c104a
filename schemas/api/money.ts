import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { dossierCode } from '../codes/dossier-code.ts';
import { moneyState } from '../dossier/states.ts';
import { instantText } from '../instant.ts';
import { openRefund, refundSource } from '../money/account.ts';
import { dong } from '../money/dong.ts';
import { cashDrawer } from '../money/drawer.ts';
import { account, transferKind } from '../money/transfer.ts';
import { oneLine, severalLines } from '../text.ts';
import { says } from '../words.ts';
import { refundable } from './shown-money.ts';

/** Money that an officer asks to go back (đề nghị hoàn trả). */
export const refundOrder = z
  .strictObject({
    amount: dong,
    of: refundSource,
    /** What whoever asks read as refundable of that source: another figure by now is refused. */
    believed: dong,
    reason: severalLines(3, 2000),
  })
  .meta({ id: 'RefundOrder' });

export const refundDecision = z
  .strictObject({ approved: z.boolean(), reason: severalLines(3, 2000).optional() })
  .refine(
    ({ approved, reason }) => approved || reason !== undefined,
    says({ vi: 'cần lý do khi không duyệt', en: 'needs a reason where it is refused' }),
  )
  .meta({ id: 'RefundDecision' });

export const refundPayout = z
  .strictObject({
    means: z.enum(['cash', 'transfer']),
    /** Number of the voucher (phiếu chi) or payment order (ủy nhiệm chi). */
    document: oneLine(1, 100),
  })
  .meta({ id: 'RefundPayout' });

/** The money of a dossier, as its ledger adds up to. */
export const dossierMoney = z
  .strictObject({
    dossier: dossierCode,
    version: z.int(),
    money: moneyState,
    owed: dong,
    received: dong,
    held: dong,
    owedBack: dong,
    refunded: dong,
    refundable,
    refunds: z.array(openRefund),
  })
  .meta({ id: 'DossierMoney' });

const takings = z.strictObject({ takenIn: dong, paidOut: dong, expected: z.int() });

/** A cash drawer (két thu); `takings` only of the caller’s own that is open. */
export const drawerView = z
  .strictObject({ ...cashDrawer.shape, takings: takings.nullable() })
  .meta({ id: 'CashDrawer' });

export const drawerOrder = z
  .strictObject({
    /** Change that was put in before the first applicant (tiền lẻ đầu ca). */
    openedWith: dong,
  })
  .meta({ id: 'CashDrawerOrder' });

export const drawerCount = z
  .strictObject({ counted: dong, note: severalLines(3, 2000).optional() })
  .meta({ id: 'CashDrawerCount' });

/** One movement of cash of an open drawer. */
export const drawerMove = z.strictObject({
  at: instantText,
  dossier: dossierCode.nullable(),
  kind: transferKind,
  /** Below zero: paid out. */
  amount: z.int(),
});

const sums = { in: dong, out: dong };

/** What went into and out of the accounts of a unit (sổ thu của đơn vị), each figure a sum of transfers. */
export const unitMoney = z
  .strictObject({
    unit: agencyCode,
    from: z.iso.date(),
    to: z.iso.date(),
    accounts: z.array(
      z.strictObject({
        account,
        ...sums,
        days: z.array(z.strictObject({ day: z.iso.date(), ...sums })),
      }),
    ),
    /**
     * Whether the sums in and out over all accounts are the same: every transfer was found with both of its
     * accounts.
     */
    balanced: z.boolean(),
    /** Requested in the period and open at its end: payments asked for, refunds asked for. */
    pending: z.array(
      z.strictObject({
        at: instantText,
        kind: z.enum(['requested', 'refundAsked']),
        dossier: dossierCode.nullable(),
        amount: dong,
      }),
    ),
  })
  .meta({ id: 'UnitMoney' });
