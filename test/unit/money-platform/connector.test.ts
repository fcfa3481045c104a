import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { httpPaymentPlatform } from '../../../functions/connectors/payment-platform/payment-platform.ts';
import type { PaymentOpening } from '../../../functions/domain/ports/payment-gateway.ts';
import { keptSecret } from '../../../functions/kernel/outside/kept-secret.ts';
import { noPauses } from '../../../functions/kernel/retry/retry.ts';
import {
  accessTo,
  type PlatformMood,
  type SimulatedPlatform,
  startPaymentPlatform,
} from '../../../outside/payment-platform/server.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import { paymentConnection } from '../../../schemas/outside/payment-connection.ts';

const NOW = Date.parse('2026-11-27T14:30:00+07:00');
const clock = { now: NOW };
let simulated: SimulatedPlatform;
beforeAll(async () => {
  simulated = await startPaymentPlatform({ now: () => clock.now });
});
afterAll(() => simulated.stop());
beforeEach(() => {
  clock.now = NOW;
  simulated.mood = 'up';
  simulated.asked.length = 0;
  simulated.requests = 0;
});

const beneficiary = { account: '3511.0.1234567', bank: 'KBNN', name: 'Sở Tài nguyên và Môi trường' };
const at = '2026-11-27T14:30:00+07:00';
let count = 0;
const opening = (more: Partial<PaymentOpening> = {}): PaymentOpening => ({
  reference: `MC${++count}`,
  amount: toDong(150_000),
  at,
  ip: '203.0.113.7',
  purpose: 'Nộp phí, lệ phí | hồ sơ H44.101-261127-0001',
  dossier: 'H44.101-261127-0001',
  procedure: { code: '1.004222', name: 'Đăng ký thường trú' },
  unit: { code: 'H44.101', name: 'Ủy ban nhân dân xã Đào Xá' },
  beneficiary,
  payer: { name: 'Nguyễn Văn An', number: '025090000001', address: 'Tổ 1, Đào Xá' },
  lines: [
    { sort: 'fee', code: 'P1', name: 'Phí thẩm định', amount: toDong(100_000) },
    { sort: 'charge', code: 'L1', name: 'Lệ phí cấp giấy', amount: toDong(50_000) },
  ],
  ...more,
});

/** The platform reached by what a secret holds. */
function gatewayOf({ secret = accessTo(simulated) as object, milliseconds = 2000 } = {}) {
  const held = { secret };
  const client = { send: async () => ({ SecretString: JSON.stringify(held.secret) }) };
  const now = () => clock.now;
  const connection = keptSecret(client as never, 'a secret', paymentConnection, now);
  return { gateway: httpPaymentPlatform({ connection, now, milliseconds, pauses: noPauses }), held };
}
/** Each question by a gateway of its own, so that none rests after another. */
const gateway = {
  open: (each: PaymentOpening) => gatewayOf().gateway.open(each),
  ask: (reference: string) => gatewayOf().gateway.ask({ reference, openedAt: at }),
  bill: (reference: string) => gatewayOf().gateway.bill({ reference, openedAt: at }),
  list: (day: string) => gatewayOf().gateway.list(day),
};

test('a payment is opened, paid, asked about, billed and listed', async () => {
  const payment = opening();
  const { reference } = payment;
  expect(await gateway.ask(reference)).toEqual({ state: 'unknownReference' });
  const opened = await gateway.open(payment);
  expect(opened).toMatchObject({ state: 'opened', payAt: expect.stringMatching(/\/thanh-toan\/[0-9a-f]+$/) });
  expect(await gateway.ask(reference)).toEqual({ state: 'open' });
  expect(await gateway.bill(reference)).toEqual({ state: 'none' });

  await simulated.pay(reference);
  const paid = await gateway.ask(reference);
  expect(paid).toEqual({
    state: 'paid',
    transaction: expect.stringMatching(/^PP/),
    amount: 150_000,
    paidAt: at,
    bank: 'VCB',
  });
  const bill = await gateway.bill(reference);
  expect('pdf' in bill && Buffer.from(bill.pdf).subarray(0, 5).toString()).toBe('%PDF-');
  const listed = await gateway.list('2026-11-27');
  const { transaction } = paid as { transaction: string };
  expect('transactions' in listed && listed.transactions).toContainEqual({
    reference,
    transaction,
    result: 'paid',
    amount: 150_000,
    bank: 'VCB',
    at,
  });
  expect(await gateway.list('2026-11-26')).toEqual({ state: 'given', transactions: [] });
});

test('the platform is told who pays whom for what, without the sign that check codes are made with', async () => {
  await gateway.open(opening());
  expect(simulated.asked[0]).toMatchObject({
    LoaiBanTin: 'INIT',
    PhienBan: '1.0.6',
    MaDoiTac: 'MOTCUA',
    SoTien: 150_000,
    ThoiGianGD: '20261127143000',
    ThongTinGiaoDich: 'Nộp phí, lệ phí hồ sơ H44.101-261127-0001',
    ThongTinBienLai: {
      MaHoSo: 'H44.101-261127-0001',
      MaDVC: '1.004222.01',
      TKThuHuong: '3511.0.1234567',
      PhiLePhi: [
        { LoaiPhiLePhi: '1', SoTien: 100_000 },
        { LoaiPhiLePhi: '2', SoTien: 50_000 },
      ],
    },
  });
});

describe('what is not right with an opening is told, and nothing is sent', () => {
  test.each<[string, Partial<PaymentOpening>]>([
    ['no-beneficiary', { beneficiary: undefined }],
    ['lines-differ', { amount: toDong(140_000) }],
    ['unsendable', { reference: 'mc-1' }],
    ['unsendable', { amount: toDong(0), lines: [] }],
  ])('%s', async (code, more) => {
    expect(await gateway.open(opening(more))).toEqual({ state: 'refused', code });
    expect(simulated.requests).toBe(0);
  });

  test('the deployment’s account stands in for one the unit does not have', async () => {
    const secret = { ...accessTo(simulated), beneficiary: { ...beneficiary, account: '1234' } };
    const { gateway: other } = gatewayOf({ secret });
    expect(await other.open(opening({ beneficiary: undefined }))).toMatchObject({ state: 'opened' });
    expect(simulated.asked[0]).toMatchObject({ ThongTinBienLai: { TKThuHuong: '1234' } });
  });
});

describe('moods of the platform', () => {
  test.each<[PlatformMood, object]>([
    ['slow', { state: 'unavailable', reason: 'slow', detail: 'timeout' }],
    ['down', { state: 'unavailable', reason: 'unreachable', detail: 'http-503' }],
    ['garbage', { state: 'unavailable', reason: 'untrustworthy', detail: 'malformed' }],
    ['loses-answer', { state: 'unavailable', reason: 'unreachable', detail: 'connection' }],
    ['refuses', { state: 'refused', code: '99' }],
  ])('%s: opening is sent once', async (mood, outcome) => {
    simulated.mood = mood;
    const { gateway: one } = gatewayOf({ milliseconds: mood === 'slow' ? 300 : 2000 });
    expect(await one.open(opening())).toEqual(outcome);
    expect(simulated.requests).toBe(1);
  });

  test.each<[PlatformMood, number, object]>([
    ['slow', 1, { state: 'unavailable', reason: 'slow', detail: 'timeout' }],
    ['down', 2, { state: 'unavailable', reason: 'unreachable', detail: 'http-503' }],
    ['garbage', 1, { state: 'unavailable', reason: 'untrustworthy', detail: 'malformed' }],
    ['refuses', 1, { state: 'unavailable', reason: 'refused', detail: 'code-99' }],
  ])('%s: other questions are asked as often as they may be', async (mood, times, outcome) => {
    const asked = { reference: 'MC0', openedAt: at };
    for (const ask of ['ask', 'bill', 'list'] as const) {
      simulated.mood = mood;
      simulated.requests = 0;
      // A clock that stands still leaves time for a second try, which the slow platform takes as well.
      const { gateway: one } = gatewayOf({ milliseconds: mood === 'slow' ? 300 : 2000 });
      expect(await (ask === 'list' ? one.list('2026-11-27') : one[ask](asked))).toEqual(outcome);
      expect(simulated.requests).toBe(mood === 'slow' ? 2 : times);
    }
  });

  test('loses-answer: asking tells that it was opened', async () => {
    simulated.mood = 'loses-answer';
    const payment = opening();
    await gateway.open(payment);
    simulated.mood = 'up';
    expect(await gateway.ask(payment.reference)).toEqual({ state: 'open' });
    expect(await gateway.open(payment)).toEqual({ state: 'refused', code: '06' });
  });

  test('silent: asking tells that it was paid', async () => {
    simulated.mood = 'silent';
    const payment = opening();
    await gateway.open(payment);
    await simulated.pay(payment.reference);
    expect(await gateway.ask(payment.reference)).toMatchObject({ state: 'paid', amount: 150_000 });
  });

  test('wrong-amount: what was paid is told', async () => {
    simulated.mood = 'wrong-amount';
    const payment = opening();
    await gateway.open(payment);
    await simulated.pay(payment.reference);
    expect(await gateway.ask(payment.reference)).toMatchObject({ state: 'paid', amount: 149_000 });
  });

  test('late: one that nobody paid in time has failed, and may be paid nevertheless', async () => {
    const payment = opening();
    await gateway.open(payment);
    clock.now += 16 * 60_000;
    expect(await gateway.ask(payment.reference)).toEqual({ state: 'failed', code: '4' });
    simulated.mood = 'late';
    await simulated.pay(payment.reference);
    expect(await gateway.ask(payment.reference)).toMatchObject({
      state: 'paid',
      paidAt: '2026-11-27T15:00:00+07:00',
    });
  });

  test('a payment that failed is told', async () => {
    const payment = opening();
    await gateway.open(payment);
    await simulated.pay(payment.reference, { failed: true });
    expect(await gateway.ask(payment.reference)).toEqual({ state: 'failed', code: '4' });
  });
});

test('a platform that does not answer is left alone for half a minute, its receipts apart from payments', async () => {
  const { gateway: one } = gatewayOf();
  simulated.mood = 'down';
  await one.open(opening());
  simulated.mood = 'up';
  clock.now += 29_000;
  expect(await one.open(opening())).toMatchObject({ detail: 'http-503' });
  expect(await one.list('2026-11-20')).toMatchObject({ state: 'given' });
  clock.now += 2000;
  expect(await one.open(opening())).toMatchObject({ state: 'opened' });
});

test('a secret that was not filled in, or changed, is taken up without a deployment', async () => {
  const { gateway: one, held } = gatewayOf({ secret: { url: '', partner: '', secret: '' } });
  expect(await one.open(opening())).toEqual({
    state: 'unavailable',
    reason: 'notConnected',
    detail: 'no-connection',
  });
  held.secret = accessTo(simulated);
  expect(await one.open(opening())).toMatchObject({ state: 'opened' });
  held.secret = { ...accessTo(simulated), secret: 'another' };
  clock.now += 5 * 60_000;
  expect(await one.open(opening())).toEqual({ state: 'refused', code: '02' });
});

test('a message may go to an address of its own', async () => {
  const access = accessTo(simulated);
  const secret = { ...access, url: `${access.url}/elsewhere`, addresses: { query: access.url } };
  const { gateway: one } = gatewayOf({ secret });
  expect(await one.ask({ reference: 'MC0', openedAt: at })).toEqual({ state: 'unknownReference' });
  expect(await one.open(opening())).toMatchObject({ reason: 'refused', detail: 'http-400' });
});

test('nothing of who pays, and no secret, is in what is told of a failure', async () => {
  for (const mood of ['refuses', 'down', 'garbage'] as const) {
    simulated.mood = mood;
    const told = JSON.stringify(await gateway.open(opening()));
    for (const secret of ['025090000001', 'Nguyễn', simulated.secret]) expect(told).not.toContain(secret);
  }
});
