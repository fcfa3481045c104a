import type { settlingOperations } from '../../../schemas/api/operations/settling.ts';
import type { Difference } from '../../domain/money/reconciliation/reconciliation.ts';
import { type ReportRow, reportRows } from '../../domain/money/reconciliation/report-rows.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { type Comparison, comparisonOf } from './comparison-of.ts';
import { demandTreasurer } from './demand-treasurer.ts';
import type { ComparingDeps } from './deps.ts';

type Operation = (typeof settlingOperations)['getReconciliation'];
type Body = Reply<Operation>['body'];

const SHOWN = 2000;

/** A day compared three ways: the first differences, and how many there are. */
export async function getReconciliation(
  deps: ComparingDeps & { readonly agency: string },
  { caller, params: { day }, language, now }: Call<Operation>,
): Promise<Reply<Operation>> {
  demandTreasurer(deps, caller, 'settlement.read');
  return { body: view(await comparisonOf(deps, day, now), language) };
}

function view({ run, open, cleared, until }: Comparison, language: Call<Operation>['language']): Body {
  const { day, after, gatewayList, totals } = run;
  const rows = reportRows({ totals, cleared: [], differences: open.slice(0, SHOWN) }).filter(
    ({ part }) => part === 'open',
  );
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
