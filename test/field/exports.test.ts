import { describe, expect, test } from 'vitest';
import { csvOf } from '../../functions/export-worker/writers/csv.ts';
import { xlsxOf } from '../../functions/export-worker/writers/xlsx.ts';
import { readWorkbook } from '../unit/exports/read-workbook.ts';
import { bytesOf, tableOf } from '../unit/exports/tables.ts';

const table = (text: string) => tableOf([{ Tên: text }], { Tên: 'text' });

async function csvCell(text: string): Promise<string> {
  const csv = (await bytesOf(csvOf(table(text)))).toString('utf8');
  const cell = csv.slice(csv.indexOf('\r\n') + 2, -2);
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

describe('whispaste/whispaste#126, hhurz/tableExport.jquery.plugin#230, jogetworkflow/jw-community#20: formulas in CSV', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    ' =1+1',
    '\u00A0=1+1',
    '\u200B=1+1',
    '＝1+1',
    '＠A1',
    '1E5',
    '1.5e-3',
  ])('%j is written as a text', async text => {
    expect(await csvCell(text)).toBe(`'${text}`);
  });

  test.each(['a=b', ' lề', 'E5', '1 Eo', 'Số −1', '1E5 thửa'])('%j is left as it is', async text => {
    expect(await csvCell(text)).toBe(text);
  });
});

describe('PHPOffice/PhpSpreadsheet#212, randym/axlsx#105, jmcnamara/libxlsxwriter#42: what XML cannot hold', () => {
  test.each([
    ['a\u000Bb', 'a\uFFFDb'],
    ['a\u0000b', 'a\uFFFDb'],
    ['a & b < c', 'a & b < c'],
    ['\uD800x', '\uFFFDx'],
  ])('%j leaves the workbook whole', async (text, read) => {
    const { cells } = readWorkbook(await bytesOf(xlsxOf(table(text))));
    expect(cells['A2']).toBe(read);
  });

  test('a text that looks like an escape is not taken for one', async () => {
    const { cells } = readWorkbook(await bytesOf(xlsxOf(table('_x0041_'))));
    expect(cells['A2']).toBe('_x005F_x0041_');
  });
});
