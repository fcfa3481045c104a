import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replay } from '../../../functions/domain/dossier/head.ts';
import { obligationName, obligationsOn } from '../../../functions/domain/land-tax/obligations.ts';
import { payLandTax } from '../../../functions/domain/land-tax/pay.ts';
import { sendSlip, slipTaskOf } from '../../../functions/domain/land-tax/send-slip.ts';
import { takeTaxMessage } from '../../../functions/domain/land-tax/take-message.ts';
import { treasuryDebtOf } from '../../../functions/domain/land-tax/treasury-debt.ts';
import law from '../../../law/land-obligations.json' with { type: 'json' };
import { paidDong } from '../../../schemas/land-tax/notice.ts';
import { obligationKind } from '../../../schemas/land-tax/slip.ts';
import { type TaxMessage, taxMessage } from '../../../schemas/outside/tax-office.ts';
import { accept, forward } from '../../support/lifecycle/decisions.ts';
import { officer, PaperDossier } from '../../support/lifecycle/paper-dossier.ts';
import { NOTICE, noticeOf } from './messages.ts';

const system = { kind: 'system', mechanism: 'land-tax' } as const;
const CODE = 'H44.101-260302-0001';

/** A land dossier at the step from which the tax office is asked. */
class LandDossier extends PaperDossier {
  constructor() {
    super('1.012784', { receivingUnit: 'H44.01', competentUnit: 'H44.03.01' });
    this.decide(accept).decide(forward);
  }
  send(): this {
    const context = { ...this.context, actor: officer };
    return this.enter(sendSlip(context, slipTaskOf(context), { kinds: ['registrationFee'] }));
  }
  told(message: object): this {
    const read = taxMessage.parse({ slip: `${CODE}.pc1`, dossier: CODE, ...message }) as TaxMessage;
    return this.enter(takeTaxMessage({ ...this.context, actor: system }, read), system);
  }
}
const sent = () => new LandDossier().at('2026-03-03T08:00:00+07:00').send();
const noticed = () => sent().at('2026-03-05T08:00:00+07:00').told(NOTICE);
const kinds = (paper: PaperDossier) => paper.head.pauses.map(({ kind, to }) => [kind, to]);

test('the law names every kind, with its basis and what is not sure', () => {
  for (const { kinds: known } of law.versions) {
    expect(known.map(({ kind }) => kind)).toEqual(obligationKind.options);
    for (const { legalBasis, unconfirmed } of known)
      expect([legalBasis, unconfirmed].every(Boolean)).toBe(true);
  }
  expect(obligationsOn('2026-03-02').length).toBe(4);
  expect(obligationsOn('2020-01-01')).toEqual([]);
  expect(obligationName('landRent').vi).toBe('Tiền thuê đất');
});

describe('a transfer slip', () => {
  test('pauses the clock until the notice comes, with the officer who sent it', () => {
    const paper = sent();
    expect(paper.head).toMatchObject({
      dueAt: null,
      handling: 'processing',
      resumeAt: 'examine',
      landTax: { slip: `${CODE}.pc1`, slips: 1, refused: null, notice: null, paid: [] },
      tasks: [{ phase: 'others', assignee: 'thuly1.h44-101' }],
    });
    expect(kinds(paper)).toEqual([['landObligationNotice', null]]);
  });

  test('is not sent twice while the tax office has it, nor from a step that does not allow it', () => {
    expect(() => sent().send()).toThrow();
    expect(() => noticed().send()).toThrow();
    const plain = new PaperDossier('1.001193').decide(accept);
    expect(() => sendSlip(plain.context, slipTaskOf(plain.context), { kinds: ['landRent'] })).toThrow();
    const posting = new LandDossier().decide({
      decision: 'pause',
      kind: 'publicPosting',
      reason: 'Niêm yết',
    });
    expect(() => slipTaskOf(posting.context)).toThrow();
  });

  test('that is refused is followed by another one, in the same wait', () => {
    const paper = sent().told({ type: 'refusal', code: 'TK-03', reason: 'Thiếu vị trí đất' });
    expect(paper.head.landTax).toMatchObject({ refused: 'TK-03' });
    expect(paper.send().head.landTax).toMatchObject({ slip: `${CODE}.pc2`, slips: 2, refused: null });
    expect(kinds(paper)).toEqual([['landObligationNotice', null]]);
    // The tax office answers the first one late.
    expect(() => paper.told(NOTICE)).toThrow('Another slip');
  });

  test('may follow a pause that an officer began by hand', () => {
    const paper = new LandDossier().decide({
      decision: 'pause',
      kind: 'landObligationNotice',
      reason: 'Giấy',
    });
    expect(paper.send().head.landTax?.slip).toBe(`${CODE}.pc1`);
    expect(paper.head.pauses).toHaveLength(1);
  });
});

describe('the notice', () => {
  test('ends the first wait and begins the one for the payment, by its own last day', () => {
    const paper = noticed();
    expect(paper.head).toMatchObject({
      handling: 'awaitingPayment',
      money: 'none',
      account: null,
      dueAt: null,
      resumeAt: 'examine',
      resumeWith: 'thuly1.h44-101',
      tasks: [{ phase: 'others', assignee: 'thuly1.h44-101', dueAt: expect.stringMatching(/^2026-04-03/) }],
    });
    expect(kinds(paper)).toEqual([
      ['landObligationNotice', '2026-03-05T08:00:00+07:00'],
      ['landObligationPayment', null],
    ]);
    expect(replay(paper.ledger)).toEqual(paper.head);
  });

  test('of nothing lets the clock go on', () => {
    const paper = sent().at('2026-03-05T08:00:00+07:00').told(noticeOf([]));
    expect(paper.head).toMatchObject({ handling: 'processing', resumeAt: null });
    expect(paper.head.tasks).toMatchObject([{ phase: 'step', step: 'examine', assignee: 'thuly1.h44-101' }]);
    expect(treasuryDebtOf(paper.head.landTax)).toMatchObject({ left: 0 });
  });

  test('in force is replaced only by one that names it; what was paid counts on', () => {
    const paper = noticed().told(payment('GNT-1', 2_000_000));
    expect(() => paper.told(noticeOf([['landUseFee', 5_000_000]], { number: 'TB-2' }))).toThrow('replaces');
    paper.told(noticeOf([['landUseFee', 5_000_000]], { number: 'TB-2', replaces: 'TB-1' }));
    expect(treasuryDebtOf(paper.head.landTax)).toMatchObject({ paid: 2_000_000, left: 3_000_000 });
    expect(paper.head.handling).toBe('awaitingPayment');
    paper.told(noticeOf([['landUseFee', 1_000_000]], { number: 'TB-3', replaces: 'TB-2' }));
    expect(paper.head.handling).toBe('processing');
    // A correction upwards while the clock runs stops it again.
    paper.told(noticeOf([['landUseFee', 9_000_000]], { number: 'TB-4', replaces: 'TB-3' }));
    expect(paper.head).toMatchObject({ handling: 'awaitingPayment', resumeAt: 'examine' });
    expect(replay(paper.ledger)).toEqual(paper.head);
  });

  test('that is withdrawn is waited for again', () => {
    const paper = noticed().told({ type: 'withdrawal', notice: 'TB-1' });
    expect(kinds(paper).at(-1)).toEqual(['landObligationNotice', null]);
    expect(treasuryDebtOf(paper.head.landTax)).toBeUndefined();
    expect(() => paper.told({ type: 'withdrawal', notice: 'TB-1' })).toThrow('not in force');
    expect(paper.told(noticeOf([['landRent', 1000]], { number: 'TB-2' })).head.handling).toBe(
      'awaitingPayment',
    );
  });

  test('that comes when the dossier waits for something else changes no wait', () => {
    const paper = sent().decide({ decision: 'resume', document: 'Thông báo giấy' });
    paper.decide({ decision: 'pause', kind: 'publicPosting', reason: 'Niêm yết' }).told(NOTICE);
    expect(kinds(paper).at(-1)).toEqual(['publicPosting', null]);
    expect(treasuryDebtOf(paper.head.landTax)?.left).toBeGreaterThan(0);
  });

  test('is refused by a dossier that is over', () => {
    expect(() => sent().withdraw().told(NOTICE)).toThrow('decided');
  });
});

const payment = (document: string, amount: number, notice = 'TB-1') => ({
  type: 'payment',
  notice,
  document,
  amount,
  paidOn: '2026-03-06',
});

describe('the proof of payment', () => {
  test('ends the wait when all is paid; a part of it does not', () => {
    const paper = noticed().at('2026-03-09T08:00:00+07:00').told(payment('GNT-1', 1_000_000));
    expect(paper.head).toMatchObject({ handling: 'awaitingPayment', resumeAt: 'examine' });
    expect(() => paper.told(payment('GNT-1', 1_000_000))).toThrow('recorded already');
    expect(() => paper.told(payment('GNT-2', 1, 'TB-9'))).toThrow('not in force');
    paper.at('2026-03-10T08:00:00+07:00').told(payment('GNT-2', 2_250_000));
    expect(paper.head).toMatchObject({
      handling: 'processing',
      dueOn: '2026-03-25',
      tasks: [{ phase: 'step', assignee: 'thuly1.h44-101' }],
    });
    expect(paper.head.pauses.every(({ to }) => to !== null)).toBe(true);
  });

  test('that an officer accepts says that it was an officer', () => {
    const paper = noticed();
    const proof = { slip: `${CODE}.pc1`, notice: 'TB-1', document: 'GNT-7', source: 'officer' } as const;
    paper.enter(
      payLandTax(paper.context, { ...proof, amount: paidDong.parse(3_250_000), paidOn: '2026-03-06' }),
    );
    expect(paper.head.handling).toBe('processing');
  });

  test('however it is split, the clock goes on exactly when all is paid, and no money of ours moves', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3_000_000 }), { minLength: 1, maxLength: 6 }), parts => {
        const paper = noticed();
        const before = paper.ledger.length;
        let left = 3_250_000;
        for (const [at, amount] of parts.entries()) {
          paper.told(payment(`GNT-${at}`, amount));
          left = Math.max(0, left - amount);
          expect(treasuryDebtOf(paper.head.landTax)?.left).toBe(left);
          expect(paper.head.handling).toBe(left === 0 ? 'processing' : 'awaitingPayment');
        }
        expect([paper.head.account, paper.head.money]).toEqual([null, 'none']);
        expect(replay(paper.ledger)).toEqual(paper.head);
        expect(paper.ledger.length).toBeGreaterThan(before);
      }),
      { numRuns: 30 },
    );
  });
});
