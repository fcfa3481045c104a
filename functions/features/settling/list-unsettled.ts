import type { settlingOperations } from '../../../schemas/api/operations/settling.ts';
import { treasuryWay } from '../../../schemas/money/gateway.ts';
import type { StoredPayment } from '../../../schemas/stored/payment.ts';
import { sumOf } from '../../domain/money/reconciliation/lines.ts';
import { dayNumberOf, type Instant, parseInstant } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { demandTreasurer } from './demand-treasurer.ts';
import type { StatementDeps } from './deps.ts';

type Operation = (typeof settlingOperations)['listUnsettled'];

const MOST = 50_000;
const SHOWN = 200;

/** What waits for the treasury, by gateway and age (bảng tuổi khoản chưa quyết toán). */
export async function listUnsettled(
  deps: Pick<StatementDeps, 'agency' | 'payments'>,
  { caller, now }: Call<Operation>,
): Promise<Reply<Operation>> {
  demandTreasurer(deps, caller, 'settlement.read');
  const found = await deps.payments.all('UNSETTLED', MOST);
  const waiting = found
    .filter(({ state }) => state === 'confirmed')
    .toSorted((a, b) => parseInstant(a.paidAt) - parseInstant(b.paidAt));
  return {
    body: {
      gateways: treasuryWay.options.map(gateway => {
        const there = waiting.filter(payment => payment.gateway === gateway);
        const [oldest] = there;
        return {
          ...{ gateway, count: there.length, amount: sumOf(there) },
          oldestDays: oldest ? ageOf(oldest, now) : null,
        };
      }),
      items: waiting.slice(0, SHOWN).map(payment => ({
        gateway: payment.gateway,
        transaction: payment.transaction,
        dossier: payment.dossier,
        amount: payment.amount,
        paidAt: payment.paidAt,
        ageDays: ageOf(payment, now),
      })),
    },
  };
}

/** Days since it was paid; gateways' clocks may be ahead. */
export const ageOf = ({ paidAt }: Pick<StoredPayment, 'paidAt'>, now: Instant): number =>
  Math.max(dayNumberOf(now) - dayNumberOf(parseInstant(paidAt)), 0);
