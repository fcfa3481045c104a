import { describe, expect, test } from 'vitest';
import { decisionsAt } from '../../../functions/domain/dossier/decide.ts';
import { lateOpinion } from '../../../functions/domain/dossier/decisions/answer-consultation.ts';
import { replay } from '../../../functions/domain/dossier/head.ts';
import { DeadlineError } from '../../../functions/domain/legal-clock/deadline-error.ts';
import type { TaskDecisionBody } from '../../../schemas/api/decision.ts';
import type { Fee } from '../../../schemas/catalogue/fee.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import {
  accept,
  approve,
  consult,
  extend,
  forward,
  missing,
  opinion,
  stop,
} from '../../support/lifecycle/decisions.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';
import { table } from '../fees/samples.ts';

const SHORT = '1.001193';
const LONG = '1.013225';
const decline: TaskDecisionBody = { decision: 'decline', reason: 'Không thuộc thẩm quyền' };
const sendBack: TaskDecisionBody = { decision: 'sendBack', reason: 'Xem lại' };
const refuse: TaskDecisionBody = { decision: 'refuse', reason: 'Không đủ điều kiện' };
const proceed: TaskDecisionBody = { decision: 'proceed', reason: 'Quá hạn trả lời' };
const pay = (amount: number): TaskDecisionBody => ({
  decision: 'recordPayment',
  amount: toDong(amount),
  method: 'cash',
});
const result = {
  number: 'H44.101-KQ2026-000001',
  sha256: '0'.repeat(64),
  size: 1,
  origin: 'rendered' as const,
};

const submitted = (procedure = SHORT, filing = {}) => new PaperDossier(procedure, filing);
const accepted = (procedure = SHORT, filing = {}) => submitted(procedure, filing).decide(accept);

/** The code of the refusal that a step is met with, or the rule of the legal clock; the dossier is as it was. */
function refusal(paper: PaperDossier, body: TaskDecisionBody, unit?: string): string {
  const { head } = paper;
  try {
    paper.decide(body, unit);
  } catch (error) {
    expect(paper.head).toBe(head);
    return error instanceof DeadlineError ? error.rule : (error as { code: string }).code;
  }
  return 'not refused';
}

describe('accept', () => {
  test('starts the clock, promises the date and opens the first step', () => {
    const { head } = accepted(LONG);
    expect(head).toMatchObject({
      handling: 'accepted',
      acceptedAt: '2026-03-02T08:00:00+07:00',
      clockStartedAt: '2026-03-02T08:00:00+07:00',
      dueOn: '2026-03-23',
      tasks: [{ phase: 'step', step: 'examine', role: 'handler', unit: 'H44.101' }],
    });
  });

  test('of paper for another agency starts its clock when that agency gets it', () => {
    const filing = { channel: 'counter', receivingUnit: 'H44.01', competentUnit: 'H44.04' } as const;
    expect(
      submitted('1.012805', filing).at('2026-03-02T14:00:00+07:00').decide(accept).head.clockStartedAt,
    ).toBe('2026-03-02T17:00:00+07:00');
    expect(
      submitted('1.012805', filing).at('2026-03-02T15:30:00+07:00').decide(accept).head.clockStartedAt,
    ).toBe('2026-03-03T07:00:00+07:00');
    const online = { ...filing, channel: 'online' } as const;
    expect(
      submitted('1.012805', online).at('2026-03-02T15:30:00+07:00').decide(accept).head.clockStartedAt,
    ).toBe('2026-03-02T15:30:00+07:00');
  });

  test('needs the amount of a fee that is counted, and a multiple of it', () => {
    const counted = () => submitted('2.000635');
    expect(refusal(counted(), accept)).toBe('request-invalid');
    expect(refusal(counted(), { ...accept, amountDue: toDong(8001) })).toBe('fee-amount-wrong');
    expect(refusal(counted(), { ...accept, amountDue: toDong(0) })).toBe('fee-amount-wrong');
    expect(counted().decide({ ...accept, amountDue: toDong(16_000) }).head).toMatchObject({
      amountDue: 16_000,
      money: 'due',
    });
  });

  test('of a table takes the case and the counts, and keeps the bill', () => {
    const tabled = () => submitted(SHORT, { fee: table });
    expect(tabled().head).toMatchObject({ money: 'due', amountDue: null, bill: null });
    const paper = tabled().decide({ ...accept, case: 'reissue', counts: { pages: 3 } });
    expect(paper.head).toMatchObject({ money: 'due', amountDue: 211_000, bill: { case: 'reissue' } });
    expect(replay(paper.ledger)).toEqual(paper.head);
    expect(refusal(tabled(), accept)).toBe('request-invalid');
    expect(refusal(tabled(), { ...accept, case: 'reissue' })).toBe('request-invalid');
    expect(refusal(tabled(), { ...accept, case: 'first', amountDue: toDong(1) })).toBe('fee-amount-wrong');
    expect(tabled().decide({ ...accept, case: 'first', amountDue: toDong(505_000) }).head.amountDue).toBe(
      505_000,
    );
  });

  test('of a table of fixed amounts knows the sum beforehand, which may be paid in advance', () => {
    const fee: Fee = { kind: 'table', lines: table.kind === 'table' ? table.lines.slice(0, 1) : [] };
    const paper = submitted(SHORT, { fee });
    expect(paper.head).toMatchObject({ money: 'due', amountDue: 5000 });
    expect(paper.decide(pay(5000)).decide(accept).head).toMatchObject({ money: 'paid', bill: { due: 5000 } });
  });

  test('of copies may say how many, and is as the amount was', () => {
    const counted = () => submitted('2.000635');
    expect(counted().decide({ ...accept, counts: { fee: 2 } }).head).toMatchObject({
      amountDue: 16_000,
      money: 'due',
      bill: { lines: [{ count: 2 }] },
    });
    expect(refusal(counted().decide(pay(8000)), { ...accept, counts: { fee: 2 } })).toBe('request-invalid');
    expect(refusal(counted(), { ...accept, counts: { fee: 2 }, amountDue: toDong(8000) })).toBe(
      'fee-amount-wrong',
    );
  });

  const relieved: TaskDecisionBody = {
    ...accept,
    reliefs: [{ relief: 'digital-residence', evidence: { kind: 'digital-citizen', attestedBy: 'officer' } }],
  };
  const RESIDENCE = '1.004222';
  const inTime = { at: '2026-11-27T08:00:00+07:00' };

  test('with a relief that takes all of it off waives the fee, and nothing waits for it', () => {
    const paper = submitted(RESIDENCE, inTime).decide(relieved);
    expect(paper.head).toMatchObject({
      money: 'waived',
      amountDue: 0,
      bill: { full: 10_000, relieved: 10_000, due: 0, lines: [{ ground: expect.stringContaining('66.22') }] },
    });
    expect(paper.ledger.at(-1)?.data).toMatchObject({ type: 'accepted', reliefs: relieved.reliefs });
    expect(replay(paper.ledger)).toEqual(paper.head);
    expect(paper.decide(forward).decide(approve).head).toMatchObject({
      handling: 'processing',
      money: 'waived',
      tasks: [{ phase: 'signature' }],
    });
  });

  test('refuses a relief by the day of submission, without proof, or after payment', () => {
    expect(refusal(submitted(RESIDENCE), relieved)).toBe('request-invalid');
    // Submitted on the last day and accepted after it: the applicant was in time.
    const last = submitted(RESIDENCE, { at: '2027-02-28T22:00:00+07:00' });
    expect(last.at('2027-03-01T08:00:00+07:00').decide(relieved).head.money).toBe('waived');
    const unproved = [{ relief: 'digital-residence', evidence: { kind: 'digital-citizen' } }];
    expect(refusal(submitted(RESIDENCE, inTime), { ...accept, reliefs: unproved })).toBe('request-invalid');
    expect(refusal(submitted(RESIDENCE, inTime).decide(pay(10_000)), relieved)).toBe('request-invalid');
    expect(refusal(submitted(SHORT, inTime), relieved)).toBe('request-invalid');
  });

  test('of an unclear fee needs what reception says: an amount, or that nothing is due', () => {
    const fee: Fee = { kind: 'unclear', unclear: { vi: 'Có 2 mức thu.', en: 'Two amounts.' } };
    const unclear = () => submitted(SHORT, { fee });
    expect(unclear().head).toMatchObject({ money: 'none', amountDue: null });
    expect(refusal(unclear(), accept)).toBe('request-invalid');
    expect(unclear().decide({ ...accept, amountDue: toDong(30_000) }).head).toMatchObject({
      money: 'due',
      amountDue: 30_000,
    });
    expect(unclear().decide({ ...accept, amountDue: toDong(0) }).head.money).toBe('none');
  });

  test('is decided once', () => {
    expect(refusal(accepted(), accept)).toBe('decision-not-allowed');
  });
});

describe('decline', () => {
  test('ends a dossier that was not accepted', () => {
    expect(submitted().decide(decline).head).toMatchObject({
      handling: 'declined',
      tasks: [],
      acceptedAt: null,
    });
    expect(submitted().decide(missing).decide(decline).head.handling).toBe('declined');
  });

  test('is refused after acceptance', () => {
    expect(refusal(accepted(), decline)).toBe('decision-not-allowed');
    expect(refusal(accepted().decide(missing), decline)).toBe('decision-not-allowed');
  });
});

describe('requestSupplement', () => {
  test('stops the clock and waits for the applicant', () => {
    expect(accepted(LONG).at('2026-03-04T09:00:00+07:00').decide(missing).head).toMatchObject({
      handling: 'supplementing',
      resumeAt: 'examine',
      dueAt: null,
      pauses: [{ from: '2026-03-04T09:00:00+07:00', to: null, effect: 'restart', cause: 'supplement' }],
      tasks: [{ phase: 'supplement', role: 'reception' }],
    });
  });

  test('is asked once a stage, and again only by special law and with an approver', () => {
    const again = submitted().decide(missing).supplement();
    expect(refusal(again, missing)).toBe('supplement-once');
    expect(refusal(again, { ...missing, legalBasis: 'Luật X' })).toBe('supplement-once');
    expect(
      again.decide({ ...missing, legalBasis: 'Luật X', approvedBy: 'Chủ tịch' }).head.supplements.intake,
    ).toBe(2);
    // The stage after acceptance counts for itself.
    expect(again.supplement().decide(accept).decide(missing).head.supplements).toEqual({
      intake: 2,
      processing: 1,
    });
  });

  test('is refused where the workflow does not name it', () => {
    const atCheck = accepted(LONG).decide(forward).decide(forward);
    expect(refusal(atCheck, missing)).toBe('decision-not-allowed');
  });
});

describe('a supplement', () => {
  const given: TaskDecisionBody = {
    decision: 'recordSupplement',
    components: [{ component: 'c1', files: [], paperCopies: 1 }],
  };

  test('recorded at the counter does what the applicant’s own does', () => {
    const [own, recorded] = [
      accepted().decide(missing).supplement(),
      accepted().decide(missing).decide(given),
    ];
    expect({ ...own.head, lastHash: '' }).toEqual({ ...recorded.head, lastHash: '' });
    expect(own.head).toMatchObject({ handling: 'processing', resumeAt: null, tasks: [{ step: 'examine' }] });
  });

  test('goes back to reception before acceptance, without a promised date', () => {
    expect(submitted().decide(missing).decide(given).head).toMatchObject({
      handling: 'submitted',
      dueAt: null,
      tasks: [{ phase: 'reception' }],
    });
  });

  test('does not take back an extension', () => {
    const paper = accepted(LONG)
      .decide({ ...extend, newDueOn: '2026-04-10' })
      .signApology();
    paper.at('2026-03-05T09:00:00+07:00').decide(missing).at('2026-03-06T09:00:00+07:00').supplement();
    expect(paper.head).toMatchObject({ dueOn: '2026-04-10', dueRevision: 3 });
  });

  test('is refused where none was asked for', () => {
    expect(refusal(accepted(), given)).toBe('decision-not-allowed');
  });
});

describe('forward and sendBack', () => {
  test('lead where the workflow leads', () => {
    const paper = accepted(LONG).decide(forward);
    expect(paper.head.tasks).toMatchObject([{ step: 'inspect' }]);
    expect(paper.decide(sendBack).head.tasks).toMatchObject([{ step: 'examine' }]);
    expect(paper.decide({ ...forward, to: 'inspect' }).head.tasks).toMatchObject([{ step: 'inspect' }]);
  });

  test('are refused where the workflow does not', () => {
    expect(refusal(accepted(SHORT), forward)).toBe('decision-not-allowed');
    expect(refusal(accepted(LONG), { ...forward, to: 'sign' })).toBe('decision-not-allowed');
    expect(refusal(accepted(LONG), sendBack)).toBe('decision-not-allowed');
  });

  test('a proposal falls when it is sent back', () => {
    const paper = accepted(SHORT).decide(approve);
    expect(paper.head.proposal).toEqual({ outcome: 'granted', text: approve.text, resultFile: null });
    expect(paper.decide(sendBack).head.proposal).toBeNull();
  });
});

describe('approve and refuse', () => {
  test('propose at a work step and decide at the signature', () => {
    const paper = accepted().decide(approve);
    expect(paper.head).toMatchObject({
      handling: 'processing',
      outcome: null,
      tasks: [{ phase: 'signature' }],
    });
    expect(paper.decide({ decision: 'approve' }).head).toMatchObject({
      handling: 'decided',
      delivery: 'preparing',
      outcome: 'granted',
      timeliness: 'onTime',
      tasks: [],
    });
  });

  test('sign a proposed refusal as a refusal, and overrule it with a reason', () => {
    const signed = accepted().decide(refuse).decide({ decision: 'approve' }).head;
    expect(signed).toMatchObject({ outcome: 'refused', proposal: { text: 'Không đủ điều kiện' } });
    const overruled = accepted().decide(approve).decide(refuse).head;
    expect(overruled).toMatchObject({ outcome: 'refused', proposal: { text: 'Không đủ điều kiện' } });
  });

  test('need a text where nobody proposed one', () => {
    expect(refusal(accepted(), { decision: 'approve' })).toBe('request-invalid');
    const atOnce = submitted('2.000815', { channel: 'counter' }).decide({
      ...accept,
      amountDue: toDong(4000),
    });
    expect(refusal(atOnce, { decision: 'approve' })).toBe('request-invalid');
    expect(atOnce.decide(approve).head.outcome).toBe('granted');
  });

  test.each([
    ['2026-03-20T16:00:00+07:00', 'early'],
    ['2026-03-23T16:59:00+07:00', 'onTime'],
    ['2026-03-23T20:00:00+07:00', 'onTime'],
    ['2026-03-24T07:30:00+07:00', 'late'],
  ])('at %s the decision is %s', (at, timeliness) => {
    const paper = accepted(LONG).decide(forward).decide(forward).decide(approve).at(at).decide(approve);
    expect(paper.head.timeliness).toBe(timeliness);
  });

  test('count the moment where the limit is one of hours', () => {
    const paper = () => accepted('1.013065').decide(approve);
    expect(paper().head.dueAt).toBe('2026-03-03T08:00:00+07:00');
    expect(paper().at('2026-03-03T08:00:01+07:00').decide(approve).head.timeliness).toBe('late');
    expect(paper().at('2026-03-03T07:59:00+07:00').decide(approve).head.timeliness).toBe('onTime');
  });
});

describe('consult, giveOpinion and proceed', () => {
  test('ask all agencies of the workflow, or those named', () => {
    const units = (paper: PaperDossier) => paper.head.tasks.slice(1).map(({ unit }) => unit);
    expect(units(accepted(LONG).decide(consult))).toEqual(['H44.04', 'H44.08']);
    expect(units(accepted(LONG).decide({ ...consult, agencies: ['H44.08'] }))).toEqual(['H44.08']);
    expect(refusal(accepted(LONG), { ...consult, agencies: ['H44.02'] })).toBe('decision-not-allowed');
    expect(refusal(accepted(SHORT), consult)).toBe('decision-not-allowed');
  });

  test('wait for the agency with the longest limit', () => {
    const paper = accepted('1.012784', { receivingUnit: 'H44.01', competentUnit: 'H44.03' }).decide(forward);
    const [umbrella, ...asked] = paper.decide(consult).head.tasks;
    expect(asked.map(({ dueAt }) => dueAt)).toContain(umbrella?.dueAt);
    expect(asked.every(({ dueAt }) => dueAt <= (umbrella?.dueAt ?? ''))).toBe(true);
  });

  test('go back to the step that asked with the last answer', () => {
    const paper = accepted(LONG).decide(consult).decide(opinion, 'H44.04');
    expect(paper.head.tasks.map(({ phase }) => phase)).toEqual(['consultations', 'consultation']);
    expect(paper.decide(opinion, 'H44.08').head).toMatchObject({
      resumeAt: null,
      tasks: [{ step: 'examine' }],
    });
  });

  test('go on without the silent ones, for a reason', () => {
    const paper = accepted(LONG).decide(consult).decide(opinion, 'H44.04');
    paper.at('2026-03-12T08:00:00+07:00').decide(proceed);
    expect(paper.ledger.at(-1)?.data).toMatchObject({ type: 'consultationsClosed', unanswered: ['H44.08'] });
    expect(refusal(paper, proceed)).toBe('decision-not-allowed');
  });

  test('go on before the limit is over only past agencies that are named', () => {
    const paper = accepted(LONG).decide(consult);
    expect(refusal(paper, proceed)).toBe('consultation-running');
    expect(refusal(paper, { ...proceed, unheard: ['H44.04'] })).toBe('consultation-running');
    expect(refusal(paper, { ...proceed, unheard: ['H44.04', 'H44.08', 'H44.02'] })).toBe('request-invalid');
    paper.decide({ ...proceed, unheard: ['H44.08', 'H44.04'] });
    expect(paper.ledger.at(-1)?.data).toMatchObject({ unanswered: ['H44.04', 'H44.08'] });
  });

  test('keep an opinion that comes late, which moves nothing, until the dossier is closed', () => {
    const paper = accepted(LONG).decide(consult);
    const asked = paper.head.tasks.find(({ unit }) => unit === 'H44.08')?.id ?? '';
    paper.at('2026-03-12T08:00:00+07:00').decide(proceed);
    const { tasks } = paper.head;
    const late = { opinion: 'Không phù hợp quy hoạch', agrees: false };
    paper.enter(lateOpinion(paper.context, asked, late));
    expect(paper.ledger.at(-1)).toMatchObject({
      data: { type: 'opinionGiven', opinion: late.opinion, late: true, task: asked },
      closes: [{ task: asked, decision: 'giveOpinion' }],
    });
    expect(paper.head.tasks).toEqual(tasks);
    paper.decide(stop);
    expect(() => lateOpinion(paper.context, asked, late)).toThrow('closed');
  });

  test('an agency decides nothing but its opinion', () => {
    const paper = accepted(LONG).decide(consult);
    expect(refusal(paper, stop, 'H44.04')).toBe('decision-not-allowed');
    expect(refusal(paper, forward)).toBe('decision-not-allowed');
  });
});

describe('extend', () => {
  test('proposes; the date moves once, when the apology is signed, and the task stays with its holder', () => {
    const paper = accepted(LONG);
    const { tasks } = paper.head;
    paper.decide({ ...extend, newDueOn: '2026-03-31' });
    expect(paper.head).toMatchObject({ dueOn: '2026-03-23', extendedTo: null });
    expect(paper.head.tasks).toMatchObject([tasks[0], { phase: 'apology', role: 'signer', unit: 'H44.101' }]);
    expect(refusal(paper, { ...extend, newDueOn: '2026-04-10' })).toBe('extension-proposed');
    paper.signApology();
    expect(paper.head).toMatchObject({ dueOn: '2026-03-31', extendedTo: '2026-03-31T17:00:00+07:00', tasks });
    expect(paper.head.extensionProposal).toBeNull();
    expect(refusal(paper, { ...extend, newDueOn: '2026-04-15' })).toBe('extensionUsedUp');
  });

  test.each([
    ['an earlier date', '2026-03-02T09:00:00+07:00', '2026-03-20', 'extensionDateNotAllowed'],
    ['the same date', '2026-03-02T09:00:00+07:00', '2026-03-23', 'extensionDateNotAllowed'],
    ['a day off', '2026-03-02T09:00:00+07:00', '2026-03-29', 'extensionDateNotAllowed'],
    ['the promised day itself', '2026-03-23T07:30:00+07:00', '2026-03-31', 'extensionTooLate'],
    ['after the promised day', '2026-03-25T07:30:00+07:00', '2026-03-31', 'extensionTooLate'],
  ])('is refused for %s', (_what, at, newDueOn, code) => {
    expect(refusal(accepted(LONG).at(at), { ...extend, newDueOn })).toBe(code);
  });

  test('is allowed until the end of the day before, and so is its signature', () => {
    const paper = () =>
      accepted(LONG)
        .at('2026-03-22T23:00:00+07:00')
        .decide({ ...extend, newDueOn: '2026-03-31' });
    expect(paper().signApology().head.dueOn).toBe('2026-03-31');
    const late = paper().at('2026-03-23T07:00:00+07:00');
    expect(() => late.signApology()).toThrow('until');
  });

  test('reaches no further than the procedure’s limit once again', () => {
    // Twenty days from 23 March end on a Sunday, so the bound is the Monday after.
    expect(refusal(accepted(LONG), { ...extend, newDueOn: '2026-04-14' })).toBe('extension-too-long');
    expect(refusal(accepted(LONG), { ...extend, newDueOn: '2026-04-13' })).toBe('not refused');
    const short = () => accepted('1.012796');
    expect(short().head.dueOn).toBe('2026-03-12');
    expect(refusal(short(), { ...extend, newDueOn: '2026-06-01' })).toBe('extension-too-long');
    expect(refusal(short(), { ...extend, newDueOn: '2026-03-25' })).toBe('extension-too-long');
    expect(refusal(short(), { ...extend, newDueOn: '2026-03-24' })).toBe('not refused');
  });

  test('is returned with a reason, and may be asked for again', () => {
    const paper = accepted(LONG).decide({ ...extend, newDueOn: '2026-03-31' });
    const task = paper.head.tasks.find(({ phase }) => phase === 'apology')?.id ?? '';
    paper.decide({ decision: 'returnApology', reason: 'Lý do chưa rõ' }, task);
    expect(paper.head).toMatchObject({ dueOn: '2026-03-23', extensionProposal: null });
    expect(paper.decide({ ...extend, newDueOn: '2026-03-27' }).signApology().head.dueOn).toBe('2026-03-27');
  });

  test('is signed by its digest: another one, or none, is refused', () => {
    const paper = accepted(LONG).decide({ ...extend, newDueOn: '2026-03-31' });
    const task = paper.head.tasks.find(({ phase }) => phase === 'apology')?.id ?? '';
    expect(refusal(paper, { decision: 'signApology' }, task)).toBe('request-invalid');
    expect(refusal(paper, { decision: 'signApology', proposal: '0'.repeat(64) }, task)).toBe(
      'proposal-changed',
    );
  });

  test('falls when there is no date left to move', () => {
    const proposed = () => accepted(LONG).decide({ ...extend, newDueOn: '2026-03-31' });
    const paused = proposed().decide({ decision: 'pause', kind: 'otherDecision', reason: 'Chờ Tòa án' });
    for (const paper of [
      proposed().decide(missing),
      paused,
      proposed().decide(stop),
      proposed().withdraw(),
    ]) {
      expect(paper.head.extensionProposal).toBeNull();
      expect(paper.head.tasks.some(({ phase }) => phase === 'apology')).toBe(false);
    }
    // It stays while the dossier goes from step to step.
    expect(
      proposed()
        .decide(forward)
        .head.tasks.map(({ phase }) => phase),
    ).toEqual(['step', 'apology']);
  });
});

describe('stop', () => {
  test('ends an accepted dossier with everything open in it', () => {
    expect(accepted().decide(stop).head).toMatchObject({ handling: 'stopped', tasks: [] });
    const consulting = accepted(LONG).decide(consult).decide(stop);
    expect(consulting.ledger.at(-1)?.closes.map(({ decision }) => decision)).toEqual([
      'stop',
      'stopped',
      'stopped',
    ]);
    expect(accepted('2.001263').decide(stop).head.handling).toBe('stopped');
  });

  test('is refused before acceptance', () => {
    expect(refusal(submitted(), stop)).toBe('decision-not-allowed');
    expect(refusal(submitted().decide(missing), stop)).toBe('decision-not-allowed');
  });
});

describe('recordPayment', () => {
  test('opens the step that the fee gated, and the clock goes on', () => {
    const paper = accepted('2.001263');
    expect(paper.head).toMatchObject({ handling: 'awaitingPayment', resumeAt: 'examine', dueAt: null });
    expect(refusal(paper, pay(399_999))).toBe('fee-amount-wrong');
    paper.at('2026-03-04T08:00:00+07:00').decide(pay(400_000));
    expect(paper.head).toMatchObject({ handling: 'processing', money: 'paid', tasks: [{ step: 'examine' }] });
  });

  test('at reception, before anything waits for it, leaves the task open and the gate with it', () => {
    const paper = submitted('2.001263').decide(pay(400_000));
    expect(paper.head).toMatchObject({
      handling: 'submitted',
      money: 'paid',
      tasks: [{ phase: 'reception' }],
    });
    expect(refusal(paper, pay(400_000))).toBe('state-conflict');
    expect(paper.decide(accept).head).toMatchObject({ handling: 'accepted', tasks: [{ step: 'examine' }] });
  });

  test('gates the signature, keeps the proposal, and is asked for once', () => {
    const paper = accepted('1.004222').decide(forward).decide(approve);
    expect(paper.head).toMatchObject({
      handling: 'awaitingPayment',
      resumeAt: 'sign',
      proposal: { outcome: 'granted' },
    });
    paper.decide(pay(10_000)).decide(sendBack).decide(approve);
    expect(paper.head).toMatchObject({ money: 'paid', tasks: [{ phase: 'signature' }] });
  });

  test('is refused where nothing is due', () => {
    expect(refusal(submitted(), pay(0))).toBe('state-conflict');
  });
});

describe('the result', () => {
  const decided = (procedure: string, filing = {}) => {
    const paper = accepted(procedure, filing);
    while (paper.head.handling !== 'decided') {
      const [task] = paper.head.tasks;
      const may = task ? decisionsAt(paper.context, task) : [];
      paper.decide(may.includes('approve') ? approve : forward);
    }
    return paper.issue(result);
  };

  test('issued electronically closes the dossier', () => {
    expect(decided(SHORT).head).toMatchObject({ handling: 'returned', delivery: 'returned', tasks: [] });
  });

  test('for the counter waits to be handed over', () => {
    const paper = decided(SHORT, { returnBy: 'counter' });
    expect(paper.head).toMatchObject({
      handling: 'decided',
      delivery: 'ready',
      tasks: [{ phase: 'collection' }],
    });
    expect(paper.decide({ decision: 'handOver', receivedBy: 'Lành' }).head.handling).toBe('returned');
  });

  test('with a fee due before the return waits for it, though electronic', () => {
    const paper = decided('1.010038');
    expect(paper.head).toMatchObject({ delivery: 'ready', tasks: [{ phase: 'collection' }] });
    expect(refusal(paper, { decision: 'handOver' })).toBe('fee-unpaid');
    expect(paper.decide(pay(5000)).decide({ decision: 'handOver' }).head.handling).toBe('returned');
  });
});

describe('withdraw', () => {
  test('closes every open task', () => {
    const paper = accepted(LONG).decide(consult).withdraw();
    expect(paper.head).toMatchObject({ handling: 'withdrawn', tasks: [] });
    expect(paper.ledger.at(-1)?.closes).toHaveLength(3);
  });

  test('is refused once decided', () => {
    expect(() => accepted().decide(approve).decide(approve).withdraw()).toThrow(
      'decided cannot be withdrawn',
    );
  });
});

describe('what a task allows', () => {
  test('is what its phase and the workflow allow together', () => {
    const [task] = accepted(LONG).decide(forward).decide(forward).head.tasks;
    if (!task) throw new Error('no task');
    expect(decisionsAt(accepted(LONG).context, task)).toEqual(['sendBack', 'approve', 'refuse', 'extend']);
  });

  test('is named in a refusal', () => {
    expect(() => accepted(SHORT).decide(forward)).toThrow(
      'Decisions allowed at this task: approve, refuse, requestSupplement, stop.',
    );
  });
});
