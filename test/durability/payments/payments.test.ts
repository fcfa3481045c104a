import { beforeAll, describe, expect, it } from 'vitest';
import { toDong } from '../../../schemas/money/dong.ts';
import type { Books } from './books.ts';
import { type PaymentReport, paymentRun } from './payment-run.ts';
import { paymentTable } from './payment-table.ts';
import { findingsIn } from './whole-audit.ts';

const run = {
  payments: Number(process.env['PAYMENTS'] ?? 30),
  kills: Number(process.env['KILLS'] ?? 2),
  seed: Number(process.env['SEED'] ?? 7),
  repeats: 30,
  speed: 4,
  clients: 6,
  say: () => undefined,
  progress: () => undefined,
};
let report: PaymentReport;

beforeAll(async () => {
  report = await paymentRun(run);
}, 480_000);

describe('payments through misbehaving gateways, and a host that is killed', () => {
  it('are each taken in once, and the books balance to the đồng', () => {
    expect(report.findings, paymentTable(run, report)).toEqual([]);
    expect(report.fire.kills).toBe(run.kills);
    expect(report.books.taken.length).toBeGreaterThanOrEqual(run.payments);
    expect(report.books.kept.length).toBeGreaterThan(run.payments);
  });

  it('would not have been audited in vain: each planted fault is found', () => {
    const found = Object.entries(planted).map(([fault, plant]) => {
      const sentences = findingsIn(plant(report.books)).map(({ audit }) => audit);
      return [fault, [...new Set(sentences)]];
    });
    expect(Object.fromEntries(found)).toEqual({
      'a transfer without its other half': expect.arrayContaining([BALANCED]),
      'a transfer that is not in the ledger': expect.arrayContaining([OF_LEDGER]),
      'money that a gateway took and we do not know of': expect.arrayContaining([KEPT, TO_THE_DONG, TAKEN]),
      'money that nobody paid': expect.arrayContaining([KEPT, IN_LEDGER]),
      'a đồng more than was paid': expect.arrayContaining([KEPT, IN_LEDGER]),
      'a payment in two ledgers': expect.arrayContaining([IN_LEDGER]),
      'a request that is forgotten': expect.arrayContaining([REQUESTED]),
      'a request that is kept as something else': expect.arrayContaining([AS_KEPT]),
      'a head with more money': expect.arrayContaining([TO_THE_DONG, TAKEN, OF_LEDGER]),
    });
  });
});

const KEPT = 'every payment that could be told of is kept once, with its amount';
const IN_LEDGER = 'every payment is in one ledger, once, or waits for its dossier';
const TO_THE_DONG = 'every dossier has what the gateways took for it, to the đồng';
const REQUESTED = 'sum of requests = paid + open + expired + refunded';
const TAKEN = 'money paid = credited + in transit + suspense';
const BALANCED = 'the sum of all accounts is zero, and every transfer is kept with both of its accounts';
const OF_LEDGER = 'the money of every dossier is what its ledger says, in its head and in its transfers';
const AS_KEPT = 'every request is kept as its dossier has it';

/** One fault each, in a copy of books that are in order. */
const planted: Readonly<Record<string, (books: Books) => Books>> = {
  'a transfer without its other half': books => ({ ...books, kept: books.kept.slice(1) }),
  'a transfer that is not in the ledger': books => {
    const [one] = books.kept;
    if (!one) return books;
    const { from, to } = one.transfer;
    const transfer = { ...one.transfer, id: `${one.transfer.dossier}/99/0`, amount: one.transfer.amount };
    return { ...books, kept: [...books.kept, ...[from, to].map(account => ({ account, transfer }))] };
  },
  'money that a gateway took and we do not know of': books => {
    const [one] = books.taken.filter(({ told, dossier }) => told && dossier !== null);
    return { ...books, taken: one ? [...books.taken, { ...one, transaction: 'PPUNKNOWN' }] : books.taken };
  },
  'money that nobody paid': books => {
    const [one] = books.payments;
    const more = one ? [{ ...one, transaction: 'PPNOBODY' }] : [];
    return { ...books, payments: [...books.payments, ...more] };
  },
  'a đồng more than was paid': books => {
    const [one, ...others] = books.payments.filter(({ state }) => state === 'confirmed');
    const kept = books.payments.filter(({ state }) => state !== 'confirmed');
    const more = one ? [{ ...one, amount: toDong(one.amount + 1) }] : [];
    return { ...books, payments: [...kept, ...more, ...others] };
  },
  'a payment in two ledgers': books => {
    const paid = [...books.dossiers.values()].filter(each =>
      each.events.some(({ data }) => data.type === 'paid'),
    );
    const [one, other] = paid;
    if (!one || !other) return books;
    const dossiers = new Map(books.dossiers).set(other.code, { ...other, events: one.events });
    return { ...books, dossiers };
  },
  'a request that is forgotten': books => ({ ...books, requests: books.requests.slice(1) }),
  'a request that is kept as something else': books => ({
    ...books,
    requests: books.requests.map(request =>
      request.state === 'paid' ? { ...request, state: 'ended' as const } : request,
    ),
  }),
  'a head with more money': books => {
    const one = [...books.dossiers.values()].find(({ head }) => (head?.account?.received ?? 0) > 0);
    if (!one?.head?.account) return books;
    const { account } = one.head;
    const head = { ...one.head, account: { ...account, held: toDong(account.held + 1) } };
    return { ...books, dossiers: new Map(books.dossiers).set(one.code, { ...one, head }) };
  },
};
