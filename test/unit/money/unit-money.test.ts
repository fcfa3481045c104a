import { describe, expect, it } from 'vitest';
import { receivePayment } from '../../../functions/domain/dossier/decisions/receive-payment.ts';
import { accountOf } from '../../../functions/domain/money/account/account-of.ts';
import { endPayment, openPayment } from '../../../functions/domain/money/decisions/payments.ts';
import { decideRefund, payRefund, requestRefund } from '../../../functions/domain/money/decisions/refunds.ts';
import { paymentsOf, requestsOf } from '../../../functions/domain/money/history/payments.ts';
import { refundsOf } from '../../../functions/domain/money/history/refunds.ts';
import { pendingOf } from '../../../functions/domain/money/transfers/pending.ts';
import { type Kept, unitSums } from '../../../functions/domain/money/transfers/unit-sums.ts';
import { moneyTransfers } from '../../../functions/domain/projections/money-transfers.ts';
import { dateOf, parseInstant } from '../../../functions/domain/vietnam-time.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import type { Transfer } from '../../../schemas/money/transfer.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

const UNIT = 'H44.101';
const FLAT = '1.004222';
const FEE = 10_000;
const [FIRST, SECOND] = ['ABCDEF123456', 'GHIJKL123456'];

const paid = (paper: PaperDossier, amount: number, reference?: string) =>
  paper.enter(
    receivePayment(paper.context, {
      method: 'online',
      gateway: 'platform',
      receipt: null,
      amount: toDong(amount),
      ...(reference !== undefined && { reference }),
    }),
  );
const opened = (paper: PaperDossier, reference: string) =>
  paper.enter(openPayment(paper.head, paper.now, { reference, gateway: 'platform' }));
const asked = (paper: PaperDossier, refund: string, amount: number, believed: number) =>
  paper.enter([
    requestRefund(paper.head, {
      refund,
      of: 'held',
      amount: toDong(amount),
      believed: toDong(believed),
      reason: 'Nộp thừa',
    }),
  ]);
const transfersIn = ({ ledger }: PaperDossier) => moneyTransfers(undefined, ledger);

/** As it is kept: with both accounts. */
const keptIn = (transfers: readonly Transfer[]): Kept[] =>
  transfers.flatMap(transfer =>
    [transfer.from, transfer.to].map(account => ({
      account,
      day: dateOf(parseInstant(transfer.at)),
      transfer,
    })),
  );

describe('the accounts of a unit', () => {
  it('add up to nothing, and each day to its account', () => {
    const { accounts, balanced } = unitSums(UNIT, keptIn(transfersIn(paid(new PaperDossier(FLAT), 15_000))));
    expect(balanced).toBe(true);
    const of = (name: string) => accounts.find(({ account }) => account === `${name}:${UNIT}`);
    expect(of('transit:platform')).toMatchObject({ in: 15_000, out: 0, days: [{ in: 15_000, out: 0 }] });
    expect(of('claims')).toMatchObject({ in: FEE, out: FEE });
    expect(of('suspense')).toMatchObject({ in: 0, out: 5000 });
  });

  it('do not balance where a transfer is missing at one of its accounts', () => {
    const kept = keptIn(transfersIn(paid(new PaperDossier(FLAT), FEE)));
    expect(unitSums(UNIT, kept.slice(1)).balanced).toBe(false);
  });

  it('name the account of another unit that took the cash, and balance with it', () => {
    const moved = transfersIn(paid(new PaperDossier(FLAT), FEE)).map(transfer =>
      transfer.to.startsWith('transit') ? { ...transfer, to: 'cash:H44.102' as const } : transfer,
    );
    const kept = keptIn(moved).filter(({ account }) => account.endsWith(UNIT));
    const { accounts, balanced } = unitSums(UNIT, kept);
    expect(balanced).toBe(true);
    expect(accounts).toContainEqual(expect.objectContaining({ account: 'cash:H44.102', in: FEE }));
  });

  it('wait for what was asked for, until it is paid, ends or is decided', () => {
    const paper = opened(new PaperDossier(FLAT), FIRST);
    const kinds = () =>
      pendingOf(keptIn(transfersIn(paper)).map(({ transfer }) => transfer)).map(each => each.kind);
    expect(kinds()).toEqual(['requested']);
    // A new request ends the one before.
    opened(paper, SECOND);
    expect(kinds()).toEqual(['requested']);
    paid(paper, 18_000, SECOND);
    expect(kinds()).toEqual([]);
    asked(paper, 'r1', 5000, 8000);
    asked(paper, 'r2', 3000, 3000);
    expect(kinds()).toEqual(['refundAsked', 'refundAsked']);
    paper.enter([decideRefund(paper.head, { refund: 'r1', approved: true, reason: null })]);
    paper.enter([decideRefund(paper.head, { refund: 'r2', approved: false, reason: 'Không thừa' })]);
    expect(kinds()).toEqual([]);
  });
});

describe('the money of a dossier is told', () => {
  it('with every request and what came of it', () => {
    const paper = opened(new PaperDossier(FLAT), FIRST);
    const states = () => requestsOf(paper.ledger, accountOf(paper.head)).map(({ state }) => state);
    expect(states()).toEqual(['open']);
    paper.enter(endPayment(paper.head, FIRST, 'failed'));
    opened(paper, SECOND);
    expect(states()).toEqual(['failed', 'open']);
    paid(paper, FEE);
    expect(states()).toEqual(['failed', 'over']);
    paid(paper, FEE, SECOND);
    expect(states()).toEqual(['failed', 'paid']);
    expect(paymentsOf(paper.ledger)).toMatchObject([
      { amount: FEE, applied: FEE, method: 'online', gateway: 'platform' },
      { amount: FEE, applied: 0 },
    ]);
  });

  it('with every refund, from asking to paying out', () => {
    const paper = paid(new PaperDossier(FLAT), 15_000);
    asked(paper, 'r1', 2000, 5000);
    paper.enter([decideRefund(paper.head, { refund: 'r1', approved: false, reason: 'Chưa đủ căn cứ' })]);
    asked(paper, 'r2', 5000, 5000);
    paper.enter([decideRefund(paper.head, { refund: 'r2', approved: true, reason: null })]);
    const told = () => refundsOf(paper.ledger);
    expect(told()).toMatchObject([
      { id: 'r1', state: 'refused', decisionReason: 'Chưa đủ căn cứ', paidAt: null },
      { id: 'r2', state: 'approved', amount: 5000, of: 'held', reason: 'Nộp thừa' },
    ]);
    paper.enter([payRefund(paper.head, { refund: 'r2', means: 'cash', document: 'PC 1' })]);
    expect(told()[1]).toMatchObject({ state: 'paid', means: 'cash', document: 'PC 1' });
  });
});
