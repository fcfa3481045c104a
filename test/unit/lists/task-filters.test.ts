import { describe, expect, test } from 'vitest';
import { taskQuestion } from '../../../functions/domain/lists/task-filters.ts';

const at = (hour: number) => Date.parse(`2026-11-23T${String(hour).padStart(2, '0')}:00:00+07:00`);
describe('what officers are shown unless they say otherwise', () => {
  const of = (roles: ('handler' | 'leader' | 'overseer')[], own = true, filters = {}) =>
    taskQuestion(filters, { id: 'an', roles }, { unit: 'H44.101', own, now: at(9) }).hands;
  test('what they hold and what nobody holds of their roles; a leader of all; elsewhere everything', () => {
    expect(of(['handler'])).toEqual({ free: ['handler'], left: [], officer: 'an' });
    expect(of(['leader'])?.free).toEqual(['reception', 'handler', 'leader', 'signer', 'registryClerk']);
    expect(of(['overseer'], false)).toBeUndefined();
    expect(of(['handler'], true, { assignee: 'me' })).toEqual({ free: [], left: [], officer: 'an' });
    expect(of(['handler'], true, { assignee: 'nobody' })).toEqual({
      free: ['handler'],
      left: [],
      officer: undefined,
    });
    expect(of(['handler'], true, { assignee: 'anybody' })).toBeUndefined();
    expect(of(['handler'], true, { assignee: 'binh' })).toEqual({ free: [], left: [], officer: 'binh' });
  });
});
