import { expect, test } from 'vitest';
import { questionOf } from '../../../functions/domain/lists/dossier-filters.ts';
import { taskQuestion } from '../../../functions/domain/lists/task-filters.ts';
import type { DossierFilters } from '../../../schemas/api/dossier-list.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';

const now = Date.parse('2026-11-23T09:00:00+07:00');

/** What is said to who asks for what cannot be, and which parameters are named. */
function saidTo(ask: () => unknown) {
  try {
    ask();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return [error.message, error.faults.map(({ pointer }) => pointer).join(' ')];
  }
  return undefined;
}

test.each([
  [{ open: 'false', overdue: 'true' }, 'no state matches open and overdue together', '/open /overdue'],
  [
    { handling: ['returned'], open: 'true' },
    'no state matches handling and open together',
    '/handling /open',
  ],
  [
    { handling: ['withdrawn'], money: 'due' },
    'no state matches handling and money together',
    '/handling /money',
  ],
  [
    { submittedFrom: '2026-11-22', submittedTo: '2026-11-01' },
    'submittedFrom is after submittedTo',
    '/submittedFrom /submittedTo',
  ],
  [
    { dueFrom: '2026-11-24', overdue: 'true' },
    'dossiers due on dueFrom or later are not overdue yet',
    '/dueFrom /overdue',
  ],
] satisfies [DossierFilters, string, string][])(
  '%j is refused, and its filters named',
  (filters, why, pointers) => {
    expect(saidTo(() => questionOf(filters, now))).toEqual([
      `The filters contradict one another: ${why}.`,
      pointers,
    ]);
  },
);

test('a list of tasks says the same of days that are the wrong way round', () => {
  const filters = { receivedFrom: '2026-11-22', receivedTo: '2026-11-01' };
  const officer = { id: 'an', roles: ['handler' as const] };
  expect(saidTo(() => taskQuestion(filters, officer, { unit: 'H44.101', own: true, now }))).toEqual([
    'The filters contradict one another: receivedFrom is after receivedTo.',
    '/receivedFrom /receivedTo',
  ]);
});
