import type { moneyOperations } from '../../../schemas/api/operations/money.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import {
  decideRefund,
  demandRefund,
  payRefund,
  requestRefund,
} from '../../domain/money/decisions/refunds.ts';
import type { Call } from '../../kernel/http/call.ts';
import { demandAnother } from '../../records/organization/demand-another.ts';
import { changeMoney } from './change-money.ts';
import type { MoneyDeps } from './deps.ts';

type Operations = typeof moneyOperations;
type Answer = ReturnType<typeof changeMoney>;

/** An officer asks that money goes back; the refund is named by the entry that asks for it. */
export function askRefund(deps: MoneyDeps, call: Call<Operations['requestRefund']>): Answer {
  return changeMoney(deps, call, {
    action: 'dossier.askRefund',
    roles: ['reception', 'handler'],
    decide: head => requestRefund(head, { refund: `r${head.version + 1}`, ...call.body }),
  });
}

/** A leader approves or refuses what another person asked for. */
export function settleRefund(deps: MoneyDeps, call: Call<Operations['decideRefund']>): Answer {
  const { params, body } = call;
  return changeMoney(deps, call, {
    action: 'dossier.decideRefund',
    roles: ['leader'],
    async decide(head, officer) {
      const { askedBy } = demandRefund(head, params.refund, 'asked');
      await demandAnother(deps, askedBy, officer, SOMEBODY_ELSE);
      const { approved, reason = null } = body;
      return decideRefund(head, { refund: params.refund, approved, reason });
    },
  });
}

/** Reception pays it out in cash; a transfer may be recorded by a leader as well. */
export function payOutRefund(deps: MoneyDeps, call: Call<Operations['payRefund']>): Answer {
  const { params, body } = call;
  return changeMoney(deps, call, {
    action: 'dossier.payRefund',
    roles: ['reception', 'leader'],
    decide(head, { roles }) {
      if (body.means === 'cash' && !roles.includes('reception')) throw notAtTheCounter();
      return payRefund(head, { refund: params.refund, ...body });
    },
  });
}

const SOMEBODY_ELSE = {
  vi: 'Ông/bà đã đề nghị hoàn trả khoản này nên phải để người khác duyệt.',
  en: 'You asked for this refund: somebody else must decide it.',
};

const notAtTheCounter = (): ProblemError =>
  new ProblemError('forbidden', {
    vi: 'Tiền mặt do bộ phận tiếp nhận chi tại quầy; lãnh đạo chỉ ghi nhận chuyển khoản.',
    en: 'Cash is paid out by reception at the counter; a leader records transfers only.',
  });
