import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { httpPaymentPlatform } from '../../../functions/connectors/payment-platform/payment-platform.ts';
import { readBankNotice } from '../../../functions/domain/money/bank-transfers/bank-notice.ts';
import { readNotice } from '../../../functions/domain/money/platform/notice.ts';
import { simulatedBank } from '../../../outside/bank/bank.ts';
import {
  accessTo,
  type PlatformMood,
  type SimulatedPlatform,
  startPaymentPlatform,
} from '../../../outside/payment-platform/server.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import { paymentConnection } from '../../../schemas/outside/payment-connection.ts';

/** Who is told: keeps what came, with what was known at that time. */
const told: { body: string; headers: Readonly<Record<string, unknown>>; opened: boolean }[] = [];
let opened = false;
let listener: Server;
let url = '';
let simulated: SimulatedPlatform;
beforeAll(async () => {
  listener = createServer((request, response) => {
    let body = '';
    request.on('data', part => {
      body += String(part);
    });
    request.on('end', () => {
      told.push({ body, headers: request.headers, opened });
      response.end('{"MaLoi":"00"}');
    });
  });
  await new Promise<void>(resolve => listener.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/ipn`;
  simulated = await startPaymentPlatform({ notifyAt: url });
});
afterAll(async () => {
  await simulated.stop();
  await new Promise(resolve => listener.close(resolve));
});
beforeEach(() => {
  told.length = 0;
  opened = false;
  simulated.mood = 'up';
});

let count = 0;
async function open() {
  const connection = async () => paymentConnection.parse(accessTo(simulated));
  const reference = `MCS${++count}`;
  const made = await httpPaymentPlatform({ connection, now: Date.now }).open({
    reference,
    amount: toDong(20_000),
    at: '2026-11-27T14:30:00+07:00',
    ip: '203.0.113.7',
    purpose: '<b>Nộp lệ phí</b>',
    dossier: 'H44.101-261127-0001',
    procedure: { code: '1.004222', name: 'Đăng ký' },
    unit: { code: 'H44.101', name: 'UBND xã' },
    beneficiary: { account: '1', bank: 'KBNN', name: 'UBND xã' },
    payer: { name: 'Nguyễn Văn An', number: '025090000001', address: '' },
    lines: [{ sort: 'charge', code: 'L1', name: 'Lệ phí', amount: toDong(20_000) }],
  });
  opened = true;
  return { reference, payAt: 'payAt' in made ? made.payAt : '' };
}
const verdicts = () =>
  told.map(({ body }) => {
    const read = readNotice(JSON.parse(body), simulated);
    return read.verdict === 'genuine' ? read.notice : read.verdict;
  });

test('one button of the page pays, once, and the deployment is told', async () => {
  const { reference, payAt } = await open();
  const page = await (await fetch(payAt)).text();
  expect(page).toContain('mô phỏng');
  expect(page).toContain('Thanh toán (mô phỏng)</button>');
  expect(page).not.toContain('<b>Nộp');
  for (const pressed of [1, 2])
    expect(await (await fetch(payAt, { method: 'POST' })).text(), `${pressed}`).toContain('Đã thanh toán');
  expect(verdicts()).toEqual([expect.objectContaining({ reference, result: 'paid', amount: 20_000 })]);
  expect(simulated.heard.at(-1)).toEqual({ status: 200, body: '{"MaLoi":"00"}' });
});

test.each<[PlatformMood, object[]]>([
  ['up', [{ result: 'paid', amount: 20_000 }]],
  ['silent', []],
  ['notice-twice', [{ result: 'paid' }, { result: 'paid' }]],
  ['wrong-amount', [{ result: 'paid', amount: 19_000 }]],
])('%s', async (mood, notices) => {
  const { reference } = await open();
  simulated.mood = mood;
  await simulated.pay(reference);
  expect(verdicts()).toEqual(notices.map(notice => expect.objectContaining({ ...notice, reference })));
});

test('notice-first: the notice comes before the opening is answered', async () => {
  simulated.mood = 'notice-first';
  const { reference, payAt } = await open();
  expect(payAt).not.toBe('');
  expect(told.map(each => each.opened)).toEqual([false]);
  expect(verdicts()).toEqual([expect.objectContaining({ reference })]);
});

test('bad-code: the notice is forged, and told again it is genuine', async () => {
  const { reference } = await open();
  simulated.mood = 'bad-code';
  await simulated.pay(reference);
  simulated.mood = 'up';
  await simulated.notify(reference);
  expect(verdicts()).toEqual(['forged', expect.objectContaining({ reference })]);
});

test('a page that nobody opened says so', async () => {
  const { payAt } = await open();
  expect((await fetch(payAt.replace(/[^/]+$/, 'ab12'))).status).toBe(404);
});

test('a bank tells of a transfer', async () => {
  const bank = simulatedBank({ notifyAt: url });
  const heard = await bank.credit({ amount: 20_000, purpose: 'H44 101 261127 0001' });
  expect(heard.status).toBe(200);
  const [{ body = '', headers = {} } = {}] = told;
  const sent = {
    body,
    signature: String(headers['x-notice-signature']),
    timestamp: String(headers['x-notice-timestamp']),
  };
  expect(readBankNotice(sent, bank.secret, Date.now())).toMatchObject({
    verdict: 'genuine',
    credit: { amount: 20_000, account: bank.account, purpose: 'H44 101 261127 0001' },
  });
});
