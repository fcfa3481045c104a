import { expect, test } from 'vitest';
import { demandFourEyes, handledBy, needsSecondPerson } from '../../../functions/domain/rights/four-eyes.ts';
import { lintWorkflow } from '../../../functions/domain/workflow/lint-workflow.ts';
import { twoPeople } from '../../../law/rights/two-people.ts';
import type { Workflow } from '../../../schemas/catalogue/workflow.ts';
import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import { taskPhase } from '../../../schemas/dossier/task.ts';
import { accept, approve } from '../../support/lifecycle/decisions.ts';
import { officer, PaperDossier, rulesOf } from '../../support/lifecycle/paper-dossier.ts';

const { workflow } = rulesOf('1.001193');
const signature = workflow.steps.find(({ kind }) => kind === 'signature');
const account = officer.kind === 'officer' ? officer.id : '';

/** The ledger as if other accounts had made its entries, the first few named in order. */
const madeBy = (ledger: readonly LedgerEvent[], ...ids: string[]) =>
  ledger.map((event, index): LedgerEvent => {
    const actor: Actor = { kind: 'officer', id: ids[index] ?? 'somebody', unit: 'H44.101', role: null };
    return { ...event, actor };
  });

const codeOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'allowed';
};

test('whoever proposed does not sign, whoever only received does', () => {
  const { ledger } = new PaperDossier('1.001193').decide(accept).decide(approve);
  expect(ledger.map(({ data }) => data.type)).toEqual(['submitted', 'accepted', 'proposed']);
  const people = madeBy(ledger, 'portal', 'counter', 'examiner');
  expect(handledBy(people)).toEqual(new Set(['examiner']));
  expect(codeOf(() => demandFourEyes(people, ['examiner']))).toBe('four-eyes');
  for (const other of ['counter', 'signer'])
    expect(codeOf(() => demandFourEyes(people, [other]))).toBe('allowed');
});

test('whoever handled before it was sent back, or asked for a paper, is not forgotten', () => {
  const paper = new PaperDossier('1.001193').decide(accept).decide(approve);
  paper.decide({ decision: 'sendBack', to: 'examine', reason: 'Xem lại' }).decide(approve);
  const people = madeBy(paper.ledger, 'portal', 'counter', 'first', 'signer', 'second');
  // The signer who sent it back has not handled it.
  expect(handledBy(people)).toEqual(new Set(['first', 'second']));

  const asked = new PaperDossier('1.001193').decide(accept);
  asked.decide({ decision: 'requestSupplement', reason: 'Thiếu', items: ['Giấy khai sinh'] });
  expect(handledBy(asked.ledger)).toEqual(new Set([account]));
});

test('who received and handled is one person, and may not sign either', () => {
  const { ledger } = new PaperDossier('1.001193').decide(accept).decide(approve);
  expect(codeOf(() => demandFourEyes(ledger, [account]))).toBe('four-eyes');
});

test.each(taskPhase.options)('what a signature is at the phase %s follows from the law', phase => {
  const signing: Readonly<Record<string, readonly string[]>> = twoPeople.signing;
  const step = phase === 'signature' ? (signature?.id ?? null) : null;
  for (const decision of [
    'approve',
    'refuse',
    'extend',
    'signApology',
    'sendBack',
    'returnApology',
    'handOver',
  ])
    expect(needsSecondPerson({ phase, step }, decision, workflow), decision).toBe(
      signing[phase]?.includes(decision) ?? false,
    );
});

test('a workflow may leave the signature to the same officer, with its ground, and the linter warns of it', () => {
  const legalBasis = 'Quyết định 01/2026/QĐ-UBND Điều 3';
  const leaving = (kind: 'signature' | 'work'): Workflow => ({
    ...workflow,
    steps: workflow.steps.map(step =>
      step.kind === kind ? { ...step, sameOfficerAllowed: { legalBasis } } : step,
    ),
  });
  const small = leaving('signature');
  const at = { phase: 'signature' as const, step: signature?.id ?? null };
  expect(needsSecondPerson(at, 'approve', small)).toBe(false);
  expect(needsSecondPerson({ phase: 'apology', step: null }, 'signApology', small)).toBe(false);
  const warned = lintWorkflow(small).warnings.filter(({ code }) => code === 'same-officer-signs');
  expect(warned).toHaveLength(1);
  expect(warned[0]?.message.vi).toContain(legalBasis);
  expect(lintWorkflow(workflow).warnings.map(({ code }) => code)).not.toContain('same-officer-signs');
  // A step where nothing is signed has nothing to leave.
  expect(lintWorkflow(leaving('work')).errors.map(({ code }) => code)).toContain(
    'same-officer-without-signature',
  );
});
