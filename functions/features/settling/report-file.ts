import type * as z from 'zod';
import type { settlementFile } from '../../../schemas/api/settling.ts';
import type { Language } from '../../../schemas/words.ts';
import type { ReportColumn } from '../../domain/money/report-column.ts';
import { sha256Of } from '../../domain/sha256.ts';
import { type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import { LINK_LIFE } from '../../kernel/objects/link-life.ts';
import { csvOf } from '../../records/tables/csv.ts';
import type { Table } from '../../records/tables/table.ts';
import { type TableFormat, tableTypes } from '../../records/tables/table-types.ts';
import { xlsxOf } from '../../records/tables/xlsx.ts';
import type { ReportDeps } from './deps.ts';

/** A report, and how it is asked for. */
interface Report<Row> {
  /** Name of the sheet, and that of the file without its ending. */
  readonly name: string;
  readonly fileName: string;
  readonly rows: readonly Row[];
  readonly columns: (language: Language) => readonly ReportColumn<Row>[];
}

interface Asked {
  readonly format: TableFormat;
  readonly language: Language;
  readonly now: Instant;
}

/** Writes a report as a file, and gives a link to it; the file is deleted after a day. */
export async function reportFile<Row>(
  { files }: ReportDeps,
  { name, fileName, rows, columns }: Report<Row>,
  { format, language, now }: Asked,
): Promise<z.input<typeof settlementFile>> {
  const table: Table<Row> = {
    name,
    columns: columns(language).map(({ heading, ...column }) => ({ ...column, header: heading[language] })),
    pages: onePage(rows),
  };
  const body = await whole(format === 'csv' ? csvOf(table, { days: 'vietnamese' }) : xlsxOf(table));
  const sha256 = sha256Of(body);
  const contentType = tableTypes[format];
  const file = { fileName: `${fileName}.${format}`, contentType };
  return {
    ...file,
    ...{ rows: rows.length, size: body.length, sha256 },
    url: await files.keep(`registers/settlement/${sha256}.${format}`, body, file),
    urlExpiresAt: toRfc3339(now + LINK_LIFE * 1000),
  };
}

async function* onePage<Row>(rows: readonly Row[]) {
  yield rows;
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
