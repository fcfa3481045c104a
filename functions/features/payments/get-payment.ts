import type { paymentOperations } from '../../../schemas/api/operations/payments.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { FeeCollector } from '../../../schemas/organization/fee-collector.ts';
import type { Words } from '../../../schemas/words.ts';
import { treasuryView } from '../../domain/land-tax/treasury-view.ts';
import { accountOf, owedOf } from '../../domain/money/account/account-of.ts';
import { countedLater, isExpired, unclearNow } from '../../domain/money/decisions/payments.ts';
import { payCodeOf } from '../../domain/money/pay-code.ts';
import { collectorOf } from '../../domain/organization/collector-of.ts';
import { unitName } from '../../domain/organization/unit-name.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { qrPictures } from '../../records/printing/qr-pictures.ts';
import type { PaymentDeps } from './deps.ts';
import { dossierByKey } from './dossier-by-key.ts';
import { isQueued } from './queued.ts';

type Operation = (typeof paymentOperations)['getPayment'];

/** What is owed for a dossier, with the code to pay it by; and, as it goes on, that it was paid. */
export async function getPayment(deps: PaymentDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const head = await dossierByKey(deps, call.params);
  const account = accountOf(head);
  const [{ procedure }, current, request] = await Promise.all([
    deps.rules.load(head.rules),
    deps.organization.current(),
    account.payment ? deps.payments.request(account.payment.reference) : undefined,
  ]);
  const units = current?.units ?? [];
  const collector = collectorOf(units, head.competentUnit);
  const why = reasonAgainst(head, collector);
  const code = payCodeOf(head, collector);
  const open = account.payment && !isExpired(account.payment, call.now) ? account.payment : null;
  return {
    body: {
      dossier: head.code,
      procedureName: procedure.name,
      unitName: unitName(units, head.competentUnit),
      handling: head.handling,
      money: head.money,
      charged: account.charged,
      waived: account.waived,
      received: account.received,
      owed: owedOf(account),
      held: account.held,
      notPayable: why?.[call.language] ?? null,
      vietQr: code ? { ...code, ...qrPictures(code.text) } : null,
      treasury: treasuryView(head.landTax, call.language),
      platform: {
        offered: deps.platform !== undefined,
        payAt: open ? (request?.payAt ?? null) : null,
        expiresAt: open?.expiresAt ?? null,
        queuedSince: open && request && isQueued(request, call.now) ? request.openedAt : null,
      },
    },
  };
}

/** Why nothing can be paid online, though something may be owed. */
function reasonAgainst(head: DossierHead, collector: FeeCollector | undefined): Words | undefined {
  const why = unclearNow(head) ?? countedLater(head);
  return why ?? (collector || owedOf(accountOf(head)) === 0 ? undefined : NO_ACCOUNT);
}

const NO_ACCOUNT: Words = {
  vi: 'Cơ quan chưa công bố tài khoản thu: vui lòng nộp tại quầy.',
  en: 'The agency has not published an account: please pay at the counter.',
};
