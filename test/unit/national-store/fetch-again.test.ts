import { expect, test } from 'vitest';
import type { StorePaper } from '../../../functions/domain/ports/national-store.ts';
import { parseInstant } from '../../../functions/domain/vietnam-time.ts';
import type { StoreDeps } from '../../../functions/features/national-store/deps.ts';
import { fetchStoreFile } from '../../../functions/features/national-store/fetch-file.ts';
import { memoryRecords } from '../../../functions/kernel/table/memory-records.ts';
import { attemptOf } from '../../../functions/records/idempotency/attempt.ts';
import { sheet } from '../../../outside/national-store/sheet.ts';
import type { Component, ProcedureVersion } from '../../../schemas/catalogue/procedure.ts';
import { keyring, memoryFiles } from '../../support/lifecycle/memory-province.ts';

const NOW = parseInstant('2026-11-27T09:00:00+07:00');
const KIND = 'KQ.G15.000031';
const paper: StorePaper = {
  kind: KIND,
  name: 'Giấy khai sinh',
  number: '38/2019-KS',
  agency: 'Ủy ban nhân dân xã',
  files: [{ name: 'ks.pdf', place: '/tep' }],
};
const call = {
  caller: { kind: 'citizen', identityNumber: '025090000001', level: 2 },
  body: { procedure: '1.013225', name: 'Nguyễn Văn An', kind: KIND, number: paper.number, file: 0 },
  now: NOW,
} as unknown as Parameters<typeof fetchStoreFile>[1];

/** A store whose file may change between tries, and a bucket that may fail. */
function world() {
  const kept = memoryFiles(memoryRecords());
  const objects = new Map<string, Uint8Array>();
  const state = { bytes: sheet('ban dau'), opened: 0, bucketFails: false };
  const components = [{ id: 'c2', fulfilledBy: [KIND] }] as unknown as Component[];
  const deps = {
    store: {
      find: async () => ({ state: 'answered', papers: [paper] }),
      async open() {
        state.opened++;
        return { state: 'opened', bytes: state.bytes };
      },
    },
    missed: () => undefined,
    keyring: async () => keyring,
    catalogue: {
      procedure: async () => ({ procedure: { code: '1.013225', components } }) as ProcedureVersion,
    },
    files: kept.store,
    objects: {
      async look(key: string) {
        const bytes = objects.get(key);
        const sha256 = (await kept.store.find(id))?.sha256;
        return (
          bytes && { size: bytes.length, contentType: 'application/pdf', sha256, read: async () => bytes }
        );
      },
    },
    async put({ key }: { key: string }, bytes: Uint8Array) {
      if (state.bucketFails) throw new Error('the bucket fails');
      objects.set(key, bytes);
    },
    quotas: { open: async () => ({ writes: [], done: async () => undefined }) },
  } as unknown as StoreDeps;
  const begun = { begunAt: NOW, seed: new Uint8Array(16) };
  const id = attemptOf(begun).id('f_');
  const attempt = (again: boolean) =>
    fetchStoreFile(deps, call, attemptOf(begun, { again, keeps: () => [] }));
  return { state, objects, id, attempt, record: () => kept.store.find(id) };
}

test('a later try takes what an earlier one put there, whatever the store has now', async () => {
  const { state, attempt, objects } = world();
  const { body } = await attempt(false);
  expect(body).toMatchObject({ state: 'checked', fileName: 'ks.pdf' });
  state.bytes = sheet('ban khac');
  expect((await attempt(true)).body).toEqual(body);
  expect([state.opened, objects.size]).toEqual([1, 1]);
});

test('a later try puts what an earlier one only declared, if it is the same', async () => {
  const { state, attempt } = world();
  state.bucketFails = true;
  await expect(attempt(false)).rejects.toThrow('the bucket fails');
  state.bucketFails = false;
  expect((await attempt(true)).body).toMatchObject({ state: 'checked' });
});

test('a file that changed in between is refused, and neither put nor judged', async () => {
  const { state, attempt, objects, record } = world();
  state.bucketFails = true;
  await expect(attempt(false)).rejects.toThrow('the bucket fails');
  Object.assign(state, { bucketFails: false, bytes: sheet('ban khac') });
  await expect(attempt(true)).rejects.toMatchObject({ code: 'file-differs' });
  expect(objects.size).toBe(0);
  expect(await record()).toMatchObject({ state: 'declared' });
});
