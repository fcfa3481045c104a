import type { Column, Table } from '../../../functions/records/tables/table.ts';

/** A table of rows that are given, in pages of two. */
export function tableOf(
  rows: readonly Record<string, string | number | null>[],
  kinds: Readonly<Record<string, Column<unknown>['kind']>>,
): Table<Record<string, string | number | null>> {
  return {
    name: 'Hồ sơ',
    columns: Object.entries(kinds).map(([header, kind]) => ({
      header,
      kind,
      width: 20,
      cell: row => row[header] ?? null,
    })),
    pages: pagesOf(rows),
  };
}

async function* pagesOf<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  // A page may be empty and not be the last.
  yield [];
  for (let at = 0; at < rows.length; at += 2) yield rows.slice(at, at + 2);
}

export async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
