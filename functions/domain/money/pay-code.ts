import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Dong } from '../../../schemas/money/dong.ts';
import type { FeeCollector } from '../../../schemas/organization/fee-collector.ts';
import { accountOf, owedOf } from './account/account-of.ts';
import { purposeOf } from './bank-transfers/purpose-of.ts';
import { countedLater, unclearNow } from './decisions/payments.ts';
import { writeVietQr } from './viet-qr/write-viet-qr.ts';

/** A VietQR code for what is owed now, and what it says to whoever types instead of scanning. */
export interface PayCode {
  readonly text: string;
  readonly amount: Dong;
  readonly bankName: string;
  readonly account: string;
  readonly holder: string;
  readonly purpose: string;
}

/** The code by which what a dossier owes is transferred; undefined where nothing can be paid by transfer now. */
export function payCodeOf(head: DossierHead, collector: FeeCollector | undefined): PayCode | undefined {
  const amount = owedOf(accountOf(head));
  if (!collector || amount === 0 || (unclearNow(head) ?? countedLater(head))) return undefined;
  const { bank, bankName, number, holder } = collector.account;
  const purpose = purposeOf(head.code) ?? '';
  const text = writeVietQr({ bank, account: number, amount, purpose });
  return { text, amount, bankName, account: number, holder, purpose };
}
