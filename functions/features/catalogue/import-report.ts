import type * as z from 'zod';
import type { ImportReport, importedRow } from '../../../schemas/api/operations/catalogue.ts';
import type { Language, Words } from '../../../schemas/words.ts';

type Row = z.infer<typeof importedRow>;

/** A remark about a row. */
export interface RowWarning {
  readonly code: string;
  readonly field: string;
  readonly message: Words;
}

/** The outcome of a row, in both languages. */
export type ReadRow = Omit<Row, 'warnings' | 'refusedBecause'> & {
  readonly warnings: readonly RowWarning[];
  readonly refusedBecause: Words | null;
};

/** A row of which nothing was stored. */
export function refusedRow(
  index: number,
  code: string | null,
  because: Words,
  warnings: readonly RowWarning[],
): ReadRow {
  return {
    index,
    code,
    outcome: 'refused',
    change: 'none',
    version: null,
    state: null,
    warnings,
    changes: [],
    refusedBecause: because,
  };
}

/** The report as the caller reads it. */
export function reportOf(rows: readonly ReadRow[], language: Language): ImportReport {
  const count = (test: (row: ReadRow) => boolean) => rows.filter(test).length;
  return {
    accepted: count(row => row.outcome === 'accepted'),
    acceptedWithWarnings: count(row => row.outcome === 'acceptedWithWarnings'),
    refused: count(row => row.outcome === 'refused'),
    created: count(row => row.change === 'new'),
    changed: count(row => row.change === 'changed'),
    unchanged: count(row => row.change === 'unchanged'),
    rows: rows.map(({ warnings, refusedBecause, ...row }) => ({
      ...row,
      warnings: warnings.map(({ message, ...warning }) => ({ ...warning, message: message[language] })),
      refusedBecause: refusedBecause?.[language] ?? null,
    })),
  };
}
