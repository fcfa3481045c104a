import { describe, expect, test } from 'vitest';
import { decide } from '../../../functions/domain/dossier/decide.ts';
import { standingProposal } from '../../../functions/domain/dossier/proposal.ts';
import { waitingTask } from '../../../functions/domain/dossier/waiting.ts';
import type { TaskDecisionBody } from '../../../schemas/api/decision.ts';
import { accept, approve } from '../../support/lifecycle/decisions.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

const refuse: TaskDecisionBody = { decision: 'refuse', reason: 'Không đủ điều kiện' };
const proposed = (body: TaskDecisionBody) => new PaperDossier('1.001193').decide(accept).decide(body);
const digestAt = (paper: PaperDossier) => standingProposal(paper.head)?.digest ?? 'none';

/** The code of the refusal of a decision sent word for word, with what it shows of the proposal. */
function refusalOf(paper: PaperDossier, body: TaskDecisionBody) {
  const task = waitingTask(paper.head);
  if (!task) throw new Error('no task is open');
  try {
    decide(paper.context, task, body);
  } catch (error) {
    const { code, facts } = error as { code: string; facts: { proposal?: unknown } };
    return { code, proposal: facts.proposal };
  }
  return { code: 'not refused' };
}

describe('a signer', () => {
  test('who approves names the proposal; a proposed refusal named so becomes a refusal, with its text', () => {
    const paper = proposed(refuse);
    paper.decide({ decision: 'approve', proposal: digestAt(paper) });
    expect(paper.head).toMatchObject({
      outcome: 'refused',
      proposal: { outcome: 'refused', text: 'Không đủ điều kiện' },
    });
  });

  test('who approves without naming it is shown what stands, and nothing is decided', () => {
    const paper = proposed(refuse);
    expect(refusalOf(paper, { decision: 'approve' })).toEqual({
      code: 'request-invalid',
      proposal: { outcome: 'refused', text: 'Không đủ điều kiện', resultFile: null, digest: digestAt(paper) },
    });
    expect(paper.head.handling).toBe('processing');
  });

  test('who names another proposal than the one that stands is told of the other', () => {
    const read = digestAt(proposed(approve));
    expect(refusalOf(proposed(refuse), { decision: 'approve', proposal: read })).toMatchObject({
      code: 'proposal-changed',
      proposal: { outcome: 'refused' },
    });
  });

  test('confirms the words of the proposal, and may add the signed file', () => {
    const paper = proposed(approve);
    const named = { decision: 'approve' as const, proposal: digestAt(paper) };
    expect(refusalOf(paper, { ...named, text: 'Lời khác' }).code).toBe('request-invalid');
    paper.decide({ ...named, resultFile: 'f_signed' });
    expect(paper.head.proposal).toEqual({ outcome: 'granted', text: approve.text, resultFile: 'f_signed' });
  });

  test('may refuse against a proposed grant, with a reason of their own', () => {
    const paper = proposed(approve).decide(refuse);
    expect(paper.head).toMatchObject({ outcome: 'refused', proposal: { text: 'Không đủ điều kiện' } });
  });
});

test('nobody confirms a proposal where none stands', () => {
  const paper = new PaperDossier('1.001193').decide(accept);
  expect(refusalOf(paper, { decision: 'approve', proposal: '0'.repeat(64) })).toEqual({
    code: 'proposal-changed',
    proposal: null,
  });
});
