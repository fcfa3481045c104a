import { Zip, ZipDeflate } from 'fflate';
import { type Table, TableTooLargeError } from './table.ts';
import { contentTypes, packageRelations, styles, workbook, workbookRelations } from './xlsx-parts.ts';
import { sheetEnd, sheetRow, sheetStart } from './xlsx-sheet.ts';

/** Data rows a sheet can hold below its header: 1,048,576 in all. */
export const MOST_ROWS = 1_048_575;

/** The archive has no 64-bit sizes: a sheet of 4 GiB or more would be unreadable. */
const LARGEST_SHEET = 0xffff_ffff;

/** Fast rather than small: the next level saves a tenth of the size for half as much time again. */
const LEVEL = 1;

/**
 * The table as an XLSX workbook (ECMA-376) with one sheet, compressed while it is written: bold frozen header with a
 * filter, inline texts, numbers and dates as numbers. Throws `TableTooLargeError` beyond what a sheet can hold.
 */
export async function* xlsxOf<Item>(
  { name, columns, pages }: Table<Item>,
  { mostRows = MOST_ROWS }: { mostRows?: number } = {},
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const encoder = new TextEncoder();
  const open = (path: string) => {
    const file = new ZipDeflate(path, { level: LEVEL });
    zip.add(file);
    return file;
  };
  for (const [path, content] of Object.entries({
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': packageRelations,
    'xl/workbook.xml': workbook(name),
    'xl/_rels/workbook.xml.rels': workbookRelations,
    'xl/styles.xml': styles,
  }))
    open(path).push(encoder.encode(content), true);

  const sheet = open('xl/worksheets/sheet1.xml');
  let bytes = 0;
  const write = (text: string, last = false) => {
    const chunk = encoder.encode(text);
    bytes += chunk.length;
    if (bytes > LARGEST_SHEET)
      throw new TableTooLargeError({
        vi: 'Trang tính sẽ lớn hơn 4 GiB: hãy thu hẹp danh sách hoặc chọn CSV.',
        en: 'The sheet would be larger than 4 GiB: narrow the list or choose CSV.',
      });
    sheet.push(chunk, last);
  };
  write(sheetStart(columns));
  let rows = 0;
  for await (const items of pages) {
    if (rows + items.length > mostRows)
      throw new TableTooLargeError({
        vi: `Một trang tính chứa ${mostRows} dòng, danh sách dài hơn: hãy thu hẹp danh sách hoặc chọn CSV.`,
        en: `A sheet holds ${mostRows} rows but the list has more: narrow it or choose CSV.`,
      });
    if (items.length > 0) write(items.map(item => sheetRow(columns, item, ++rows + 1)).join(''));
    yield* ready.splice(0);
  }
  write(sheetEnd(columns.length, rows), true);
  zip.end();
  yield* ready.splice(0);
}
