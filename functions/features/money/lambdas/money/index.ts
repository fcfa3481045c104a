import { moneyOperations } from '../../../../../schemas/api/operations/money.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { procedureFeesReader } from '../../../../records/catalogue/procedure-fees.ts';
import { journaled } from '../../../../records/idempotency/journaled.ts';
import { dynamoRequestJournal } from '../../../../records/idempotency/request-journal.ts';
import { keptDeposits } from '../../../../records/money/deposit-store.ts';
import { dossierChannels } from '../../../../records/money/dossier-channels.ts';
import { dynamoDrawerStore } from '../../../../records/money/drawer-store.ts';
import { keptPayments } from '../../../../records/money/payment-store.ts';
import { transfersRead } from '../../../../records/money/transfers-read.ts';
import { unitStanding } from '../../../../records/organization/unit-standing.ts';
import { openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import { depositDrawers } from '../../deposit-drawers.ts';
import type { DepositDeps, MoneyDeps, StatisticsDeps } from '../../deps.ts';
import { closeDrawer, openDrawer } from '../../drawers.ts';
import { getUnitMoney } from '../../get-unit-money.ts';
import { listDeposits } from '../../list-deposits.ts';
import { listDrawers } from '../../list-drawers.ts';
import { getPaymentStatistics } from '../../payment-statistics.ts';
import { askRefund, payOutRefund, settleRefund } from '../../refunds.ts';

const services = openDossierServices(readEnvironment(tableEnvironment).TABLE_NAME);
const items = dynamoItems(services.table);
const deps: MoneyDeps & DepositDeps & StatisticsDeps = {
  ...services,
  drawers: dynamoDrawerStore(services.table),
  deposits: keptDeposits(items),
  payments: keptPayments(items),
  transfers: transfersRead(items),
  channels: codes => dossierChannels(items, codes),
  procedureFees: procedureFeesReader(services.catalogue),
};
const once = { ...deps, journal: dynamoRequestJournal(services.table) };

/** Refunds, cash drawers, and what is in the accounts of a unit. */
export const handler = httpFunction(
  [
    route(moneyOperations.requestRefund, call => askRefund(deps, call)),
    route(moneyOperations.decideRefund, call => settleRefund(deps, call)),
    route(moneyOperations.payRefund, call => payOutRefund(deps, call)),
    route(
      moneyOperations.openDrawer,
      journaled(once, (call, attempt) => openDrawer(deps, call, attempt)),
    ),
    route(
      moneyOperations.closeDrawer,
      journaled(once, (call, attempt) => closeDrawer(deps, call, attempt)),
    ),
    route(
      moneyOperations.depositDrawers,
      journaled(once, (call, attempt) => depositDrawers(deps, call, attempt)),
    ),
    route(moneyOperations.listDeposits, call => listDeposits(deps, call)),
    route(moneyOperations.listDrawers, call => listDrawers(deps, call)),
    route(moneyOperations.getPaymentStatistics, call => getPaymentStatistics(deps, call)),
    route(moneyOperations.getUnitMoney, call => getUnitMoney(deps, call)),
  ],
  {
    logger: functionLogger(),
    now: runtimeNow,
    authorize: demandAnyhow,
    complete: unitStanding(services.organization),
  },
);
