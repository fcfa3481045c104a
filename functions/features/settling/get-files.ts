import type { settlingOperations } from '../../../schemas/api/operations/settling.ts';
import { reportColumns, reportRows } from '../../domain/money/reconciliation/report-rows.ts';
import { waitingColumns, waitingRows } from '../../domain/money/settlement/waiting-report.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { comparisonOf } from './comparison-of.ts';
import { demandTreasurer } from './demand-treasurer.ts';
import type { ComparingDeps, ReportDeps, StatementDeps } from './deps.ts';
import { unsettled } from './list-unsettled.ts';
import { reportFile } from './report-file.ts';

type Operations = typeof settlingOperations;

const names = {
  compared: { vi: 'Đối soát', en: 'Reconciliation', file: { vi: 'doi-soat', en: 'reconciliation' } },
  unsettled: { vi: 'Chưa quyết toán', en: 'Unsettled', file: { vi: 'chua-quyet-toan', en: 'unsettled' } },
} as const;

/** The comparison of a day as a file (biên bản đối soát), with all differences and those that are there no more. */
export async function getReconciliationFile(
  deps: ComparingDeps & ReportDeps & { readonly agency: string },
  { caller, params: { day, format }, language, now }: Call<Operations['getReconciliationFile']>,
): Promise<Reply<Operations['getReconciliationFile']>> {
  demandTreasurer(deps, caller, 'settlement.read');
  const { run, open, cleared } = await comparisonOf(deps, day, now);
  const report = {
    name: names.compared[language],
    fileName: `${names.compared.file[language]}-${day}`,
    rows: reportRows({ totals: run.totals, differences: open, cleared }),
    columns: reportColumns,
  };
  return { body: await reportFile(deps, report, { format, language, now }) };
}

/** What waits for the treasury as a file: sums of each gateway, then every payment with its age. */
export async function getUnsettledFile(
  deps: Pick<StatementDeps, 'agency' | 'payments'> & ReportDeps,
  { caller, params: { format }, language, now }: Call<Operations['getUnsettledFile']>,
): Promise<Reply<Operations['getUnsettledFile']>> {
  demandTreasurer(deps, caller, 'settlement.read');
  const report = {
    name: names.unsettled[language],
    fileName: `${names.unsettled.file[language]}-${dateOf(now)}`,
    rows: waitingRows(await unsettled(deps, now)),
    columns: waitingColumns,
  };
  return { body: await reportFile(deps, report, { format, language, now }) };
}
