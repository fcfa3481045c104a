import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoExportStore } from '../../functions/features/exports/dynamo-export-store.ts';
import type { ExportStore } from '../../functions/features/exports/export-store.ts';
import type { StoredExport } from '../../schemas/stored/export.ts';
import { type LocalTable, openLocalTable } from '../support/lifecycle/local-table.ts';
import { memoryExports } from '../unit/exports/doubles.ts';

let local: LocalTable;
beforeAll(async () => {
  local = await openLocalTable();
});
afterAll(() => local?.close());

function record(number: number, officer: string): StoredExport {
  const at = '2026-11-23T09:00:00+07:00';
  return {
    id: `x_${String(number).padStart(26, '0')}`,
    state: 'queued',
    wanted: { list: 'tasks', filters: { phase: 'step' } },
    format: 'csv',
    language: 'vi',
    reason: 'Giao ban',
    askedBy: { kind: 'officer', id: officer, unit: 'H44.101', roles: ['handler'] },
    scope: '{}',
    requestedAt: at,
    startedAt: null,
    finishedAt: null,
    run: 0,
    heldUntil: null,
    aliveUntil: at,
    rows: 0,
    failure: null,
    file: null,
  };
}

describe.each([
  ['in memory', (): ExportStore => memoryExports()],
  ['in the table', (): ExportStore => dynamoExportStore(local.table)],
])('records of exports %s', (_, open) => {
  it('are found as they were added, and listed newest first, by account and all', async () => {
    const store = open();
    for (const [number, officer] of [
      [1, 'a#1'],
      [2, 'b'],
      [3, 'a#1'],
      [4, 'a#1'],
    ] as const)
      await store.add(record(number, officer));
    expect(await store.find(record(2, 'b').id)).toEqual(record(2, 'b'));
    expect(await store.find(record(9, 'b').id)).toBeUndefined();
    const numbers = ({ exports }: { exports: readonly StoredExport[] }) =>
      exports.map(({ id }) => Number(id.slice(2)));
    const account = 'officer:a#1';
    const first = await store.page({ account }, undefined, 2);
    expect([numbers(first), first.next]).toEqual([[4, 3], record(3, 'a#1').id]);
    const rest = await store.page({ account }, first.next, 2);
    expect([numbers(rest), rest.next]).toEqual([[1], undefined]);
    expect(numbers(await store.page('everybody', undefined, 10))).toEqual([4, 3, 2, 1]);
    expect(await store.page({ account: 'officer:a' }, undefined, 10)).toEqual({
      exports: [],
      next: undefined,
    });
  });

  it('are changed by the run that holds them, and by no other', async () => {
    const store = open();
    const queued = record(11, 'c');
    await store.add(queued);
    const running: StoredExport = { ...queued, state: 'running', run: 1 };
    expect(await store.change(queued, running)).toBe('changed');
    expect(await store.change(queued, running)).toBe('conflict');
    expect(await store.change(running, { ...running, rows: 5000 })).toBe('changed');
    expect(await store.change(running, { ...running, run: 2 })).toBe('changed');
    expect(await store.change(running, { ...running, state: 'done' })).toBe('conflict');
    expect(await store.find(queued.id)).toMatchObject({ state: 'running', run: 2, rows: 0 });
  });
});
