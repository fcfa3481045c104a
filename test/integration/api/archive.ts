import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { devCaller } from '../../support/api-caller.ts';
import { expectRefusal, OTHER_UNIT, signed, submitted, UNIT, type World } from './world.ts';

const params = { code: UNIT };

/** A dossier of the unit that ended: its applicant withdrew it. */
export async function ended(world: World): Promise<string> {
  const code = await submitted(world.owner);
  const { status } = await world.owner.call('withdrawDossier', { params: { code }, body: {} });
  expect(status).toBe(200);
  return code;
}

/** A batch that waits to be taken over. */
export async function packed(world: World, dossiers?: readonly string[]): Promise<string> {
  const body = { dossiers: dossiers ?? [await ended(world)] };
  const answer = await world.handler.call('packArchiveBatch', { params, body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}

/** Ended dossiers reach the archive: packed by one, taken over by another, and held where somebody says so. */
export function archive(open: () => World): void {
  describe('the archive', () => {
    const dueOf = async (code: string) => {
      let cursor: string | undefined;
      do {
        const { body } = await open().reception.call('listArchiveDue', {
          params,
          query: { limit: '100', ...(cursor !== undefined && { cursor }) },
        });
        const found = body.items.find((item: { code: string }) => item.code === code);
        if (found) return found;
        cursor = body.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return undefined;
    };

    test('lists what ended with the last day, and no more once another person took it over', async () => {
      const world = open();
      const { handler, registryClerk, owner } = world;
      const { code } = await signed(world);
      const withdrawn = await ended(world);
      const today = new Date(world.clock.now() + 7 * 3600_000).toISOString().slice(0, 10);
      const year = Number(today.slice(0, 4));
      expect(await dueOf(code)).toMatchObject({
        handling: 'returned',
        endedOn: today,
        lastDay: `${year + 1}-12-31`,
        overdue: false,
        retention: { kind: 'ordinary', years: 20, until: `${year + 20}-12-31` },
        held: false,
      });
      expect((await dueOf(withdrawn)).retention).toMatchObject({ kind: 'notDecided', years: 5 });

      const id = await packed(world, [code, withdrawn]);
      const of = { params: { ...params, id } };
      const batch = (await handler.call('getArchiveBatch', of)).body;
      expect(batch).toMatchObject({ state: 'packed', packedBy: 'thuly1.h44-101', takenBy: null });
      expect(batch.dossiers).toMatchObject([
        { code, standing: 'kept' },
        { code: withdrawn, years: 5 },
      ]);
      // Packed is not handed over.
      expect(await dueOf(code)).toBeDefined();
      expectRefusal(await handler.call('takeArchiveBatch', of), 403, 'forbidden');
      const taken = await registryClerk.call('takeArchiveBatch', of);
      expect(taken.body).toMatchObject({ state: 'taken', takenBy: 'vanthu.h44-101', version: 2 });
      expectRefusal(await registryClerk.call('takeArchiveBatch', of), 409, 'state-conflict');
      expect(await dueOf(code)).toBeUndefined();
      const { items } = (await owner.call('getHistory', { params: { code }, query: { limit: '100' } })).body;
      expect(items.at(-1).data).toEqual({
        type: 'archived',
        batch: id,
        retention: 'ordinary',
        years: 20,
        until: `${year + 20}-12-31`,
      });
      const listed = (await handler.call('listArchiveBatches', { params })).body.items;
      expect(listed.find((each: { id: string }) => each.id === id)).toMatchObject({
        dossiers: 2,
        firstUntil: `${year + 5}-12-31`,
      });
    });

    test('refuses what is open, elsewhere, unknown, named twice or there already, each by its place', async () => {
      const world = open();
      const { handler, registryClerk } = world;
      const [running, there] = [await submitted(world.owner), await ended(world)];
      const done = { params: { ...params, id: await packed(world, [there]) } };
      const again = { params: { ...params, id: await packed(world, [there]) } };
      await registryClerk.call('takeArchiveBatch', done);
      const body = { dossiers: [running, there, 'H44.101-261123-9998', running] };
      const answer = await handler.call('packArchiveBatch', { params, body });
      expectRefusal(answer, 422, 'not-archivable');
      expect(answer.body.errors).toEqual([
        { pointer: '/dossiers/0', message: 'hồ sơ chưa kết thúc' },
        { pointer: '/dossiers/1', message: 'hồ sơ đã nộp lưu' },
        { pointer: '/dossiers/2', message: 'không có hồ sơ này' },
        { pointer: '/dossiers/3', message: 'hồ sơ được nêu hai lần' },
      ]);
      // Packed twice before the first batch was taken over.
      expectRefusal(await registryClerk.call('takeArchiveBatch', again), 409, 'state-conflict');
      expect((await handler.call('getArchiveBatch', again)).body.state).toBe('packed');
      // With another beside it, the batch is taken over without the one that is there.
      const beside = await ended(world);
      const mixed = { params: { ...params, id: await packed(world, [beside]) } };
      const other = await ended(world);
      const both = { params: { ...params, id: await packed(world, [other, beside]) } };
      await registryClerk.call('takeArchiveBatch', mixed);
      const taken = await registryClerk.call('takeArchiveBatch', both);
      expect(taken.body).toMatchObject({ state: 'taken', dossiers: [{ code: other }], leftOut: [beside] });
      // Whoever packed a batch takes it over under no role of theirs.
      const roles = ['leader', 'registryClerk'];
      const alone = await devCaller(world, 'motminh.h44-101', {
        kind: 'officer',
        id: 'motminh.h44-101',
        unit: UNIT,
        roles,
      });
      const own = await alone.call('packArchiveBatch', { params, body: { dossiers: [await ended(world)] } });
      const mine = { params: { ...params, id: own.body.id } };
      expectRefusal(await alone.call('takeArchiveBatch', mine), 403, 'four-eyes');
      const nowhere = { params: { ...params, id: 'ar_00000000000000000000000000' } };
      expectRefusal(await registryClerk.call('takeArchiveBatch', nowhere), 404, 'not-found');
      for (const id of ['getArchiveBatch', 'getArchivePaper'] as const)
        expectRefusal(
          await handler.call(id, { params: { ...params, id: 'x', paper: 'contents' } }),
          400,
          'parameter-invalid',
        );
      for (const id of ['listArchiveDue', 'listArchiveBatches'] as const) {
        const list = (query: object) => handler.call(id, { params, query: query as never });
        expectRefusal(await list({ limit: 'x' }), 400, 'parameter-invalid');
        expectRefusal(await list({ cursor: 'x' }), 400, 'cursor-invalid');
      }
      const elsewhere = { params: { code: OTHER_UNIT }, body: { dossiers: [await ended(world)] } };
      expectRefusal(await handler.call('packArchiveBatch', elsewhere), 404, 'not-found');
    });

    test('gives the list of contents and the record of the hand-over, the same bytes each time', async () => {
      const world = open();
      const { handler, registryClerk } = world;
      const { code } = await signed(world);
      const id = await packed(world, [code]);
      const paper = async (kind: string) =>
        (await handler.call('getArchivePaper', { params: { ...params, id, paper: kind } })).body;
      const contents = await paper('contents');
      const bytes = Buffer.from(await (await fetch(contents.url)).arrayBuffer());
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(contents.sha256);
      const before = await paper('receipt');
      expect((await paper('receipt')).sha256).toBe(before.sha256);
      await registryClerk.call('takeArchiveBatch', { params: { ...params, id } });
      expect((await paper('receipt')).sha256).not.toBe(before.sha256);
      expect((await paper('contents')).sha256).toBe(contents.sha256);
    });

    test('holds a dossier, and lets another person lift the hold', async () => {
      const world = open();
      const { leader, registryClerk, owner, handler } = world;
      const code = await ended(world);
      const change = (by: typeof leader, hold: boolean, reason = 'Thanh tra tỉnh yêu cầu giữ hồ sơ') =>
        by.call('changeLegalHold', { params: { code }, body: { hold, reason } });
      expectRefusal(await change(leader, false), 409, 'state-conflict');
      expect((await change(leader, true)).body).toMatchObject({ dossier: code, held: true });
      expectRefusal(await change(registryClerk, true), 409, 'state-conflict');
      expectRefusal(await change(leader, false), 403, 'four-eyes');
      const id = await packed(world, [code]);
      const standing = async () =>
        (await handler.call('getArchiveBatch', { params: { ...params, id } })).body.dossiers[0].standing;
      expect(await standing()).toBe('held');
      expect((await dueOf(code)).held).toBe(true);
      expect((await change(registryClerk, false)).body).toMatchObject({ held: false, since: null });
      expect(await standing()).toBe('kept');
      const history = (await owner.call('getHistory', { params: { code }, query: { limit: '100' } })).body;
      expect(JSON.stringify(history)).not.toContain('Thanh tra tỉnh');
    });
  });
}
