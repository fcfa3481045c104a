import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { getReconciliationFile, getUnsettledFile } from '../../../functions/features/settling/get-files.ts';
import { getReconciliation } from '../../../functions/features/settling/get-reconciliation.ts';
import { listUnsettled } from '../../../functions/features/settling/list-unsettled.ts';
import { columnName } from '../../../functions/records/tables/xlsx-sheet.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import { readCsv } from '../exports/read-csv.ts';
import { readWorkbook } from '../exports/read-workbook.ts';
import { openMoneyOffice } from './money-office.ts';

const at = (day: number, time: string) => Date.parse(`2026-11-${day}T${time}:00+07:00`);
const DAY = '2026-11-23';

/** An office whose files stay in memory. */
function reporting() {
  const office = openMoneyOffice();
  const files = new Map<string, Buffer>();
  const deps = {
    ...office.deps,
    files: {
      keep: async (key: string, body: Buffer) => {
        files.set(key, body);
        return `https://files.example/${key}`;
      },
    },
  };
  const bytesOf = ({ url }: { readonly url: string }) =>
    files.get(new URL(url).pathname.slice(1)) ?? Buffer.of();
  const asked = <P>(params: P, now: number) => office.call(params, undefined, now);
  return {
    ...office,
    keys: () => [...files.keys()],
    /** Money that a gateway tells of; of a dossier where its code is given. */
    pay: (name: string, amount: number, { day = 23, dossier = '' } = {}) =>
      office.tell(
        {
          ...{ gateway: dossier === '' ? 'platform' : 'bank', transaction: name, purpose: dossier || null },
          ...{ reference: dossier === '' ? `REF${name}` : null, amount: toDong(amount) },
          paidAt: `2026-11-${day}T10:00:00+07:00`,
        },
        at(day, '10:01'),
      ),
    async unsettled(format: 'csv' | 'xlsx', now: number) {
      const { body } = await getUnsettledFile(deps, asked({ format }, now));
      return { body, bytes: bytesOf(body) };
    },
    async compared(format: 'csv' | 'xlsx', now: number, day = DAY) {
      const { body } = await getReconciliationFile(deps, asked({ day, format }, now));
      return { body, bytes: bytesOf(body) };
    },
    shown: async (now: number, day = DAY) => (await getReconciliation(deps, asked({ day }, now))).body,
    listed: async (now: number) => (await listUnsettled(deps, asked(undefined, now))).body,
  };
}

const rowsOf = (bytes: Buffer) => readCsv(bytes.toString('utf8').slice(1));

/** Rows as records, by heading. */
function records(rows: readonly (readonly unknown[])[]) {
  const [head = [], ...more] = rows;
  return more.map(row => Object.fromEntries(head.map((name, place) => [String(name), row[place] ?? ''])));
}

test('the comparison of a day says in CSV and XLSX what it says in JSON, in Vietnamese', async () => {
  const office = reporting();
  office.lists([
    {
      ...{ reference: 'REFX0000000', transaction: 'GDX00000', result: 'paid', bank: 'VCB' },
      ...{ amount: toDong(7000), at: '2026-11-23T10:00:00+07:00' },
    },
  ]);
  await office.pay('GDA00000', 10_000);
  const now = at(23, '12:00');
  const json = await office.shown(now);
  expect(json.differences.map(({ kind }) => kind)).toEqual(['onlyOurs', 'onlyGateway']);
  const csv = await office.compared('csv', now);
  expect(csv.body).toMatchObject({
    ...{ fileName: `doi-soat-${DAY}.csv`, contentType: 'text/csv; charset=utf-8', rows: 6 },
    ...{ size: csv.bytes.length, urlExpiresAt: '2026-11-23T12:05:00+07:00' },
  });
  const rows = records(rowsOf(csv.bytes));
  expect(rows.map(row => row['Trạng thái'])).toEqual([
    'tổng',
    'tổng',
    'tổng',
    'tổng',
    'chưa xử lý',
    'chưa xử lý',
  ]);
  expect(rows[0]).toMatchObject({
    ...{ Loại: 'số liệu trong ngày', 'Số tiền: hệ thống (đồng)': '10000' },
    ...{ 'Số tiền: cổng (đồng)': '7000', 'Số tiền: kho bạc (đồng)': '0' },
  });
  expect(rows.slice(4).map(row => row['Việc nên làm'])).toEqual(json.differences.map(({ action }) => action));
  expect(rows[5]).toMatchObject({
    ...{ Loại: 'chỉ có ở cổng thanh toán', 'Cổng thanh toán': 'nền tảng thanh toán' },
    ...{ 'Mã giao dịch': 'GDX00000', 'Từ ngày': '23/11/2026', 'Số ngày': '0' },
  });
  const xlsx = await office.compared('xlsx', now);
  expect(xlsx.body.fileName).toBe(`doi-soat-${DAY}.xlsx`);
  const sheet = readWorkbook(xlsx.bytes);
  expect(sheet).toMatchObject({ name: 'Đối soát', rows: 7 });
  // The amounts and counts are numbers, and the texts those of the CSV.
  const cells = rowsOf(csv.bytes).flatMap((row, at) =>
    row.map((text, place): [string, string] => [`${columnName(place)}${at + 1}`, text]),
  );
  for (const [place, text] of cells.filter(([, text]) => text !== '' && !/^\d\d\//.test(text)))
    expect(String(sheet.cells[place]), place).toBe(text);
  expect(sheet.cells['K2']).toBe(10_000);
});

test('what was kept of a night is what the file of that day says, and no other day has one', async () => {
  const office = reporting();
  await office.pay('GDA00000', 10_000);
  await office.night(at(23, '23:30'));
  await office.pay('GDB00000', 5000, { day: 24 });
  const now = at(24, '12:00');
  const rows = records(rowsOf((await office.compared('csv', now)).bytes));
  expect(rows[0]).toMatchObject({ 'Số tiền: hệ thống (đồng)': '10000' });
  await expect(office.compared('csv', now, '2026-11-22')).rejects.toMatchObject({ code: 'not-found' });
});

test('a transaction that a spreadsheet would execute is a text', async () => {
  const office = reporting();
  const dossier = await office.submit();
  await office.pay('=SUM(A1:A9)', 10_000, { dossier });
  const now = at(23, '12:00');
  for (const { bytes } of [await office.compared('csv', now), await office.unsettled('csv', now)]) {
    const cells = rowsOf(bytes).flat();
    expect(cells.filter(cell => /^[=+\-@]/.test(cell))).toEqual([]);
    expect(cells).toContain("'=SUM(A1:A9)");
  }
});

test('what waits is summed by gateway, and late after a day', async () => {
  const office = reporting();
  const dossier = await office.submit();
  await office.pay('GDA00000', 10_000, { day: 20, dossier });
  await office.pay('GDB00000', 5000, { dossier });
  const now = at(23, '12:00');
  expect((await office.listed(now)).gateways).toEqual([
    { gateway: 'platform', count: 0, amount: 0, oldestDays: null, overdue: { count: 0, amount: 0 } },
    { gateway: 'bank', count: 2, amount: 15_000, oldestDays: 3, overdue: { count: 1, amount: 10_000 } },
    { gateway: 'deposit', count: 0, amount: 0, oldestDays: null, overdue: { count: 0, amount: 0 } },
  ]);
  const { body, bytes } = await office.unsettled('csv', now);
  expect(body.fileName).toBe('chua-quyet-toan-2026-11-23.csv');
  const rows = records(rowsOf(bytes));
  expect(rows[0]).toMatchObject({ 'Trạng thái': 'tổng cộng', 'Số tiền (đồng)': '15000', 'Số ngày': '3' });
  expect(rows[1]).toMatchObject({ 'Trạng thái': 'trong đó quá hạn quyết toán', 'Số tiền (đồng)': '10000' });
  expect(rows.at(-2)).toMatchObject({ 'Trạng thái': 'quá hạn quyết toán', 'Ngày nộp': '20/11/2026' });
  expect(rows.at(-1)).toMatchObject({ 'Trạng thái': 'chờ quyết toán', 'Ngày nộp': '23/11/2026' });
});

test('whatever waits, the file has every payment once, and its sums are theirs', async () => {
  const paid = fc.record({
    amount: fc.integer({ min: 1, max: 1_000_000_000 }),
    day: fc.integer({ min: 20, max: 23 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(paid, { maxLength: 8 }), async payments => {
      const office = reporting();
      const dossier = await office.submit();
      for (const [nth, { amount, day }] of payments.entries())
        await office.pay(`GD${nth}`, amount, { day, dossier });
      const rows = records(rowsOf((await office.unsettled('csv', at(23, '12:00'))).bytes));
      const listed = await office.listed(at(23, '12:00'));
      const names = rows.map(row => row['Mã giao dịch']).filter(name => name !== '');
      expect(names).toHaveLength(payments.length);
      expect(names.toSorted()).toEqual(listed.items.map(({ transaction }) => transaction).toSorted());
      const sum = listed.items.reduce((total, { amount }) => total + amount, 0);
      expect(rows[0]).toMatchObject({
        'Số tiền (đồng)': String(sum),
        'Số khoản': String(listed.items.length),
      });
      expect(listed.gateways.reduce((total, { amount }) => total + amount, 0)).toBe(sum);
    }),
    { numRuns: 25 },
  );
});
