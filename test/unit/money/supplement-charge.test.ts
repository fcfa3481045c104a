import { describe, expect, it } from 'vitest';
import { receivePayment } from '../../../functions/domain/dossier/decisions/receive-payment.ts';
import { replay } from '../../../functions/domain/dossier/head.ts';
import { accountOf, owedOf } from '../../../functions/domain/money/account/account-of.ts';
import { openPayment } from '../../../functions/domain/money/decisions/payments.ts';
import { decideRefund, payRefund, requestRefund } from '../../../functions/domain/money/decisions/refunds.ts';
import { accountsOf } from '../../../functions/domain/money/transfers/accounts.ts';
import { balancesOf } from '../../../functions/domain/money/transfers/transfers-of.ts';
import { moneyTransfers } from '../../../functions/domain/projections/money-transfers.ts';
import { isAhead } from '../../../functions/domain/workflow/is-ahead.ts';
import type { TaskDecisionBody } from '../../../schemas/api/decision.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import { accept, forward, missing } from '../../support/lifecycle/decisions.ts';
import { officer, PaperDossier } from '../../support/lifecycle/paper-dossier.ts';
import { table } from '../fees/samples.ts';

const UNIT = 'H44.101';
/** Its fee is due before the first step, which may ask for a supplement. */
const BEFORE_STEP = '1.001612';
/** Its fee is due before the signature, two steps later. */
const BEFORE_SIGNING = '1.002626';
/** Its fee of so much a page is due before the return; its only step is the signature. */
const PAGES = '2.000815';
/** Flat, before the signature, and taken off for digital citizens. */
const RESIDENCE = '1.004222';

type Anew = Partial<
  Pick<Extract<TaskDecisionBody, { decision: 'accept' }>, 'amountDue' | 'case' | 'counts' | 'reliefs'>
>;
const pages = (count: number): Anew => ({ case: 'reissue', counts: { pages: count } });
const asking = (anew: Anew = {}): TaskDecisionBody => ({ ...missing, ...anew });
const recording = (anew: Anew = {}): TaskDecisionBody => ({
  decision: 'recordSupplement',
  components: [{ component: 'c1', files: [], paperCopies: 1 }],
  ...anew,
});
const pay = (amount: number): TaskDecisionBody => ({
  decision: 'recordPayment',
  amount: toDong(amount),
  method: 'cash',
});
/** 211.000 đồng for three pages, paid, and at the step behind it. */
const paid = () =>
  new PaperDossier(BEFORE_STEP, { fee: table }).decide({ ...accept, ...pages(3) }).decide(pay(211_000));
const online = (paper: PaperDossier, amount: number) =>
  paper.enter(
    receivePayment(paper.context, {
      ...{ method: 'online', gateway: 'platform', receipt: null },
      amount: toDong(amount),
      transaction: 'GD1',
    }),
  );
const dueFor = (count: number) => {
  const { head } = new PaperDossier(BEFORE_STEP, { fee: table }).decide({ ...accept, ...pages(count) });
  return head.amountDue ?? 0;
};
const balancesIn = ({ ledger }: PaperDossier) => balancesOf(moneyTransfers(undefined, ledger));
function refusalOf(paper: PaperDossier, body: TaskDecisionBody) {
  const { head } = paper;
  try {
    paper.decide(body);
  } catch (error) {
    expect(paper.head).toBe(head);
    if (!(error instanceof ProblemError)) throw error;
    return [error.code, ...error.faults.map(({ pointer }) => pointer)];
  }
  return 'not refused';
}

describe('a fee that is more with a supplement', () => {
  it('is owed by the rest, and waited for before the step goes on with whoever had it', () => {
    const more = dueFor(5);
    const paper = paid().decide(asking(pages(5)));
    expect(paper.head).toMatchObject({
      handling: 'supplementing',
      money: 'due',
      amountDue: more,
      bill: { due: more, lines: expect.arrayContaining([expect.objectContaining({ count: 5 })]) },
      account: { charged: more, received: 211_000 },
    });
    expect(balancesIn(paper).get(accountsOf(UNIT).claims)).toBe(more - 211_000);
    paper.supplement();
    expect(paper.head).toMatchObject({
      handling: 'awaitingPayment',
      dueAt: null,
      resumeAt: 'examine',
      tasks: [{ phase: 'payment', role: 'reception' }],
    });
    expect(paper.ledger.at(-1)?.data).toMatchObject({ type: 'paymentRequested', amount: more - 211_000 });
    paper.decide(pay(more - 211_000));
    expect(paper.head).toMatchObject({
      handling: 'processing',
      money: 'paid',
      resumeAt: null,
      resumeWith: null,
      tasks: [{ step: 'examine', assignee: officer.kind === 'officer' ? officer.id : '' }],
    });
    expect(paper.head.dueAt).not.toBeNull();
    expect(balancesIn(paper).get(accountsOf(UNIT).claims)).toBe(0);
    expect(replay(paper.ledger)).toEqual(paper.head);
  });

  it('may be paid while the supplement is waited for, and then nothing waits', () => {
    const paper = paid().decide(asking(pages(5)));
    expect(paper.head.money).toBe('due');
    const owed = owedOf(accountOf(paper.head));
    online(paper, owed).supplement();
    expect(paper.head).toMatchObject({ handling: 'processing', money: 'paid', tasks: [{ step: 'examine' }] });
  });

  it('is settled by whoever records the supplement, too', () => {
    const paper = paid()
      .decide(asking())
      .decide(recording(pages(5)));
    expect(paper.head).toMatchObject({ handling: 'awaitingPayment', money: 'due', amountDue: dueFor(5) });
    expect(paper.ledger.at(-2)?.data).toMatchObject({ type: 'supplemented', amountDue: dueFor(5) });
    expect(replay(paper.ledger)).toEqual(paper.head);
  });

  it('waits no earlier than the procedure says: for its step, or for the return', () => {
    const later = new PaperDossier(BEFORE_SIGNING, { fee: table }).decide({ ...accept, ...pages(3) });
    later.decide(asking(pages(5))).supplement();
    expect(later.head).toMatchObject({ handling: 'processing', money: 'due', tasks: [{ step: 'examine' }] });
    later.decide(forward).decide({ decision: 'approve', text: 'Đồng ý' });
    expect(later.head).toMatchObject({ handling: 'awaitingPayment', resumeAt: 'sign' });
    expect(later.ledger.at(-1)?.data).toMatchObject({ amount: dueFor(5) });

    const atReturn = new PaperDossier(PAGES, { channel: 'counter' }).decide({
      ...accept,
      amountDue: toDong(4000),
    });
    atReturn.decide(asking({ amountDue: toDong(6000) })).supplement();
    expect(atReturn.head).toMatchObject({ handling: 'processing', money: 'due', amountDue: 6000 });
    expect(owedOf(accountOf(atReturn.head))).toBe(6000);
  });

  it('ends a request for the old amount', () => {
    const paper = new PaperDossier(BEFORE_SIGNING, { fee: table }).decide({ ...accept, ...pages(3) });
    paper.enter(openPayment(paper.head, paper.now, { reference: 'ABCDEF123456', gateway: 'platform' }));
    paper.decide(asking(pages(5)));
    expect(paper.head).toMatchObject({ money: 'due', account: { payment: null } });
    const kinds = moneyTransfers(undefined, paper.ledger).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['requested', 'requestEnded']));
  });
});

describe('a fee that is less with a supplement', () => {
  it('leaves the surplus held, which goes back by the normal refund', () => {
    const less = dueFor(1);
    const paper = paid().decide(asking(pages(1)));
    const surplus = 211_000 - less;
    expect(surplus).toBeGreaterThan(0);
    expect(paper.head).toMatchObject({ money: 'overpaid', account: { received: less, held: surplus } });
    expect(balancesIn(paper).get(accountsOf(UNIT).suspense)).toBe(-surplus);
    paper.supplement();
    expect(paper.head).toMatchObject({ handling: 'processing', tasks: [{ step: 'examine' }] });
    const amount = toDong(surplus);
    const asked = { refund: 'r1', of: 'held', amount, believed: amount, reason: 'Nộp thừa' } as const;
    paper.enter([requestRefund(paper.head, asked)]);
    paper.enter([decideRefund(paper.head, { refund: 'r1', approved: true, reason: null })]);
    paper.enter([payRefund(paper.head, { refund: 'r1', means: 'cash', document: 'PC 1' })]);
    expect(paper.head).toMatchObject({ money: 'paid', account: { held: 0, refunded: surplus } });
    expect(replay(paper.ledger)).toEqual(paper.head);
  });

  it('by a relief that is proved now is waived, though it was paid', () => {
    const reliefs: Anew['reliefs'] = [
      { relief: 'digital-residence', evidence: { kind: 'digital-citizen', attestedBy: 'officer' } },
    ];
    const paper = new PaperDossier(RESIDENCE, { at: '2026-11-27T08:00:00+07:00' });
    paper.decide(pay(10_000)).decide(accept).decide(asking({ reliefs }));
    expect(paper.head).toMatchObject({
      money: 'overpaid',
      amountDue: 0,
      account: { waived: 10_000, held: 10_000 },
    });
    expect(paper.ledger.at(-1)?.data).toMatchObject({ type: 'supplementRequested', reliefs });
    // What was relieved is not lost by saying nothing of it.
    expect(refusalOf(paper, recording({ amountDue: toDong(10_000) }))).toEqual([
      'request-invalid',
      '/reliefs',
    ]);
    paper.decide(recording({ reliefs: [] }));
    expect(paper.head).toMatchObject({ money: 'paid', amountDue: 10_000, account: { waived: 0, held: 0 } });
  });
});

describe('a fee that stays as it was', () => {
  it.each([
    ['because nothing is said of it', {}],
    ['because what stands is said again', pages(3)],
  ])('%s makes no entry of money', (_, anew) => {
    const paper = paid();
    const before = moneyTransfers(undefined, paper.ledger);
    paper.decide(asking(anew)).decide(recording(anew));
    expect(moneyTransfers(undefined, paper.ledger)).toEqual(before);
    for (const { data } of paper.ledger.slice(-2)) expect(data).not.toHaveProperty('amountDue');
    expect(paper.head).toMatchObject({ handling: 'processing', money: 'paid', amountDue: 211_000 });
  });
});

describe('settling the fee anew is refused', () => {
  it('before acceptance, which settles it', () => {
    const fresh = new PaperDossier(BEFORE_STEP, { fee: table });
    expect(refusalOf(fresh, asking(pages(5)))).toEqual(['request-invalid', '/case', '/counts']);
    expect(refusalOf(fresh.decide(asking()), recording({ reliefs: [] }))).toEqual([
      'request-invalid',
      '/reliefs',
    ]);
  });

  it.each([
    ['without the case', { counts: { pages: 5 } }, ['request-invalid', '/case', '/counts/pages']],
    ['without the counts', { case: 'reissue' }, ['request-invalid', '/counts/pages']],
    ['with an amount that is not the bill’s', { ...pages(5), amountDue: toDong(1) }, ['fee-amount-wrong']],
    [
      'with a relief that was not in force on the day of submission',
      {
        ...pages(5),
        reliefs: [
          { relief: 'digital-residence', evidence: { kind: 'digital-citizen', attestedBy: 'officer' } },
        ],
      },
      ['request-invalid', '/reliefs/0/relief'],
    ],
  ] as [string, Anew, string[]][])('%s', (_, anew, refusal) => {
    expect(refusalOf(paid(), asking(anew))).toEqual(refusal);
  });

  it('while a refund is under way', () => {
    const paper = online(paid(), 5000);
    const amount = toDong(5000);
    const asked = { refund: 'r1', of: 'held', amount, believed: amount, reason: 'Nộp thừa' } as const;
    paper.enter([requestRefund(paper.head, asked)]);
    expect(refusalOf(paper, asking(pages(5)))).toEqual(['state-conflict']);
    expect(paper.decide(asking()).head.handling).toBe('supplementing');
  });

  it('where a ledger of before does not say how much was paid', () => {
    const paper = new PaperDossier(PAGES, { channel: 'counter' }).decide({
      ...accept,
      amountDue: toDong(4000),
    });
    paper.head = { ...paper.head, account: null, money: 'paid', amountDue: null };
    expect(refusalOf(paper, asking({ amountDue: toDong(6000) }))).toEqual(['state-conflict']);
  });
});

describe('what is still to come for a dossier', () => {
  const { workflow } = new PaperDossier(BEFORE_STEP).rules;
  it.each([
    ['examine', 'sign', true],
    ['examine', 'examine', false],
    ['sign', 'examine', false],
    ['sign', 'check', false],
    ['examine', 'nowhere', false],
  ])('at %s, %s: %s', (from, step, ahead) => {
    expect(isAhead(workflow, from, step)).toBe(ahead);
  });
});
