import type { TemplateReport } from '../../../api/generated.ts';

export type TemplateRow = TemplateReport['rows'][number];

/** Procedures in one request: few enough for an answer in time. */
export const PORTION = 50;

/** All that was reported, portion by portion. */
export interface Sum {
  readonly rows: readonly TemplateRow[];
  readonly fit: number;
  readonly open: number;
  readonly refused: number;
  readonly kept: number;
  /** Every procedure that was looked at. */
  readonly seen: number;
}

export function sumOf(reports: readonly TemplateReport[]): Sum {
  const total = (name: keyof TemplateReport['counts']) =>
    reports.reduce((sum, { counts }) => sum + counts[name], 0);
  const rows = reports.flatMap(report => report.rows);
  const kept = total('kept');
  return {
    rows,
    fit: total('fit'),
    open: total('open'),
    refused: total('refused'),
    kept,
    seen: rows.length + kept,
  };
}
