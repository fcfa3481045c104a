import { describe, expect, it } from 'vitest';
import { createExport } from '../../../functions/features/exports/create-export.ts';
import { FILE_KEPT, GIVEN_UP_AFTER, HELD_FOR } from '../../../functions/features/exports/export-life.ts';
import { getExport } from '../../../functions/features/exports/get-export.ts';
import type { Delivery } from '../../../functions/features/exports/worker/deps.ts';
import { ExportHeldError, makeExport } from '../../../functions/features/exports/worker/make-export.ts';
import { takeOrders } from '../../../functions/features/exports/worker/take-orders.ts';
import { onlyAttempt } from '../../../functions/records/idempotency/attempt.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import { exportWorld, task } from './doubles.ts';

const NOW = Date.parse('2026-11-23T09:00:00+07:00');
const reception: Principal = {
  kind: 'officer',
  id: 'tiepnhan.h44-101',
  unit: 'H44.101',
  roles: ['reception'],
};
const first: Delivery = { now: () => NOW, remaining: () => 300_000, last: false };
const common = {
  access: { requestId: 'r', reason: null },
  repeat: { key: undefined, requestHash: '' },
  ifMatch: undefined,
  language: 'vi',
} as const;

type World = ReturnType<typeof exportWorld>;

async function asked({ front }: Pick<World, 'front'>, caller = reception, now = NOW): Promise<string> {
  const body = { list: 'tasks', filters: {}, format: 'csv', reason: 'Giao ban' } as const;
  const call = { ...common, caller, body, now, params: undefined, query: undefined };
  return (await createExport(front, call, onlyAttempt(now))).body.id;
}

async function seen({ front }: World, id: string, caller = reception, now = NOW) {
  const call = { ...common, caller, params: { id }, now, body: undefined, query: undefined };
  return (await getExport(front, call)).body;
}

describe('an export', () => {
  it('is queued, made, and fetched by the one who asked', async () => {
    const world = exportWorld([task(1), task(2)]);
    const id = await asked(world);
    expect(world.orders).toEqual([id]);
    expect(await seen(world, id)).toMatchObject({ state: 'queued', total: null, link: null });
    expect(await makeExport(world.worker, id, first)).toBe('done');
    const made = await seen(world, id);
    expect(made).toMatchObject({
      state: 'done',
      rows: 2,
      total: 2,
      link: { url: `https://files.example/${id}` },
    });
    expect(made.file?.size).toBe(world.files.get(`exports/${id}.csv`)?.length);
  });

  it('is made once, however often it is ordered', async () => {
    const world = exportWorld([task(1)]);
    const id = await asked(world);
    await makeExport(world.worker, id, first);
    world.files.clear();
    expect(await makeExport(world.worker, id, first)).toBe('passedOver');
    expect(await makeExport(world.worker, `x_${'0'.repeat(26)}`, first)).toBe('passedOver');
    expect(world.files.size).toBe(0);
  });

  it('shows its progress, page after page', async () => {
    const world = exportWorld(Array.from({ length: 12_000 }, (_, number) => task(number)));
    const id = await asked(world);
    const rows: number[] = [];
    const { change } = world.exports;
    const exports = {
      ...world.exports,
      change: (...changed: Parameters<typeof change>) => {
        if (changed[1].state === 'running') rows.push(changed[1].rows);
        return change(...changed);
      },
    };
    expect(await makeExport({ ...world.worker, exports }, id, first)).toBe('done');
    expect(rows).toEqual([0, 5000, 10_000]);
    expect((await seen(world, id)).rows).toBe(12_000);
  });

  it('is begun anew after a run that died, and not while one may still be at it', async () => {
    const world = exportWorld([task(1)]);
    const id = await asked(world);
    const broken = { ...world.worker, files: { put: () => new Promise<never>(() => undefined) } };
    // This run dies: it never comes back from writing its file.
    void makeExport(broken, id, first);
    await expect(makeExport(world.worker, id, first)).rejects.toThrow(ExportHeldError);
    const later = { ...first, now: () => NOW + HELD_FOR };
    expect(await makeExport(world.worker, id, later)).toBe('done');
    expect(await world.exports.find(id)).toMatchObject({ run: 2, state: 'done' });
  });

  it('is tried again after a failure, and failed at the last', async () => {
    const world = exportWorld([task(1)]);
    const id = await asked(world);
    const files = { put: () => Promise.reject(new Error('the store is away')) };
    const told: unknown[] = [];
    const take = (received: number) =>
      takeOrders(
        { ...world.worker, files },
        [{ messageId: 'm1', body: JSON.stringify({ export: id }), received }],
        { now: () => NOW, remaining: () => 300_000, tries: 2 },
        (_, error) => told.push(error),
      );
    expect(await take(1)).toEqual({ made: [], failed: ['m1'] });
    expect((await seen(world, id)).state).toBe('running');
    expect(await take(2)).toEqual({ made: [], failed: ['m1'] });
    expect(await seen(world, id)).toMatchObject({ state: 'failed', failure: { code: 'lost' }, file: null });
    expect(told).toHaveLength(2);
  });

  it('is tried again, not called forbidden, where the table was too busy', async () => {
    const world = exportWorld([task(1)]);
    const id = await asked(world);
    const busy = () => Promise.reject(new ProblemError('too-busy', { vi: 'Hãy thử lại.', en: 'Try again.' }));
    const workList = {
      page: busy,
      holders: async () => ({ all: new Set<string>(), departed: new Set<string>() }),
    };
    await expect(makeExport({ ...world.worker, workList }, id, first)).rejects.toThrow('Try again.');
    expect((await seen(world, id)).failure).toBeNull();
    expect(await makeExport(world.worker, id, first)).toBe('done');
  });

  it('is refused when it is asked for with filters that contradict one another', async () => {
    const { front, orders } = exportWorld();
    const filters = { receivedFrom: '2026-11-22', receivedTo: '2026-11-01' };
    const body = { list: 'tasks', filters, format: 'csv', reason: 'Giao ban' } as const;
    const call = { ...common, caller: reception, body, now: NOW, params: undefined, query: undefined };
    await expect(createExport(front, call, onlyAttempt(NOW))).rejects.toMatchObject({
      code: 'request-invalid',
      faults: [{ pointer: '/filters/receivedFrom' }, { pointer: '/filters/receivedTo' }],
    });
    expect(orders).toEqual([]);
  });

  it('names an order it cannot read and makes the others', async () => {
    const world = exportWorld([task(1)]);
    const id = await asked(world);
    const order = (messageId: string, body: string) => ({ messageId, body, received: 1 });
    const taken = await takeOrders(
      world.worker,
      [order('m1', '{'), order('m2', '{"export":"no"}'), order('m3', JSON.stringify({ export: id }))],
      { now: () => NOW, remaining: () => 300_000, tries: 3 },
      () => undefined,
    );
    expect(taken).toEqual({ made: [{ export: id, outcome: 'done' }], failed: ['m1', 'm2'] });
  });

  it('is given up when nobody settles it, and no late run makes it', async () => {
    const world = exportWorld([task(1)]);
    const id = await asked(world);
    const late = NOW + GIVEN_UP_AFTER;
    expect((await seen(world, id, reception, late - 1)).state).toBe('queued');
    expect(await seen(world, id, reception, late)).toMatchObject({
      state: 'failed',
      failure: { code: 'lost' },
    });
    expect(await makeExport(world.worker, id, { ...first, now: () => late })).toBe('passedOver');
  });

  it('stops by itself when its time is up', async () => {
    const world = exportWorld([task(1)]);
    const id = await asked(world);
    expect(await makeExport(world.worker, id, { ...first, remaining: () => 14_000 })).toBe('failed');
    expect(await seen(world, id)).toMatchObject({ failure: { code: 'too-long' } });
  });

  it('expires with its file', async () => {
    const world = exportWorld();
    const id = await asked(world);
    await makeExport(world.worker, id, first);
    expect((await seen(world, id, reception, NOW + FILE_KEPT - 1)).link).not.toBeNull();
    expect(await seen(world, id, reception, NOW + FILE_KEPT)).toMatchObject({ state: 'expired', link: null });
  });

  it('is failed at once where it could not be ordered', async () => {
    const world = exportWorld();
    const front = { ...world.front, order: () => Promise.reject(new Error('no queue')) };
    await expect(asked({ front })).rejects.toMatchObject({ code: 'too-busy' });
    const { exports } = await world.exports.page('everybody', undefined, 10);
    expect(exports).toMatchObject([{ state: 'failed', failure: { code: 'lost' } }]);
  });

  it('is refused to an account that has five under way', async () => {
    const world = exportWorld();
    for (let count = 0; count < 5; count++) await asked(world);
    await expect(asked(world)).rejects.toMatchObject({ code: 'too-many-exports' });
    await makeExport(world.worker, world.orders[0] ?? '', first);
    expect(await asked(world)).toMatch(/^x_/);
  });
});

describe('the rights to an export', () => {
  const moved = { ...reception, unit: 'H44.102' };
  const promoted: Principal = { ...reception, roles: ['handler'] };
  const auditor: Principal = { kind: 'officer', id: 'thanhtra.h44', unit: 'H44', roles: ['auditor'] };
  const colleague = { ...reception, id: 'tiepnhan2.h44-101' };

  it('are asked again when the link is made', async () => {
    const world = exportWorld();
    const id = await asked(world);
    await makeExport(world.worker, id, first);
    for (const changed of [moved, promoted])
      await expect(seen(world, id, changed)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(seen(world, id, colleague)).rejects.toMatchObject({ code: 'not-found' });
    expect((await seen(world, id, auditor)).link).toBeNull();
    expect((await seen(world, id)).link).not.toBeNull();
  });

  it('are asked again when the file is made', async () => {
    const world = exportWorld([task(1)]);
    const id = await asked(world);
    const closed = {
      id: reception.id,
      unit: 'H44.101',
      roles: reception.roles,
      name: 'Người Cũ',
      active: false,
    };
    const organization = { ...world.worker.organization, officer: async () => closed };
    expect(await makeExport({ ...world.worker, organization }, id, first)).toBe('failed');
    expect(await seen(world, id)).toMatchObject({ failure: { code: 'not-allowed' } });
    expect(world.files.size).toBe(0);
  });

  it('are asked of what was recorded: a scope that the policy no longer gives makes no file', async () => {
    const world = exportWorld([task(1)]);
    const id = await asked(world);
    const found = await world.exports.find(id);
    if (!found) throw new Error('it was asked for');
    await world.exports.change(found, { ...found, askedBy: { ...reception, unit: 'H44.102' } });
    expect(await makeExport(world.worker, id, first)).toBe('failed');
  });

  it('keep no citizen’s number', async () => {
    const world = exportWorld();
    const body = { list: 'dossiers', filters: {}, format: 'xlsx', reason: 'Xem lại' } as const;
    const citizen: Principal = { kind: 'citizen', identityNumber: '025090000001', level: 1 };
    const call = { ...common, caller: citizen, body, now: NOW, params: undefined, query: undefined };
    const { id, askedBy } = (await createExport(world.front, call, onlyAttempt(NOW))).body;
    expect(askedBy).toBe('citizen:digest-of-01');
    expect(JSON.stringify(await world.exports.find(id))).not.toContain('025090000001');
  });
});
