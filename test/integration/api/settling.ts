import { describe, expect, test } from 'vitest';
import { booksOf } from '../../support/money-books.ts';
import { nightNow } from '../../support/money-night.ts';
import { paymentLink, waitingForFee } from './payments.ts';
import { accepted, expectRefusal, type World } from './world.ts';

/** A row of a statement. */
interface Row {
  readonly reference: string;
  readonly amount: number;
  readonly purpose: string;
}

/** A statement as CSV, of one day. */
export function statementText(account: string, rows: readonly Row[], day = '23/11/2026'): string {
  return [
    `Số tài khoản;${account}`,
    `Từ ngày;${day};Đến ngày;${day}`,
    'Ngày hạch toán;Số tham chiếu;Ghi nợ;Ghi có;Nội dung',
    ...rows.map(({ reference, amount, purpose }) => `${day};${reference};;${amount};"${purpose}"`),
    '',
  ].join('\r\n');
}

let accounts = 0;

/** An account that no other statement of these tests is of. */
export const nextAccount = () => `39490${String(++accounts).padStart(8, '0')}`;

let entries = 0;

/** Money that a bank told of and that names no dossier: the path of its assignment. */
export async function moneyOfNobody(
  { gateways, anonymous }: World,
  { amount = 12_000, account = gateways.bank.account } = {},
): Promise<{ gateway: string; transaction: string }> {
  const id = `FTNOBODY${++entries}`;
  const { body, headers } = gateways.bank.notice({ amount, purpose: 'nop le phi', id });
  const told = await anonymous.call('notifyBank', { body: JSON.parse(body), headers });
  expect(told.body).toEqual({ taken: true });
  return { gateway: 'bank', transaction: Buffer.from(`${account}/${id}`).toString('base64url') };
}

/** The same, given to a dossier. */
export async function assignedMoney(world: World, dossier: string) {
  const params = await moneyOfNobody(world);
  const body = { dossier, reason: 'Theo ủy nhiệm chi' };
  const assigned = await world.administrator.call('assignPayment', { params, body });
  expect(assigned.status, JSON.stringify(assigned.body)).toBe(200);
  return params;
}

/** Statements, what they settle, and money of nobody. */
export function settling(open: () => World): void {
  describe('settling', () => {
    const load = (text: string) => open().administrator.call('loadStatement', { body: { text } });
    const head = async (code: string) => (await open().owner.call('getDossier', { params: { code } })).body;
    const unsettled = async () => (await open().auditor.call('listUnsettled')).body;
    const waitingOf = async (code: string) => {
      const { items } = await unsettled();
      return items.filter(({ dossier }: { dossier: string }) => dossier === code);
    };
    const day = () => {
      const [year, month, date] = new Date(open().clock.now() + 7 * 3_600_000)
        .toISOString()
        .slice(0, 10)
        .split('-');
      return `${date}/${month}/${year}`;
    };
    const platformPayment = async () => {
      const { anonymous, gateways } = open();
      const code = await waitingForFee(open());
      const opened = await anonymous.call('openPayment', { params: await paymentLink(open(), code) });
      const { reference } = opened.body;
      await gateways.platform.pay(reference);
      expect((await head(code)).money).toBe('paid');
      return { code, reference: reference as string };
    };

    test('a statement settles the payment whose reference it names, once, and the books balance', async () => {
      const { code, reference } = await platformPayment();
      expect(await waitingOf(code)).toMatchObject([{ gateway: 'platform', amount: 15_000, ageDays: 0 }]);
      const rows = [
        { reference: 'KB0001', amount: 15_000, purpose: `Phi ho so, tham chieu ${reference}` },
        { reference: 'KB0002', amount: 777, purpose: 'chuyen khoan' },
      ];
      const text = statementText(nextAccount(), rows, day());
      const loaded = await load(text);
      expect(loaded.status, JSON.stringify(loaded.body)).toBe(200);
      expect(loaded.body).toMatchObject({
        format: 'csv',
        credits: { count: 2, amount: 15_777 },
        settled: { count: 1, amount: 15_000 },
        notMatched: { count: 1, amount: 777 },
        finished: true,
      });
      expect(await waitingOf(code)).toEqual([]);
      // The same rows in another order, twenty times at once: the same statement.
      const again = text.replace(/(.*KB0001.*\r\n)(.*KB0002.*\r\n)/, '$2$1');
      const repeats = await Promise.all(Array.from({ length: 20 }, () => load(again)));
      expect(loaded.body.already).toBe(false);
      for (const repeat of repeats) expect(repeat.body).toEqual({ ...loaded.body, already: true });
      const books = booksOf(await open().province.stored());
      expect(books.settledOf(reference, code)).toBe(1);
      expect(books.sum).toBe(0);
    });

    test('the dossier’s code with the amount settles a transfer, and two that fit are left', async () => {
      const { gateways, anonymous } = open();
      const pay = async (code: string, amount: number, id: string) => {
        const { body, headers } = gateways.bank.notice({ amount, purpose: code, id });
        await anonymous.call('notifyBank', { body: JSON.parse(body), headers });
      };
      const [one, two] = [await waitingForFee(open()), await waitingForFee(open())];
      await pay(one, 15_000, `FT1-${one}`);
      await pay(two, 7000, `FT2-${two}`);
      await pay(two, 7000, `FT3-${two}`);
      const loaded = await load(
        statementText(
          gateways.bank.account,
          [
            { reference: `OTHER-${one}`, amount: 15_000, purpose: `NOP PHI ${one}` },
            { reference: `OTHER-${two}`, amount: 7000, purpose: `NOP PHI ${two}` },
          ],
          day(),
        ),
      );
      expect(loaded.body).toMatchObject({ settled: { count: 1, amount: 15_000 } });
      expect(await waitingOf(one)).toEqual([]);
      expect(await waitingOf(two)).toHaveLength(2);
    });

    test('a credit of many settles a gateway’s day by its exact sum', async () => {
      for (let made = 0; made < 3; made++) await platformPayment();
      const waiting = (await unsettled()).items.filter(
        ({ gateway }: { gateway: string }) => gateway === 'platform',
      );
      const sum = waiting.reduce((total: number, { amount }: { amount: number }) => total + amount, 0);
      const credit = (amount: number) => [
        { reference: 'LUMP', amount, purpose: `PAYPLAT quyet toan ngay ${day()}` },
      ];
      const off = await load(statementText(nextAccount(), credit(sum + 1), day()));
      expect(off.body).toMatchObject({ settled: { count: 0 }, notMatched: { count: 1 } });
      const loaded = await load(statementText(nextAccount(), credit(sum), day()));
      expect(loaded.body).toMatchObject({
        settled: { count: waiting.length, amount: sum },
        notMatched: { count: 0 },
      });
      expect((await unsettled()).gateways).toContainEqual({
        ...{ gateway: 'platform', count: 0, amount: 0, oldestDays: null },
        overdue: { count: 0, amount: 0 },
      });
      expect(booksOf(await open().province.stored()).sum).toBe(0);
    });

    test('a file that cannot be read names its faults; another for a day that is there is refused', async () => {
      const bad = await load('Ngày hạch toán;Số tham chiếu;Ghi nợ;Ghi có;Nội dung\r\n32/11/2026;A;;1,5;x');
      expectRefusal(bad, 422, 'statement-unreadable');
      expect(JSON.stringify(bad.body.errors)).toMatch(/dòng 2, cột \d+/);
      const long = statementText(nextAccount(), []).replace('Đến ngày;23/11', 'Đến ngày;24/12');
      expectRefusal(await load(long), 422, 'statement-unreadable');
      const account = nextAccount();
      const row = { reference: 'X1', amount: 1000, purpose: 'x' };
      expect((await load(statementText(account, [row]))).status).toBe(200);
      const other = await load(statementText(account, [{ ...row, amount: 2000 }]));
      expectRefusal(other, 409, 'statement-differs');
      expect(other.body).toMatchObject({ day: '2026-11-23' });
    });

    test('money of nobody is given to a dossier, which goes on; asked again it is one assignment', async () => {
      const { administrator } = open();
      const code = await waitingForFee(open());
      const params = await moneyOfNobody(open(), { amount: 15_000 });
      const listed = (await open().overseer.call('listUnassigned')).body.items;
      expect(listed).toContainEqual(
        expect.objectContaining({ key: params.transaction, amount: 15_000, purpose: 'nop le phi' }),
      );
      const body = { dossier: code, reason: 'Người nộp xuất trình ủy nhiệm chi' };
      const asked = () => administrator.call('assignPayment', { params, body });
      const answers = await Promise.all(Array.from({ length: 5 }, asked));
      for (const answer of answers) expect(answer.body).toMatchObject({ dossier: code, amount: 15_000 });
      expect(await head(code)).toMatchObject({ handling: 'processing', money: 'paid' });
      const { body: paid } = await open().owner.call('listPayments', { params: { code } });
      expect(paid.payments).toHaveLength(1);
      expect(await waitingOf(code)).toHaveLength(1);
      const left = (await open().overseer.call('listUnassigned')).body.items;
      expect(left.some(({ key }: { key: string }) => key === params.transaction)).toBe(false);
      expect(booksOf(await open().province.stored()).sum).toBe(0);

      const { code: another } = await accepted(open());
      const stolen = { params, body: { ...body, dossier: another } };
      expectRefusal(await administrator.call('assignPayment', stolen), 409, 'state-conflict');
      const unknown = { params: { ...params, transaction: 'Rg' }, body };
      expectRefusal(await administrator.call('assignPayment', unknown), 404, 'not-found');
      const crooked = { params: { ...params, transaction: 'R' }, body };
      expectRefusal(await administrator.call('assignPayment', crooked), 400, 'parameter-invalid');
    });

    test('reports are files with the same figures, for who may see them, as CSV and XLSX', async () => {
      const { overseer, leader } = open();
      const { code } = await platformPayment();
      const today = day().split('/').toReversed().join('-');
      const headers = { 'accept-language': 'vi' };
      const fetched = async (id: string, params: object) => {
        const { status, body } = await overseer.call(id, { params: { ...params }, headers });
        expect(status, JSON.stringify(body)).toBe(200);
        const file = await fetch(body.url);
        expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${body.fileName}"`);
        expect(file.headers.get('content-type')).toBe(body.contentType);
        const bytes = Buffer.from(await file.arrayBuffer());
        expect(bytes.length).toBe(body.size);
        return { bytes, body };
      };
      const waiting = await fetched('getUnsettledFile', { format: 'csv' });
      expect(waiting.body.fileName).toBe(`chua-quyet-toan-${today}.csv`);
      const lines = waiting.bytes.toString('utf8').split('\r\n');
      const { gateways } = await unsettled();
      const [platform] = gateways;
      expect(lines).toContain(`tổng cộng,nền tảng thanh toán,,,${platform.count},${platform.amount},,0`);
      expect(lines.find(line => line.includes(code))).toContain(`,${code},1,15000,${day()},0`);

      const compared = await fetched('getReconciliationFile', { day: today, format: 'csv' });
      const { totals } = (await overseer.call('getReconciliation', { params: { day: today } })).body;
      expect(compared.bytes.toString('utf8')).toContain(
        `tổng,số liệu trong ngày,,,,,,${totals.ours.given.count},`,
      );
      const sheet = await fetched('getReconciliationFile', { day: today, format: 'xlsx' });
      expect(sheet.bytes.subarray(0, 2).toString()).toBe('PK');
      for (const [id, params] of [
        ['getUnsettledFile', { format: 'pdf' }],
        ['getReconciliationFile', { day: '2026-02-30', format: 'csv' }],
      ] as const)
        expectRefusal(await overseer.call(id, { params }), 400, 'parameter-invalid');
      const before = { params: { day: '2026-01-01', format: 'csv' } };
      expectRefusal(await overseer.call('getReconciliationFile', before), 404, 'not-found');
      expectRefusal(await leader.call('getUnsettledFile', { params: { format: 'csv' } }), 404, 'not-found');
    });

    test('what payers wrote is shown once that is recorded, with the reason that was given', async () => {
      const { overseer, auditor } = open();
      await moneyOfNobody(open());
      const stated = 'Tìm người nộp theo công văn 9/STC';
      const headers = { 'access-reason': encodeURIComponent(stated) };
      const { items } = (await overseer.call('listUnassigned', { headers })).body;
      const read = (await auditor.call('listAccessRecords', { query: { limit: '100' } })).body.items;
      expect(read).toContainEqual(
        expect.objectContaining({
          ...{ operation: 'listUnassigned', parts: ['unassignedMoney'], dossiers: [] },
          ...{ stated, asked: `payments=${items.length}` },
        }),
      );
    });

    test('the day is compared: as it would be now, and as the night keeps it', async () => {
      const today = day().split('/').toReversed().join('-');
      const look = (of: string) => open().overseer.call('getReconciliation', { params: { day: of } });
      const { code } = await platformPayment();
      expect((await look(today)).body).toMatchObject({ day: today, kept: false, until: null });
      expect(await nightNow(open().province.host)).toMatchObject({ kept: true, unfinished: 0 });
      const { body } = await look(today);
      expect(body).toMatchObject({ day: today, kept: true, gatewayList: 'notConnected' });
      expect(body.differences.some(({ dossiers }: { dossiers: string[] }) => dossiers.includes(code))).toBe(
        true,
      );
      const { given, carried, matched, open: left } = body.totals.ours;
      expect(given.amount + carried.amount).toBe(matched.amount + left.amount);
      expectRefusal(await look('2026-01-01'), 404, 'not-found');
      expectRefusal(await look('2026-02-30'), 400, 'parameter-invalid');
    });
  });
}
