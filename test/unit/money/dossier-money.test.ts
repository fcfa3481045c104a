import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewEvent } from '../../../functions/domain/dossier/context.ts';
import { decisionsAt } from '../../../functions/domain/dossier/decide.ts';
import { receivePayment } from '../../../functions/domain/dossier/decisions/receive-payment.ts';
import { replay } from '../../../functions/domain/dossier/head.ts';
import { accountOf, owedOf, refundableOf } from '../../../functions/domain/money/account/account-of.ts';
import { endPayment, openPayment, payableNow } from '../../../functions/domain/money/decisions/payments.ts';
import { decideRefund, payRefund, requestRefund } from '../../../functions/domain/money/decisions/refunds.ts';
import { accountsOf } from '../../../functions/domain/money/transfers/accounts.ts';
import { balancesOf } from '../../../functions/domain/money/transfers/transfers-of.ts';
import { moneyTransfers } from '../../../functions/domain/projections/money-transfers.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { dossierHead } from '../../../schemas/dossier/head.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import { transfer } from '../../../schemas/money/transfer.ts';
import { missing } from '../../support/lifecycle/decisions.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';
import { table } from '../fees/samples.ts';

const ONLINE = { method: 'online', gateway: 'platform', receipt: null } as const;
const UNIT = 'H44.101';
/** Its fee of 10.000 đồng is flat; its result goes to the applicant’s account. */
const FLAT = '1.004222';

const online = (paper: PaperDossier, amount: number, reference?: string) =>
  paper.enter(
    receivePayment(paper.context, {
      ...ONLINE,
      amount: toDong(amount),
      transaction: 'GD1',
      ...(reference !== undefined && { reference }),
    }),
  );
const opened = (paper: PaperDossier, reference: string) =>
  paper.enter(openPayment(paper.head, paper.now, { reference, gateway: 'platform' }));
const decided = (procedure: string) => {
  const paper = new PaperDossier(procedure).decide({ decision: 'accept' });
  while (paper.head.handling !== 'decided') {
    const [task] = paper.head.tasks;
    const may = task ? decisionsAt(paper.context, task) : [];
    paper.decide(may.includes('approve') ? { decision: 'approve', text: 'Đồng ý' } : { decision: 'forward' });
  }
  const number = 'H44.101-KQ2026-000001';
  return paper.issue({ number, sha256: '0'.repeat(64), size: 1, origin: 'rendered' });
};
const balancesIn = ({ ledger }: PaperDossier) => balancesOf(moneyTransfers(undefined, ledger));
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error instanceof ProblemError ? error.code : error;
  }
  return 'no refusal';
};

describe('the fee of a dossier', () => {
  it('is charged when it is known, asked for, and paid by what comes in', () => {
    const paper = new PaperDossier(FLAT);
    expect(paper.head.money).toBe('due');
    opened(paper, 'ABCDEF123456');
    expect(paper.head.money).toBe('pending');
    online(paper, 10_000, 'ABCDEF123456');
    expect(paper.head).toMatchObject({ money: 'paid', account: { received: 10_000, payment: null } });
    const { claims, revenue, transit } = accountsOf(UNIT);
    expect(balancesIn(paper).get(claims)).toBe(0);
    expect(balancesIn(paper).get(revenue)).toBe(-10_000);
    expect(balancesIn(paper).get(transit('platform'))).toBe(10_000);
  });

  it('stays owed in part where too little came, and is paid by the rest', () => {
    const paper = online(new PaperDossier(FLAT), 4000);
    expect(paper.head.money).toBe('due');
    expect(owedOf(accountOf(paper.head))).toBe(6000);
    expect(online(paper, 6000).head.money).toBe('paid');
  });

  it('that was paid too much, or twice, is held and not lost', () => {
    const paper = online(new PaperDossier(FLAT), 15_000);
    expect(paper.head.money).toBe('overpaid');
    online(paper, 10_000);
    expect(accountOf(paper.head)).toMatchObject({ received: 10_000, held: 15_000 });
    expect(balancesIn(paper).get(accountsOf(UNIT).suspense)).toBe(-15_000);
  });

  it('of a withdrawn dossier is owed no more; what comes then is held', () => {
    const paper = new PaperDossier(FLAT).withdraw();
    expect(balancesIn(paper).get(accountsOf(UNIT).claims)).toBe(0);
    online(paper, 10_000);
    expect(paper.head).toMatchObject({ handling: 'withdrawn', money: 'overpaid' });
  });

  it('is due again when the request for it failed or ran out', () => {
    const paper = opened(new PaperDossier(FLAT), 'ABCDEF123456');
    paper.enter(endPayment(paper.head, 'ABCDEF123456', 'expired'));
    expect(paper.head.money).toBe('failed');
    expect(endPayment(paper.head, 'ABCDEF123456', 'expired')).toEqual([]);
  });

  it('that its source leaves unclear is not paid online before an officer settled it', () => {
    const { head } = new PaperDossier(FLAT);
    const unclear = { vi: 'Có hai mức thu', en: 'Two amounts' };
    const fee = { kind: 'unclear', unclear } as const;
    expect(codeOf(() => payableNow({ ...head, fee, amountDue: null }))).toBe('fee-unclear');
    const settled = { ...head, fee, acceptedAt: head.submittedAt, amountDue: toDong(8000) };
    expect(payableNow(settled)).toBe(8000);
  });

  it('cannot be asked for where nothing is owed', () => {
    const free = new PaperDossier('1.001193');
    expect(codeOf(() => opened(free, 'ABCDEF123456'))).toBe('nothing-to-pay');
  });
});

describe('a dossier moves on the payment', () => {
  it('that it waited for, before the step', () => {
    const paper = new PaperDossier('1.001612').decide({ decision: 'accept' });
    const owed = owedOf(accountOf(paper.head));
    expect(paper.head.handling).toBe('awaitingPayment');
    expect(online(paper, owed - 1).head.handling).toBe('awaitingPayment');
    expect(online(paper, 1).head).toMatchObject({ handling: 'processing', money: 'paid', resumeAt: null });
  });

  it('for which its result was held back, though electronic', () => {
    const paper = decided('1.010038');
    expect(paper.head).toMatchObject({ delivery: 'ready', money: 'due' });
    expect(online(paper, 5000).head).toMatchObject({ handling: 'returned', delivery: 'returned', tasks: [] });
  });
});

describe('money that goes back', () => {
  const asked = (paper: PaperDossier, amount: number, believed: number) =>
    paper.enter([
      requestRefund(paper.head, {
        refund: 'r1',
        of: 'held',
        amount: toDong(amount),
        believed: toDong(believed),
        reason: 'Nộp thừa',
      }),
    ]);

  it('is asked for, approved and paid, each once', () => {
    const paper = asked(online(new PaperDossier(FLAT), 15_000), 5000, 5000);
    expect(paper.head.money).toBe('refunding');
    expect(codeOf(() => asked(paper, 5000, 5000))).toBe('refund-stale');
    expect(codeOf(() => payRefund(paper.head, { refund: 'r1', means: 'transfer', document: 'UNC 1' }))).toBe(
      'state-conflict',
    );
    paper.enter([decideRefund(paper.head, { refund: 'r1', approved: true, reason: null })]);
    expect(balancesIn(paper).get(accountsOf(UNIT).refunds)).toBe(-5000);
    paper.enter([payRefund(paper.head, { refund: 'r1', means: 'transfer', document: 'UNC 1' })]);
    expect(paper.head.money).toBe('paid');
    expect(balancesIn(paper).get(accountsOf(UNIT).refunds)).toBe(0);
    expect(codeOf(() => payRefund(paper.head, { refund: 'r1', means: 'cash', document: 'PC 1' }))).toBe(
      'not-found',
    );
  });

  it('is not more than is there, and not on a stale belief', () => {
    const paper = online(new PaperDossier(FLAT), 15_000);
    expect(codeOf(() => asked(paper, 5001, 5000))).toBe('refund-stale');
    expect(codeOf(() => asked(paper, 4000, 6000))).toBe('refund-stale');
    expect(codeOf(() => asked(paper, 0, 5000))).toBe('refund-stale');
  });
});

const move = fc.record({
  what: fc.constantFrom(
    'pay',
    'open',
    'end',
    'withdraw',
    'accept',
    'askBack',
    'approve',
    'refuse',
    'payBack',
    'ask',
    'record',
  ),
  amount: fc.integer({ min: 1, max: 30_000 }),
  of: fc.constantFrom('held' as const, 'received' as const),
});
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

function make(paper: PaperDossier, { what, amount, of }: Move, nth: number): readonly NewEvent[] {
  const { head } = paper;
  const [refund] = accountOf(head).refunds;
  switch (what) {
    case 'pay':
      return receivePayment(paper.context, { ...ONLINE, amount: toDong(amount) });
    case 'open':
      return openPayment(head, paper.now, {
        reference: `REF${String(nth).padStart(9, '0')}`,
        gateway: 'bank',
      });
    case 'end':
      return endPayment(head, accountOf(head).payment?.reference ?? '', 'failed');
    case 'askBack': {
      const believed = refundableOf(accountOf(head), of);
      const some = toDong(Math.min(amount, believed));
      return [requestRefund(head, { refund: `r${nth}`, of, amount: some, believed, reason: 'Nộp thừa' })];
    }
    case 'approve':
    case 'refuse':
      return [decideRefund(head, { refund: refund?.id ?? '', approved: what === 'approve', reason: null })];
    case 'payBack':
      return [payRefund(head, { refund: refund?.id ?? '', means: 'transfer', document: 'UNC' })];
    default:
      return [];
  }
}

/** A dossier of a fee by table: what a decision says of it, by an amount drawn. */
const said = (amount: number) =>
  amount % 3 === 0 ? {} : { case: 'reissue', counts: { pages: Math.floor(amount / 300) } };

function decide(paper: PaperDossier, what: 'accept' | 'ask' | 'record', anew: ReturnType<typeof said>): void {
  const components = [{ component: 'c1', files: [], paperCopies: 1 }];
  if (what === 'accept') paper.decide({ decision: 'accept', ...anew });
  else if (what === 'record') paper.decide({ decision: 'recordSupplement', components, ...anew });
  else paper.decide({ ...missing, legalBasis: 'Luật X', approvedBy: 'Chủ tịch', ...anew });
}

describe('whatever happens', () => {
  it.each([
    ['flat', undefined],
    ['by table', table],
  ])('the accounts of a fee that is %s add up to nothing, and each says what the dossier says', (_, fee) => {
    const always = fc.property(fc.array(move, { maxLength: 25 }), moves => {
      const paper = new PaperDossier(FLAT, fee ? { fee } : {});
      let [came, gone] = [0, 0];
      moves.forEach((one, nth) => {
        try {
          const { refunded } = accountOf(paper.head);
          if (one.what === 'withdraw') paper.withdraw();
          else if (one.what === 'accept' || one.what === 'ask' || one.what === 'record')
            decide(paper, one.what, fee ? said(one.amount) : {});
          else paper.enter(make(paper, one, nth));
          if (one.what === 'pay') came += one.amount;
          gone += accountOf(paper.head).refunded - refunded;
        } catch (error) {
          if (!(error instanceof ProblemError) && !String(error).includes('no such task')) throw error;
        }
      });
      const account = accountOf(paper.head);
      const transfers = moneyTransfers(undefined, paper.ledger);
      for (const one of transfers) transfer.parse(one);
      expect(new Set(transfers.map(({ id }) => id)).size).toBe(transfers.length);
      const balances = balancesOf(transfers);
      const of = accountsOf(UNIT);
      expect([...balances.values()].reduce((sum, amount) => sum + amount, 0)).toBe(0);
      expect(balances.get(of.claims) ?? 0).toBe(owedOf(account));
      expect(0 - (balances.get(of.suspense) ?? 0)).toBe(account.held);
      expect(0 - (balances.get(of.refunds) ?? 0)).toBe(account.owedBack);
      expect(balances.get(of.transit('platform')) ?? 0).toBe(came);
      expect(0 - (balances.get(of.treasury) ?? 0)).toBe(gone);
      expect(came).toBe(account.received + account.held + account.owedBack + account.refunded);
      expect(dossierHead.parse(JSON.parse(JSON.stringify(paper.head)))).toEqual(replay(paper.ledger));
    });
    fc.assert(always, { numRuns: 300 });
  });
});
