import type { moneyOperations } from '../../../schemas/api/operations/money.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import { treasuryWay } from '../../../schemas/money/gateway.ts';
import type { Transfer } from '../../../schemas/money/transfer.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';
import { daysToSettle } from '../../domain/money/figures/days-to-settle.ts';
import { dossierFees, hasFee } from '../../domain/money/figures/dossiers-paid.ts';
import { payableOnline } from '../../domain/money/figures/payable-online.ts';
import { accountsOf } from '../../domain/money/transfers/accounts.ts';
import { unitAndBelow } from '../../domain/organization/units-below.ts';
import { daysOfPeriod, demandForwards, demandShort } from '../../domain/period.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { unitsOf } from '../../domain/rights/relations.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { demandUnit } from '../../records/organization/demand-unit.ts';
import type { StatisticsDeps } from './deps.ts';
import { demandReadable, MOST_DAYS, MOST_WAITING } from './statistics-bounds.ts';
import { statisticsView } from './statistics-view.ts';

type Operation = (typeof moneyOperations)['getPaymentStatistics'];

/** How fees were paid in a unit and those under it (số liệu thanh toán); today where no day is named. */
export async function getPaymentStatistics(
  deps: StatisticsDeps,
  call: Call<Operation>,
): Promise<Reply<Operation>> {
  const { code: unit } = call.params;
  const units = (await deps.organization.current())?.units ?? [];
  const by = answering(call.caller, unit, units);
  await demandUnit(deps.organization, call.caller, by, 'paymentStatistics.read');
  if (!units.some(({ code }) => code === unit)) throw nothingHere();
  const to = call.query.to ?? dateOf(call.now);
  const period = { from: call.query.from ?? to, to };
  demandForwards(period);
  demandShort(period, MOST_DAYS);
  const below = unitAndBelow(units, unit);
  const days = daysOfPeriod(period);
  demandReadable(below.length * days.length);
  const [claims, settled, waiting, procedures] = await Promise.all([
    transfersIn(
      deps,
      below.map(code => accountsOf(code).claims),
      days,
    ),
    settledIn(deps, below, days),
    deps.payments.all('UNSETTLED', MOST_WAITING),
    deps.procedureFees(),
  ]);
  const fees = dossierFees(claims).filter(fee => hasFee(fee) || fee.paid.held !== 0);
  demandReadable(0, fees.length);
  const own = new Set(below);
  return {
    body: statisticsView({
      ...{ unit, ...period, units, below, fees },
      channels: await deps.channels(fees.map(({ dossier }) => dossier)),
      procedures: payableOnline(procedures, unit, own, units),
      settlement: daysToSettle(
        settled,
        waiting.filter(payment => payment.state === 'confirmed' && own.has(payment.unit)),
        call.now,
      ),
    }),
  };
}

/** The unit itself, or one above it that the caller is of: whoever leads that one leads those below. */
function answering(caller: Principal, unit: string, units: readonly Unit[]): string {
  const own = caller.kind === 'officer' ? unitsOf(caller) : [];
  return own.find(code => unitAndBelow(units, code).includes(unit)) ?? unit;
}

/** What the treasury received in the period, by the transfers that say so. */
async function settledIn(deps: StatisticsDeps, below: readonly string[], days: readonly string[]) {
  const accounts = below.flatMap(code => treasuryWay.options.map(accountsOf(code).transit));
  const transfers = await transfersIn(deps, accounts, days);
  const names = transfers
    .filter(({ kind }) => kind === 'settled')
    .map(({ id }) => {
      const [, gateway, ...rest] = id.split('/');
      return { gateway: treasuryWay.parse(gateway), transaction: rest.join('/') };
    });
  return deps.payments.named(names);
}

/** One day of all accounts after another, so that not all queries are sent at once. */
async function transfersIn(
  { transfers }: Pick<StatisticsDeps, 'transfers'>,
  accounts: readonly string[],
  days: readonly string[],
): Promise<Transfer[]> {
  const found: Transfer[] = [];
  for (const day of days)
    found.push(...(await Promise.all(accounts.map(account => transfers.ofDay(account, day)))).flat());
  return found;
}
