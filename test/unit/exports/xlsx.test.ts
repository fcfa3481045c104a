import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate, parseInstant } from '../../../functions/domain/vietnam-time.ts';
import { TableTooLargeError } from '../../../functions/records/tables/table.ts';
import { xlsxOf } from '../../../functions/records/tables/xlsx.ts';
import { readWorkbook } from './read-workbook.ts';
import { bytesOf, tableOf } from './tables.ts';

const texts = async (...cells: string[]) => {
  const rows = cells.map(text => ({ Tên: text }));
  return readWorkbook(await bytesOf(xlsxOf(tableOf(rows, { Tên: 'text' }))));
};

describe('XLSX', () => {
  it('is a workbook of one sheet, its header bold, frozen and with a filter', async () => {
    const sheet = await texts('Nguyễn Văn Á', 'Trần Thị Ơn', 'ba');
    expect(sheet.name).toBe('Hồ sơ');
    expect(sheet.files).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    expect(sheet.cells).toEqual({ A1: 'Tên', A2: 'Nguyễn Văn Á', A3: 'Trần Thị Ơn', A4: 'ba' });
    expect(sheet.xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet.xml).toContain('<c r="A1" s="1" t="inlineStr">');
    expect(sheet.xml).toContain('<col min="1" max="1" width="20" customWidth="1"/>');
    expect(sheet.xml).toMatch(/<\/sheetData><autoFilter ref="A1:A4"\/><\/worksheet>$/);
  });

  it('holds numbers and dates as numbers, on the clock of Vietnam', async () => {
    const row = {
      n: 1234.5,
      at: parseInstant('2026-11-23T18:30:00Z'),
      on: parseDate('2026-11-23'),
      code: '1.001020',
    };
    const kinds = { n: 'number', at: 'moment', on: 'day', code: 'text' } as const;
    const { cells, xml } = readWorkbook(await bytesOf(xlsxOf(tableOf([row], kinds))));
    // 24 November 2026 is day 46350 of spreadsheets; 01:30 is a sixteenth of a day.
    expect(cells).toMatchObject({ A2: 1234.5, B2: 46_350 + 1 / 16, C2: 46_349, D2: '1.001020' });
    expect(xml).toContain('<c r="B2" s="3">');
    expect(xml).toContain('<c r="C2" s="4">');
  });

  it('is a header and nothing else for an empty list', async () => {
    const sheet = await texts();
    expect([sheet.rows, sheet.cells]).toEqual([1, { A1: 'Tên' }]);
    expect(sheet.xml).toContain('<autoFilter ref="A1:A1"/>');
  });

  it('has no formulas, whatever a text begins with', async () => {
    const sheet = await texts('=1+1', '+84', '@x', '-1');
    expect(Object.values(sheet.cells)).toEqual(['Tên', '=1+1', '+84', '@x', '-1']);
    expect(sheet.xml).not.toContain('<f>');
  });

  it('carries markup and line ends, and marks what XML cannot', async () => {
    const sheet = await texts('<b>&amp;"\'', 'hai\r\ndòng\ttab', 'x\u0001\uFFFEy', '_x0041_', ' lề ');
    expect(Object.values(sheet.cells).slice(1)).toEqual([
      '<b>&amp;"\'',
      'hai\r\ndòng\ttab',
      'x\uFFFD\uFFFDy',
      '_x005F_x0041_',
      ' lề ',
    ]);
    expect(sheet.xml).toContain('xml:space="preserve"');
  });

  it('cuts what no cell can hold, and says so', async () => {
    const { cells } = await texts('đ'.repeat(32_767), 'đ'.repeat(40_000));
    expect(String(cells['A2'])).toBe('đ'.repeat(32_767));
    expect(String(cells['A3'])).toHaveLength(32_767);
    expect(String(cells['A3'])).toMatch(/đ… \[cắt bớt\]$/);
  });

  it('refuses more rows than a sheet holds', async () => {
    const rows = [1, 2, 3].map(n => ({ n }));
    const all = (mostRows: number) => bytesOf(xlsxOf(tableOf(rows, { n: 'number' }), { mostRows }));
    expect(readWorkbook(await all(3)).rows).toBe(4);
    await expect(all(2)).rejects.toThrow(TableTooLargeError);
    await expect(all(2)).rejects.toThrow('A sheet holds 2 rows but the list has more');
  });

  it('names columns beyond Z', async () => {
    const kinds = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`c${at}`, 'number'] as const));
    const sheet = readWorkbook(await bytesOf(xlsxOf(tableOf([{ c0: 0, c29: 29 }], kinds))));
    expect(sheet.cells).toMatchObject({ A2: 0, AD2: 29, AD1: 'c29' });
  });

  it('reads back as what was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), async cells => {
        const clean = cells.filter(text => !/[\uFFFE\uFFFF]|_x[0-9a-f]{4}_/i.test(text));
        const { cells: found } = await texts(...clean);
        expect(Object.values(found).slice(1)).toEqual(clean.map(text => text.toWellFormed()));
      }),
    );
  });
});
