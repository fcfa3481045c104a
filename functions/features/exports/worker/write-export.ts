import type { StoredExport } from '../../../../schemas/stored/export.ts';
import { exportKey, exportTypes } from '../export-key.ts';
import { csvOf } from '../writers/csv.ts';
import { xlsxOf } from '../writers/xlsx.ts';
import type { Delivery, WorkerDeps } from './deps.ts';
import { openSource } from './export-source.ts';

/** A file as it was written. */
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

/** Rows after which the record says how far the export is. */
const PROGRESS = 5000;

/** What finishing a file may take, in milliseconds: a run that has no more left stops by itself instead of being stopped. */
const SPARE = 15_000;

/** Reads the list and writes its file, page by page: neither is ever held whole. */
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
      // A run that was overtaken learns of it when it settles; progress is only shown.
      await deps.exports.change(running, { ...running, rows });
    },
  });
  const content = source.write<AsyncIterable<Uint8Array>>(running.format === 'csv' ? csvOf : xlsxOf);
  const file = await deps.files.put(exportKey(running), exportTypes[running.format], content);
  return { ...file, name: fileNameOf(running), rows };
}

/** `ho-so-20261121-1940.csv`: list and time of asking, in letters every system takes. */
function fileNameOf({ wanted, language, format, requestedAt }: StoredExport): string {
  const names = { dossiers: { vi: 'ho-so', en: 'dossiers' }, tasks: { vi: 'cong-viec', en: 'tasks' } };
  const at = requestedAt.slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-');
  return `${names[wanted.list][language]}-${at}.${format}`;
}
