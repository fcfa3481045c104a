import type { settlingOperations } from '../../../schemas/api/operations/settling.ts';
import { type AgedPayment, aged, waitingAt } from '../../domain/money/settlement/waiting-payments.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
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
  const waiting = await unsettled(deps, now);
  return { body: { gateways: waitingAt(waiting), items: waiting.slice(0, SHOWN) } };
}

/** The payments that no statement shows yet, the oldest first. */
export async function unsettled(
  { payments }: Pick<StatementDeps, 'payments'>,
  now: Instant,
): Promise<AgedPayment[]> {
  const found = await payments.all('UNSETTLED', MOST);
  return aged(
    found.filter(({ state }) => state === 'confirmed'),
    now,
  );
}
