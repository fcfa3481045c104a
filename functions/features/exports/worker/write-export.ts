import type { StoredExport } from '../../../../schemas/stored/export.ts';
import { csvOf } from '../../../records/tables/csv.ts';
import { tableTypes } from '../../../records/tables/table-types.ts';
import { xlsxOf } from '../../../records/tables/xlsx.ts';
import { exportKey } from '../export-key.ts';
import type { Delivery, WorkerDeps } from './deps.ts';
import { openSource } from './export-source.ts';

/** The written file. */
export interface Written {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly rows: number;
}

/** More than one run can read. */
export class ExportTooLongError extends Error {
  override readonly name = 'ExportTooLongError';
}

/** Rows after which the progress is recorded. */
const PROGRESS = 5000;

/**
 * Time reserved for finishing a file, in milliseconds: a run with less left stops by itself instead of being killed.
 */
const SPARE = 15_000;

/** Reads the list and writes its file, page by page, never holding either as a whole. */
export async function writeExport(
  deps: WorkerDeps,
  running: StoredExport,
  { now, remaining }: Pick<Delivery, 'now' | 'remaining'>,
): Promise<Written> {
  let rows = 0;
  let told = 0;
  const source = openSource(deps, running, {
    now,
    async onPage(more) {
      if (remaining() < SPARE) throw new ExportTooLongError(`${running.id} ran out of time`);
      rows += more;
      if (rows - told < PROGRESS) return;
      told = rows;
      // A run that was overtaken finds out when it settles; progress is for display only.
      await deps.exports.change(running, { ...running, rows });
    },
  });
  const content = source.write<AsyncIterable<Uint8Array>>(running.format === 'csv' ? csvOf : xlsxOf);
  const file = await deps.files.put(exportKey(running), tableTypes[running.format], content);
  return { ...file, name: fileNameOf(running), rows };
}

/** `ho-so-20261121-1940.csv`: list and request time, in characters every system accepts. */
function fileNameOf({ wanted, language, format, requestedAt }: StoredExport): string {
  const names = { dossiers: { vi: 'ho-so', en: 'dossiers' }, tasks: { vi: 'cong-viec', en: 'tasks' } };
  const at = requestedAt.slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-');
  return `${names[wanted.list][language]}-${at}.${format}`;
}
