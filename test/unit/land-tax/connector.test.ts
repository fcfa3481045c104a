import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { httpTaxOffice } from '../../../functions/connectors/tax-office/tax-office.ts';
import { readTaxMessage } from '../../../functions/domain/land-tax/read-message.ts';
import type { TaxSlip } from '../../../functions/domain/ports/tax-office.ts';
import {
  accessTo,
  type SimulatedTaxOffice,
  startTaxOffice,
  type TaxOfficeMood,
} from '../../../outside/tax-office/server.ts';
import { noticeOf } from './messages.ts';

const NOW = Date.parse('2026-11-27T09:00:00+07:00');
let office: SimulatedTaxOffice;
beforeAll(async () => {
  office = await startTaxOffice({ now: () => NOW });
});
afterAll(() => office.stop());
afterEach(() => {
  office.mood = 'up';
});

const slipOf = (number: number): TaxSlip => ({
  slip: `H44.101-261127-000${number}.pc1`,
  dossier: `H44.101-261127-000${number}`,
  procedure: { code: '1.012784', name: 'Đăng ký biến động' },
  unit: { code: 'H44.03.01', name: 'Văn phòng đăng ký đất đai' },
  submittedAt: '2026-11-27T08:00:00+07:00',
  parcel: {
    parcel: '128',
    mapSheet: '12',
    address: 'Khu 5',
    area: '120.5',
    use: 'ONT',
    position: 'Vị trí 1',
    origin: 'Nhận chuyển nhượng',
  },
  obligations: [{ kind: 'registrationFee', obliged: 'applicant' }],
  applicant: { name: 'Nguyễn Thị Lành', number: '025090000001', address: '' },
  other: null,
});

/** A line of its own for each question: one that rests after a failure is no other's. */
const lineTo = (milliseconds = 2000, secret = office.secret) =>
  httpTaxOffice({
    connection: async () => ({ ...accessTo(office), secret }),
    now: () => NOW,
    milliseconds,
    pauses: { sleep: async () => undefined, random: () => 0 },
  });
const inMood = (mood: TaxOfficeMood) => {
  office.mood = mood;
};

test('a slip that is sent again is taken once, and what was told of it is given when asked', async () => {
  const slip = slipOf(1);
  const first = await lineTo().send(slip);
  expect(first).toEqual({ state: 'taken', number: 'PC000001', messages: [], unreadable: 0 });
  expect(await lineTo().send(slip)).toEqual(first);
  await office.notice(slip.slip);
  await office.notice(slip.slip, { total: -1 });
  const asked = await lineTo().ask(slip.slip);
  expect(asked).toMatchObject({
    state: 'taken',
    messages: [{ type: 'notice', total: 750_000 }],
    unreadable: 1,
  });
  expect(await lineTo().ask(slipOf(9).slip)).toEqual({ state: 'unknown' });
});

test.each([
  ['slow', 'slow'],
  ['down', 'unreachable'],
  ['garbage', 'untrustworthy'],
  ['loses-answer', 'unreachable'],
] as const)('an office that is %s is %s, and no code of it is taken for a refusal', async (mood, reason) => {
  inMood(mood);
  expect(await lineTo(mood === 'slow' ? 200 : 2000).send(slipOf(2))).toMatchObject({
    state: 'unavailable',
    reason,
  });
});

test('a refusal has its code and reason; a key that is not right is no refusal of the slip', async () => {
  inMood('refuses');
  expect(await lineTo().send(slipOf(3))).toMatchObject({ state: 'refused', code: 'TK-03' });
  inMood('up');
  const wrong = lineTo(2000, 'another key of somebody');
  expect(await wrong.send(slipOf(3))).toMatchObject({ state: 'unavailable', reason: 'refused' });
  expect(office.slips().map(({ slip }) => slip)).not.toContain(slipOf(3).slip);
});

test('a message is believed by its signature alone, in time, before anything of it is read', () => {
  const body = JSON.stringify({ slip: slipOf(1).slip, dossier: slipOf(1).dossier, ...noticeOf([]) });
  const { 'x-notice-timestamp': timestamp = '', 'x-notice-signature': signature = '' } =
    office.headersFor(body);
  const sent = { body, timestamp, signature };
  expect(readTaxMessage(sent, office.secret, NOW)).toMatchObject({ verdict: 'genuine' });
  expect(readTaxMessage({ ...sent, body: `${body} ` }, office.secret, NOW)).toEqual({ verdict: 'forged' });
  expect(readTaxMessage(sent, '', NOW)).toEqual({ verdict: 'forged' });
  expect(readTaxMessage(sent, office.secret, NOW + 3_600_000)).toMatchObject({ verdict: 'stale' });
  const { 'x-notice-signature': other = '' } = office.headersFor('{}');
  const empty = { body: '{}', timestamp, signature: other };
  expect(readTaxMessage(empty, office.secret, NOW)).toMatchObject({ verdict: 'malformed' });
});
