import { describe, expect, it } from 'vitest';
import { reportColumns, reportRows } from '../../../functions/domain/money/reconciliation/report-rows.ts';
import { parseDate } from '../../../functions/domain/vietnam-time.ts';
import { credit, FRIDAY, listed, our, reconciled } from './days.ts';

const first = reconciled({ ours: [our(1, 5000)], gateway: [listed(2, 7000)] });
const next = reconciled({
  day: '2026-11-28',
  ours: [our(3, 9000)],
  gateway: [listed(1, 5000), listed(3, 9000)],
  treasury: [credit('K3', 9000, 'GD000003'), credit('K1', 5000, 'GD000001')],
  carried: first.differences,
});

describe('the report of a day', () => {
  const rows = reportRows(next);

  it('has the totals, what is open and what was cleared', () => {
    expect(rows.map(({ part, code }) => `${part} ${code}`)).toEqual([
      'total given',
      'total carried',
      'total matched',
      'total open',
      'open onlyGateway',
      'cleared onlyOurs',
    ]);
    expect(rows[0]).toMatchObject({
      counts: { ours: 1, gateway: 2, treasury: 2 },
      amounts: { ours: 9000, gateway: 14_000, treasury: 14_000 },
    });
    expect(rows[4]).toMatchObject({ transactions: ['GD000002'], dossiers: [], ageDays: 1, since: FRIDAY });
  });

  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
  });

  it('has columns with headings and cells in both languages', () => {
    const [vi, en] = [reportColumns('vi'), reportColumns('en')];
    const cells = (columns: typeof vi) =>
      Object.fromEntries(columns.map(({ heading, cell }) => [heading.en, cell]));
    const open = rows[4];
    if (!open) throw new Error('no open difference');
    expect(cells(vi)['Kind']?.(open)).toBe('chỉ có ở cổng thanh toán');
    expect(cells(en)['Kind']?.(open)).toBe('only at the gateway');
    expect(cells(en)['Since']?.(open)).toBe(parseDate(FRIDAY));
    expect(cells(en)['Amount: gateway (đồng)']?.(open)).toBe(7000);
    expect(cells(en)['Dossier']?.(open)).toBeNull();
    expect(new Set(vi.map(({ heading }) => heading.vi)).size).toBe(vi.length);
  });

  it('has a cell of the right kind in each column of each row', () => {
    for (const { kind, cell } of reportColumns('vi'))
      for (const row of rows) {
        const value = cell(row);
        expect(value === null || typeof value === (kind === 'text' ? 'string' : 'number')).toBe(true);
      }
  });
});
