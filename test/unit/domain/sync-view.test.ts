import { expect, test } from 'vitest';
import { syncView } from '../../../functions/domain/effects/sync-view.ts';

test('a dossier says how far each outside party was told, and nothing of what the house does by itself', () => {
  const at = '2026-03-02T08:00:00+07:00';
  const cursors = new Map([
    ['changes', { seq: 5, movedAt: at }],
    ['webhook.sub_1', { seq: 3, movedAt: at, waitingSince: at }],
    ['digitizing', { seq: 1, movedAt: at }],
  ]);
  expect(syncView(5, cursors as never)).toEqual([
    { party: 'changes', state: 'done', toldUpTo: 5, waitingSince: null },
    { party: 'webhook.sub_1', state: 'waiting', toldUpTo: 3, waitingSince: at },
  ]);
});
