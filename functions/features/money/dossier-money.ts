import type * as z from 'zod';
import type { dossierMoney } from '../../../schemas/api/money.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { accountOf, owedOf, refundableOf } from '../../domain/money/account/account-of.ts';

/** The money of a dossier as it is shown to officers. */
export function dossierMoneyOf(head: DossierHead): z.input<typeof dossierMoney> {
  const account = accountOf(head);
  const { received, held, owedBack, refunded, refunds } = account;
  return {
    dossier: head.code,
    version: head.version,
    money: head.money,
    owed: owedOf(account),
    received,
    held,
    owedBack,
    refunded,
    refundable: { held: refundableOf(account, 'held'), received: refundableOf(account, 'received') },
    refunds,
  };
}
