import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Dong } from '../../../schemas/money/dong.ts';
import type { StoredPaymentRequest } from '../../../schemas/stored/payment.ts';
import { purposeOf } from '../../domain/money/bank-transfers/purpose-of.ts';
import { collectorOf } from '../../domain/organization/collector-of.ts';
import { unitName } from '../../domain/organization/unit-name.ts';
import type { PaymentOpening } from '../../domain/ports/payment-gateway.ts';
import { numberOfApplicant } from '../../domain/vault/store-numbers.ts';
import type { AskingDeps } from './deps.ts';

/** What the platform is told of a payment: the law makes the receipt name who pays and what for. */
export async function openingOf(
  deps: Pick<AskingDeps, 'dossiers' | 'rules' | 'organization'>,
  head: DossierHead,
  { reference, amount, openedAt }: StoredPaymentRequest,
  ip: string,
): Promise<PaymentOpening> {
  const [people, { procedure }, current] = await Promise.all([
    deps.dossiers.people(head.code),
    deps.rules.load(head.rules),
    deps.organization.current(),
  ]);
  const units = current?.units ?? [];
  const collector = collectorOf(units, head.competentUnit);
  const applicant = people?.applicant;
  return {
    reference,
    amount,
    at: openedAt,
    ip,
    purpose: purposeOf(head.code) ?? head.code,
    dossier: head.code,
    procedure: { code: procedure.code, name: procedure.name },
    unit: { code: head.competentUnit, name: unitName(units, head.competentUnit) },
    ...(collector && {
      beneficiary: {
        account: collector.account.number,
        bank: collector.account.bank,
        name: collector.account.holder,
      },
    }),
    payer: {
      name: applicant?.name ?? '',
      number: (applicant && numberOfApplicant(applicant)) ?? '',
      address: (applicant && 'address' in applicant ? applicant.address : undefined) ?? '',
    },
    lines: linesOf(head, amount, procedure),
  };
}

/** What is paid for, line by line where all of the bill is still owed. */
function linesOf(
  { bill }: DossierHead,
  amount: Dong,
  { code, name }: { readonly code: string; readonly name: string },
): PaymentOpening['lines'] {
  if (bill?.due !== amount) return [{ sort: 'charge', code, name, amount }];
  return bill.lines
    .filter(line => line.due > 0)
    .map(line => ({ sort: line.sort, code: line.code, name: line.name, amount: line.due }));
}
