import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBankNotice } from '../../../functions/domain/money/bank-transfers/bank-notice.ts';
import { type BankMood, simulatedBank, type Transfer } from '../../../outside/bank/bank.ts';
import { bankNoticesConnection } from '../../../schemas/outside/bank-notice.ts';

const NOW = Date.parse('2026-11-27T14:30:00+07:00');
const bank = simulatedBank({ now: () => NOW });
const transfer: Transfer = {
  id: 'FT26331000001',
  amount: 50_000,
  purpose: 'H44 101 261127 0001',
  payer: { name: 'NGUYEN VAN AN', account: '0123456789' },
};

function sentIn(mood: BankMood = 'up', more: Partial<Transfer> = {}) {
  bank.mood = mood;
  const { body, headers } = bank.notice({ ...transfer, ...more });
  const { 'x-notice-timestamp': timestamp = '', 'x-notice-signature': signature = '' } = headers;
  return { body, timestamp, signature };
}
/** Any body at any time, signed with the bank's key. */
function signed(body: string, timestamp = String(NOW / 1000)) {
  const signature = createHmac('sha256', bank.secret).update(`${timestamp}.${body}`).digest('hex');
  return { body, timestamp, signature: `sha256=${signature}` };
}
const read = (sent: Parameters<typeof readBankNotice>[0], now = NOW) =>
  readBankNotice(sent, bank.secret, now);

test('a genuine notice says what came in', () => {
  expect(read(sentIn())).toEqual({
    verdict: 'genuine',
    credit: {
      id: 'FT26331000001',
      account: '0011001932418',
      amount: 50_000,
      bookedAt: '2026-11-27T07:30:00.000Z',
      purpose: 'H44 101 261127 0001',
      payer: { name: 'NGUYEN VAN AN', account: '0123456789' },
    },
  });
});

describe('forged', () => {
  test.each([
    ['signed with another key', sentIn('forged')],
    ['without a signature', { ...sentIn(), signature: '' }],
    ['with another body', { ...sentIn(), body: sentIn('up', { amount: 60_000 }).body }],
    ['sent again with a new time', { ...sentIn('stale'), timestamp: String(NOW / 1000) }],
  ])('%s', (_, sent) => {
    expect(read(sent)).toEqual({ verdict: 'forged' });
  });

  test('whatever one sign is changed to', () => {
    const sent = sentIn();
    fc.assert(
      fc.property(fc.nat(sent.body.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, sign) => {
        const body = sent.body.slice(0, at) + sign + sent.body.slice(at + 1);
        expect(read({ ...sent, body }).verdict).toBe(body === sent.body ? 'genuine' : 'forged');
      }),
    );
  });

  test('where there is no key, everything is', () => {
    const signature = createHmac('sha256', '').update('1.{}').digest('hex');
    const sent = { body: '{}', timestamp: '1', signature: `sha256=${signature}` };
    expect(readBankNotice(sent, '', NOW)).toEqual({ verdict: 'forged' });
  });
});

describe('the time of signing may be ten minutes away', () => {
  test.each([
    [0, 'genuine'],
    [600, 'genuine'],
    [-600, 'genuine'],
    [601, 'stale'],
    [-601, 'stale'],
  ])('%i s: %s', (seconds, verdict) => {
    expect(read(sentIn(), NOW + seconds * 1000).verdict).toBe(verdict);
  });

  test('an old one says how old it is', () => {
    expect(read(sentIn('stale'))).toMatchObject({ verdict: 'stale', secondsOff: -3600 });
  });

  test.each(['', 'now', '-1', '1e9', '1764228600.5', '9'.repeat(20)])('%j is no time', timestamp => {
    expect(read(signed(sentIn().body, timestamp))).toMatchObject({ verdict: 'malformed' });
  });
});

describe('malformed, though signed', () => {
  const body = JSON.parse(sentIn().body) as object;
  test.each<[string, object]>([
    ['/amount', { amount: 50_000.5 }],
    ['/amount', { amount: -1 }],
    ['/amount', { amount: 0 }],
    ['/amount', { amount: '50000' }],
    ['/amount', { amount: 1e15 }],
    ['/currency', { currency: 'USD' }],
    ['/bookedAt', { bookedAt: '27/11/2026' }],
    ['/id', { id: '' }],
    ['/account', { account: '0011-0019' }],
    ['/purpose', { purpose: undefined }],
  ])('%s: %j', (field, more) => {
    const told = read(signed(JSON.stringify({ ...body, ...more })));
    expect('fault' in told && told.fault.vi).toMatch(new RegExp(`^${field}: .*\\p{L}`, 'u'));
  });

  test.each(['', 'Bảo trì', 'null', '[]', '7'])('%j', text => {
    expect(read(signed(text))).toMatchObject({ verdict: 'malformed' });
  });

  test('characters that no text needs are left out of what people read', () => {
    expect(read(signed(JSON.stringify({ ...body, purpose: 'nop\u202E phi\n H44' })))).toMatchObject({
      credit: { purpose: 'nop phi H44' },
    });
  });

  test('what a bank sends beside is passed over', () => {
    expect(read(signed(JSON.stringify({ ...body, balance: 7 })))).toMatchObject({ verdict: 'genuine' });
  });
});

test('each account has a key of its own', () => {
  const account = { bank: '970415', account: '0011001932418', secret: bank.secret };
  expect(bankNoticesConnection.safeParse({ accounts: [account] }).success).toBe(true);
  expect(bankNoticesConnection.safeParse({ accounts: [{ ...account, secret: 'short' }] }).success).toBe(
    false,
  );
});
