import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate, parseInstant } from '../../../functions/domain/vietnam-time.ts';
import { csvOf } from '../../../functions/records/tables/csv.ts';
import { readCsv as read } from './read-csv.ts';
import { bytesOf, tableOf } from './tables.ts';

const written = async (...texts: (string | null)[]) => {
  const rows = texts.map(text => ({ Tên: text }));
  const bytes = await bytesOf(csvOf(tableOf(rows, { Tên: 'text' })));
  return bytes.toString('utf8');
};

describe('CSV', () => {
  it('begins with a byte order mark, ends lines with CRLF, keeps Vietnamese', async () => {
    expect(await written('Đăng ký kết hôn ở phường')).toBe('\uFEFFTên\r\nĐăng ký kết hôn ở phường\r\n');
  });

  it('is a header and nothing else for an empty list', async () => {
    expect(await written()).toBe('\uFEFFTên\r\n');
  });

  it('quotes separators, quotes, line ends and spaces at the edges', async () => {
    expect(await written('a,b', 'nói "có"', 'hai\r\ndòng', ' lề', null, '')).toBe(
      '\uFEFFTên\r\n"a,b"\r\n"nói ""có"""\r\n"hai\r\ndòng"\r\n" lề"\r\n\r\n\r\n',
    );
  });

  it.each([
    ...['=1+1', '+84', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")'],
    ...['\n=1', ' =1', '\u00A0\u3000+1', '\u2028@x', '\u200B=1', '\u2800=1', '\u0000-1'],
    ...['＝1+1', '＋84', '－1', '＠SUM(A1)', '﹦1', '﹢1', '﹣1', '⁺1', '₌1', ' \n＝1', '=\u0338 1'],
  ])('lets no spreadsheet run %j', async text => {
    const [, [cell = ''] = []] = read((await written(text)).slice(1));
    expect(cell).toBe(`'${text}`);
  });

  it.each(['1.001020', '0912345678', '025090000001', '2026-11-23', '12:30', '1/2'])(
    'lets no spreadsheet take %s for a number or date',
    async text => {
      expect(await written(text)).toBe(`\uFEFFTên\r\n'${text}\r\n`);
    },
  );

  it.each(['H44.101-261123-0001', 'Số 5', 'a=b', '12 Trần Phú'])('leaves %s as it is', async text => {
    expect(await written(text)).toBe(`\uFEFFTên\r\n${text}\r\n`);
  });

  it('writes numbers bare, moments and days as every spreadsheet reads them, in Vietnamese time', async () => {
    const row = { n: -12.5, at: parseInstant('2026-11-23T18:30:05Z'), on: parseDate('2026-11-23') };
    const bytes = await bytesOf(csvOf(tableOf([row], { n: 'number', at: 'moment', on: 'day' })));
    expect(bytes.toString('utf8').split('\r\n')[1]).toBe('-12.5,2026-11-24 01:30:05,2026-11-23');
  });

  it('writes days as Vietnamese papers have them, where that is asked for', async () => {
    const table = tableOf([{ on: parseDate('2026-01-09') }], { on: 'day' });
    const bytes = await bytesOf(csvOf(table, { days: 'vietnamese' }));
    expect(bytes.toString('utf8')).toBe('\uFEFFon\r\n09/01/2026\r\n');
  });

  it('writes a huge cell whole', async () => {
    const huge = 'đ,'.repeat(500_000);
    expect(await written(huge)).toBe(`\uFEFFTên\r\n"${huge}"\r\n`);
  });

  it('reads back as what was written, but for the apostrophe', async () => {
    const cell = fc.string({ unit: 'grapheme' }).filter(text => text !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 5 }), async texts => {
        const [, ...rows] = read((await written(...texts)).slice(1));
        const cells = rows.map(([first = '']) => first);
        expect(cells).toHaveLength(texts.length);
        for (const [at, text] of texts.entries())
          expect([text.toWellFormed(), `'${text.toWellFormed()}`]).toContain(cells[at]);
        expect(cells.filter(found => /^[=+\-@\t\r]/.test(found))).toEqual([]);
      }),
    );
  });
});
