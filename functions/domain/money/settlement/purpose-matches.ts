import { addDays, dateOf, parseInstant } from '../../vietnam-time.ts';
import { dossiersIn } from '../bank-transfers/dossiers-in.ts';
import type { StatementLine } from '../statements/statement.ts';
import type { Awaiting } from './awaiting.ts';

/**
 * Credits whose purpose names the dossier of one payment of the same amount. Where two payments, or two credits, would
 * fit, neither is taken: which money is whose, a person says.
 */
export function purposeMatches<P extends Awaiting>(
  credits: readonly StatementLine[],
  payments: readonly P[],
): { readonly credit: StatementLine; readonly payment: P }[] {
  const byDossier = Map.groupBy(payments, ({ dossier }) => dossier);
  const found = credits.flatMap(credit => {
    const fitting = dossiersIn(credit.purpose)
      .flatMap(code => byDossier.get(code) ?? [])
      .filter(payment => payment.amount === credit.amount && credit.bookedOn >= dayBefore(payment));
    const [payment] = fitting;
    return payment && fitting.length === 1 ? [{ credit, payment }] : [];
  });
  const times = Map.groupBy(found, ({ payment }) => payment);
  return found.filter(({ payment }) => times.get(payment)?.length === 1);
}

/** Clocks differ: a bank may have booked before midnight what a gateway dates after it. */
const dayBefore = ({ paidAt }: Awaiting) => addDays(dateOf(parseInstant(paidAt)), -1);
