import { describe, expect, test } from 'vitest';
import { explainDossier } from '../../../functions/domain/dossier/dossier-deadline.ts';
import { pauseKindsOn } from '../../../functions/domain/dossier/pause-kinds.ts';
import { legalClockOf } from '../../../functions/domain/dossier/unit-clock.ts';
import { reasonText } from '../../../functions/domain/legal-clock/explanation-text.ts';
import pauses from '../../../law/pauses.json' with { type: 'json' };
import type { TaskDecisionBody } from '../../../schemas/api/decision.ts';
import { accept, consult, forward, missing, opinion, stop } from '../../support/lifecycle/decisions.ts';
import { workCalendar } from '../../support/lifecycle/memory-province.ts';
import { officer, PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

const LAND = { receivingUnit: 'H44.01', competentUnit: 'H44.03.01' } as const;
const land = () => new PaperDossier('1.012784', LAND).decide(accept).decide(forward);
const pause = (kind: string): TaskDecisionBody => ({ decision: 'pause', kind, reason: 'Theo quy định' });
const resume: TaskDecisionBody = { decision: 'resume', document: 'Thông báo số 12/TB-CCT' };

describe('grounds of a pause', () => {
  test('each have a document, an end, a limit and an effect, with their source', () => {
    const [version] = pauses.versions;
    expect(version?.kinds.map(({ kind }) => kind)).toEqual([
      'supplement',
      'landObligationNotice',
      'landObligationPayment',
      'publicPosting',
      'identityConfirmation',
      'otherDecision',
    ]);
    for (const kind of version?.kinds ?? []) {
      expect([kind.document.vi, kind.endedBy.vi, kind.source].every(text => text.length > 5)).toBe(true);
      expect(kind.limit.amount).toBeGreaterThan(0);
      expect(['resume', 'restart']).toContain(kind.effect);
    }
    // A supplement is asked for by a decision of its own.
    expect(pauseKindsOn('2026-03-02').map(({ kind }) => kind)).not.toContain('supplement');
  });
});

describe('a pause', () => {
  test('stops the clock and waits with the officer who paused; the date moves by what it lasted', () => {
    const paper = land().at('2026-03-03T08:00:00+07:00');
    const before = paper.head.dueOn;
    paper.decide(pause('landObligationNotice'));
    expect(paper.head).toMatchObject({
      handling: 'processing',
      dueAt: null,
      resumeAt: 'examine',
      pauses: [{ to: null, effect: 'resume', cause: 'others', kind: 'landObligationNotice' }],
      tasks: [{ phase: 'others', unit: 'H44.03.01', role: 'handler', assignee: 'thuly1.h44-101' }],
    });
    paper.at('2026-03-10T08:00:00+07:00').decide(resume);
    expect(before).toBe('2026-03-18');
    expect(paper.head).toMatchObject({
      handling: 'processing',
      dueOn: '2026-03-25',
      resumeAt: null,
      resumeWith: null,
      tasks: [{ phase: 'step', step: 'examine', assignee: 'thuly1.h44-101' }],
    });
    expect(paper.ledger.at(-1)?.data).toMatchObject({ type: 'resumed', document: 'Thông báo số 12/TB-CCT' });
  });

  test('for a payment of the citizen shows as a financial obligation (national code 6)', () => {
    const paper = land().decide(pause('landObligationPayment'));
    expect(paper.head).toMatchObject({ handling: 'awaitingPayment', money: 'none' });
    expect(paper.decide(resume).head.handling).toBe('processing');
  });

  test('is named in the explanation of the date', () => {
    const paper = land().at('2026-03-03T08:00:00+07:00').decide(pause('publicPosting'));
    paper.at('2026-03-06T08:00:00+07:00').decide(resume);
    const clockOf = (unit: string) => legalClockOf(workCalendar, unit);
    const { answer } = explainDossier(paper.ledger, paper.rules.procedure, clockOf, paper.now);
    const reasons = answer?.entries.map(entry => reasonText(entry, 'vi')) ?? [];
    expect(reasons).toContain('tạm dừng tính thời hạn (niêm yết công khai)');
  });

  test('is refused on a ground that the workflow does not allow at the step', () => {
    expect(() => land().decide(pause('identityConfirmation'))).toThrow('does not allow a pause');
    expect(() => new PaperDossier('1.001193').decide(accept).decide(pause('otherDecision'))).toThrow();
    expect(() => land().decide(pause('supplement'))).toThrow('does not allow a pause');
  });

  test('may end in a stop, or with the applicant’s withdrawal', () => {
    expect(land().decide(pause('otherDecision')).decide(stop).head.handling).toBe('stopped');
    expect(land().decide(pause('otherDecision')).withdraw().head.handling).toBe('withdrawn');
  });
});

describe('a dossier that comes back from a wait', () => {
  test('of a supplement or a consultation is with the officer it had', () => {
    const mine = { phase: 'step', step: 'examine', assignee: officer.kind === 'officer' ? officer.id : '' };
    const building = () => new PaperDossier('1.013225').decide(accept);
    expect(building().decide(missing).supplement().head.tasks).toMatchObject([mine]);
    const consulted = building().decide(consult).decide(opinion, 'H44.04').decide(opinion, 'H44.08');
    expect(consulted.head.tasks).toMatchObject([mine]);
  });

  test('before acceptance is for whoever is at reception', () => {
    const paper = new PaperDossier('1.013225').decide(missing).supplement();
    expect(paper.head.tasks).toMatchObject([{ phase: 'reception', assignee: null }]);
  });
});
