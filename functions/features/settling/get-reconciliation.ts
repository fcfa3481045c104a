import type { settlingOperations } from '../../../schemas/api/operations/settling.ts';
import type { Difference } from '../../domain/money/reconciliation/reconciliation.ts';
import { type ReportRow, reportRows } from '../../domain/money/reconciliation/report-rows.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { type Compared, compareDay } from './compare-day.ts';
import { demandTreasurer } from './demand-treasurer.ts';
import type { ComparingDeps } from './deps.ts';

type Operation = (typeof settlingOperations)['getReconciliation'];
type Body = Reply<Operation>['body'];

const SHOWN = 2000;

/** The comparison of a day as it was kept; of today, before the night, as it would be now. */
export async function getReconciliation(
  deps: ComparingDeps & { readonly agency: string },
  { caller, params: { day }, language, now }: Call<Operation>,
): Promise<Reply<Operation>> {
  demandTreasurer(deps, caller, 'settlement.read');
  const kept = await deps.reconciliations.find(day);
  if (kept) {
    const { open, cleared } = await deps.reconciliations.differences(kept);
    return { body: view({ run: kept, open, cleared, until: kept.until }, language) };
  }
  if (day !== dateOf(now)) throw nothingHere();
  const { run, result } = await compareDay(deps, day, now);
  return {
    body: view({ run, open: result.differences, cleared: result.cleared, until: null }, language),
  };
}

interface Shown extends Pick<Compared, 'run'> {
  readonly open: readonly Difference[];
  readonly cleared: readonly Difference[];
  readonly until: string | null;
}

function view({ run, open, cleared, until }: Shown, language: Call<Operation>['language']): Body {
  const { day, after, gatewayList, totals } = run;
  const shown = { day, matches: [], unpaid: [], totals, cleared: [], differences: open.slice(0, SHOWN) };
  const rows = reportRows(shown).filter(({ part }) => part === 'open');
  return {
    ...{ day, kept: until !== null, after, until, gatewayList, totals },
    differences: rows.map(row => differenceOf(row, language)),
    differencesInAll: open.length,
    cleared: cleared.length,
  };
}

const differenceOf = (row: ReportRow, language: Call<Operation>['language']) => ({
  id: row.id ?? '',
  kind: row.code as Difference['kind'],
  name: row.name[language],
  dossiers: [...row.dossiers],
  gateways: [...row.gateways],
  transactions: [...row.transactions],
  references: [...row.references],
  credits: [...row.credits],
  amounts: row.amounts,
  since: row.since ?? '',
  ageDays: row.ageDays ?? 0,
  action: row.action?.[language] ?? '',
});
