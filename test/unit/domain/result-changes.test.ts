import { describe, expect, test } from 'vitest';
import {
  confirmChange,
  proposeChange,
  standingChange,
} from '../../../functions/domain/dossier/decisions/change-result.ts';
import { replay } from '../../../functions/domain/dossier/head.ts';
import { faultOfResult } from '../../../functions/domain/ledger/result-fits.ts';
import { issuedResults } from '../../../functions/domain/results/issued-results.ts';
import { accept, approve } from '../../support/lifecycle/decisions.ts';
import { type Filing, PaperDossier } from '../../support/lifecycle/paper-dossier.ts';
import { changeResult, revocation } from '../../support/lifecycle/result-change.ts';

const first = {
  number: 'H44.101-KQ2026-000001',
  sha256: '1'.repeat(64),
  size: 10,
  origin: 'rendered' as const,
};
const second = { ...first, number: 'H44.101-KQ2026-000002', sha256: '2'.repeat(64) };
const correct = {
  kind: 'correct' as const,
  ground: 'agencyMistake',
  reason: 'Sai tên',
  text: 'Nội dung mới',
};

function issued(filing: Filing = {}): PaperDossier {
  const paper = new PaperDossier('1.001193', filing).decide(accept);
  while (paper.head.handling !== 'decided') paper.decide(approve);
  return paper.issue(first);
}

const replaced = (paper: PaperDossier) =>
  paper.enter([
    {
      data: { type: 'resultReplaced', replaces: first.number, ground: correct.ground, ...second },
      opens: [],
      closes: [],
    },
  ]);

describe('a changed result', () => {
  test('waits as a task of the signers, also of a closed dossier, and leaves it when it is signed', () => {
    const paper = issued();
    expect(paper.head.handling).toBe('returned');
    paper.enter(proposeChange(paper.context, revocation));
    expect(paper.head.tasks).toMatchObject([{ phase: 'resultChange', role: 'signer', unit: 'H44.101' }]);
    const [task] = paper.head.tasks;
    if (!task) throw new Error('no task');
    paper.enter(confirmChange(paper.context, task, { proposal: standingChange(paper.head)?.digest }));
    expect(paper.head).toMatchObject({
      tasks: [],
      resultChange: null,
      resultRevokedAt: paper.head.updatedAt,
    });
    expect(replay(paper.ledger)).toEqual(paper.head);
  });

  test('survives the hand-over of the first one', () => {
    const paper = issued({ returnBy: 'counter', channel: 'counter' });
    paper.enter(proposeChange(paper.context, correct));
    paper.decide({ decision: 'handOver' });
    expect(paper.head.handling).toBe('returned');
    expect(paper.head.tasks).toMatchObject([{ phase: 'resultChange' }]);
  });

  test('corrected, it is to be handed over again; in an account it is there at once', () => {
    const atCounter = replaced(
      changeResult(issued({ returnBy: 'counter' }).decide({ decision: 'handOver' }), correct),
    );
    expect(atCounter.head).toMatchObject({ handling: 'returned', delivery: 'ready', correction: null });
    expect(replaced(changeResult(issued(), correct)).head).toMatchObject({
      delivery: 'returned',
      correction: null,
    });
  });

  test('is told from the ledger: each one issued, since when and why it holds no more', () => {
    const paper = changeResult(issued(), correct);
    expect(issuedResults(paper.ledger)).toMatchObject([{ number: first.number, revoked: null }]);
    expect(issuedResults(replaced(paper).ledger)).toMatchObject([
      { number: first.number, revoked: { ground: 'agencyMistake', replacedBy: second.number } },
      { number: second.number, revoked: null },
    ]);
  });

  test('in the register is compared with the ledger: a mark taken away or added shows', () => {
    const { ledger } = changeResult(issued(), revocation);
    const [result] = issuedResults(ledger);
    if (!result?.revoked) throw new Error('not revoked');
    const { revoked, seq: _, ...own } = result;
    const entry = {
      ...own,
      dossier: ledger[0]?.dossier ?? '',
      agency: 'H44.101',
      procedureName: 'x',
      key: 'x',
    };
    expect(faultOfResult({ ...entry, revoked }, ledger)).toBeUndefined();
    expect(faultOfResult(entry, ledger)).toMatchObject({ fault: 'registerDiffers' });
    expect(faultOfResult({ ...entry, revoked: { ...revoked, ground: 'ruling' } }, ledger)).toMatchObject({
      fault: 'registerDiffers',
    });
    expect(faultOfResult({ ...entry, number: second.number, revoked }, ledger)).toMatchObject({
      fault: 'registerDiffers',
    });
  });

  test.each([
    ['none was issued', () => new PaperDossier('1.001193').decide(accept)],
    [
      'one waits to be signed',
      () => {
        const paper = issued();
        return paper.enter(proposeChange(paper.context, revocation));
      },
    ],
    ['a correction is being made', () => changeResult(issued(), correct)],
    ['it was revoked', () => changeResult(issued(), revocation)],
  ])('is not proposed where %s', (_, made) => {
    const paper = made();
    expect(() => proposeChange(paper.context, correct)).toThrowError(
      expect.objectContaining({ code: 'state-conflict' }),
    );
  });
});
