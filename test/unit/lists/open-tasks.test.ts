import { describe, expect, test } from 'vitest';
import { scopesOf } from '../../../functions/domain/lists/list-scopes.ts';
import {
  readTallyName,
  type TallyChange,
  tallyChanges,
  tallyName,
} from '../../../functions/domain/lists/open-tasks.ts';
import { accept } from '../../support/lifecycle/decisions.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

const paper = () =>
  new PaperDossier('1.001193', {
    code: 'H44.101-260302-0001',
    receivingUnit: 'H44.101',
    at: '2026-03-02T08:00:00+07:00',
  });

describe('counts of open tasks', () => {
  test('a new dossier adds one, a decision moves it, an assignment and an alarm move it on', () => {
    const dossier = paper();
    const submitted = dossier.head;
    expect(tallyChanges(undefined, submitted)).toEqual([
      { unit: 'H44.101', counted: { role: 'reception', alarm: 'none', held: false }, by: 1 },
    ]);
    dossier.at('2026-03-02T09:00:00+07:00').decide(accept);
    const accepted = dossier.head;
    expect(tallyChanges(submitted, accepted)).toEqual([
      { unit: 'H44.101', counted: { role: 'reception', alarm: 'none', held: false }, by: -1 },
      { unit: 'H44.101', counted: { role: 'handler', alarm: 'none', held: false }, by: 1 },
    ]);
    const [task] = accepted.tasks;
    const held = { ...accepted, tasks: [{ ...(task ?? never()), assignee: 'an' }] };
    const named = (changes: readonly TallyChange[]) =>
      changes.map(({ counted, by }) => [tallyName(counted), by]);
    expect(named(tallyChanges(accepted, held))).toEqual([
      ['handler:none:free', -1],
      ['handler:none:held', 1],
      ['@an', 1],
    ]);
    const late = { ...held, alarms: [`${task?.id}:dueSoon`, `${task?.id}:overdue`] };
    expect(named(tallyChanges(held, late))).toEqual([
      ['handler:none:held', -1],
      ['handler:overdue:held', 1],
    ]);
    expect(tallyChanges(late, late)).toEqual([]);
  });

  test('what is counted is read back from the name it is counted under', () => {
    const kind = { role: 'handler', alarm: 'overdue', held: true } as const;
    for (const counted of [kind, { officer: 'an.h44-101' }])
      expect(readTallyName(tallyName(counted))).toEqual(counted);
    expect(readTallyName('handler:asleep:held')).toBeUndefined();
    expect(readTallyName('nobody:none:free')).toBeUndefined();
  });
});

describe('whose lists a dossier is in', () => {
  const head = { competentUnit: 'H44.1', receivingUnit: 'H44.1', owner: 'k', submittedBy: 'citizen:k' };
  test.each([
    [head, ['unit', 'province', 'person']],
    [{ ...head, receivingUnit: 'H44.2' }, ['unit', 'unit', 'province', 'person']],
    [{ ...head, submittedBy: 'citizen:helper' }, ['unit', 'province', 'person', 'person']],
    [{ ...head, submittedBy: 'portal:dvcqg' }, ['unit', 'province', 'person', 'portal']],
    [{ ...head, submittedBy: 'officer:x' }, ['unit', 'province', 'person']],
  ])('%j', (of, kinds) => {
    expect(scopesOf(of).map(({ kind }) => kind)).toEqual(kinds);
  });
});

function never(): never {
  throw new Error('no task');
}
