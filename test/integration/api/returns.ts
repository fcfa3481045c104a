import { describe, expect, test } from 'vitest';
import { decided, expectRefusal, signed, submitted, type World } from './world.ts';

/** A dossier whose result was handed over at the counter. */
export async function handedOver(world: World, own: object = {}): Promise<string> {
  const { code, tasks } = await signed(world, { returnBy: 'counter' });
  await decided(world.reception, tasks[0].id, { decision: 'handOver', ...own });
  return code;
}

/** Who collects a result, and a result that went to the wrong person. */
export function returns(open: () => World): void {
  describe('returning results', () => {
    const lastData = async (code: string) => {
      const { body } = await open().owner.call('getHistory', { params: { code }, query: { limit: '100' } });
      return body.items.at(-1).data;
    };

    test('the history says who came with which paper, that the slip was lost, and who attested it', async () => {
      const code = await handedOver(open(), {
        receivedBy: 'Phạm Thị Dung',
        collector: 'authorized',
        authorization: '02/GUQ ngày 20/11/2026',
        slip: 'lost',
        attestedBy: 'thumbPrint',
        witnesses: 2,
      });
      expect(await lastData(code)).toEqual({
        type: 'returned',
        how: 'counter',
        receivedBy: 'Phạm Thị Dung',
        collection: {
          collector: 'authorized',
          authorization: '02/GUQ ngày 20/11/2026',
          slip: 'lost',
          attestedBy: 'thumbPrint',
          witnesses: 2,
        },
      });
    });

    test.each([
      [
        'somebody authorized without a paper',
        { collector: 'authorized', receivedBy: 'An' },
        '/authorization',
      ],
      ['a paper of nobody', { authorization: '02/GUQ' }, '/authorization'],
      ['a lost slip and no name', { slip: 'lost' }, '/receivedBy'],
      ['a thumb print without witnesses', { attestedBy: 'thumbPrint' }, '/witnesses'],
      ['witnesses of nothing', { witnesses: 1 }, '/witnesses'],
      ['a consignment at the counter', { consignment: 'EK473124829VN' }, '/consignment'],
    ])('%s is refused beside its field', async (_, own, pointer) => {
      const { tasks } = await signed(open(), { returnBy: 'counter' });
      const refused = await open().reception.call('decideTask', {
        params: { id: tasks[0].id },
        body: { decision: 'handOver', ...own },
      });
      expectRefusal(refused, 422, 'request-invalid');
      expect(refused.body.errors).toMatchObject([{ pointer }]);
    });

    test('the owner’s code is scanned once: it is bound to the result that waits, and to its days', async () => {
      const world = open();
      const { owner, reception, handler, stranger } = world;
      const { code, tasks } = await signed(world, { returnBy: 'counter' });
      const params = { code };
      const asked = await owner.call('getCollectionCode', { params });
      expect(asked.body.collectionCode).toMatch(/^NHANKQ H44\S+ \d{8} [0-9A-Z-]{30}$/);
      const { collectionCode } = asked.body;
      expectRefusal(await handler.call('getCollectionCode', { params }), 403, 'forbidden');
      expectRefusal(await stranger.call('getCollectionCode', { params }), 404, 'not-found');
      const other = await signed(world, { returnBy: 'counter' });
      const handOver = (id: string, given: string) =>
        reception.call('decideTask', {
          params: { id },
          body: { decision: 'handOver', collectionCode: given },
        });
      const task = tasks[0].id;
      for (const [id, given] of [
        [other.tasks[0].id, collectionCode],
        [task, `${collectionCode.slice(0, -1)}${collectionCode.endsWith('0') ? '1' : '0'}`],
        [task, collectionCode.replace(/ \d{8} /, ' 20991231 ')],
        [task, 'H44.101-261123-0001'],
      ]) {
        const refused = await handOver(id, given);
        expectRefusal(refused, 422, 'request-invalid');
        expect(refused.body.errors).toMatchObject([{ pointer: '/collectionCode' }]);
      }
      expect((await handOver(task, ` ${collectionCode.toLowerCase()} `)).status).toBe(200);
      expect(await lastData(code)).toMatchObject({ type: 'returned', collection: { byCode: true } });
      expectRefusal(await owner.call('getCollectionCode', { params }), 409, 'state-conflict');
      // Recalled, the result waits anew: the code that was used is none any more.
      await reception.call('recallResult', { params, body: { reason: 'Trả nhầm người', recovered: true } });
      const again = (given: string) =>
        reception.call('returnAgain', { params, body: { collectionCode: given } });
      expectRefusal(await again(collectionCode), 422, 'request-invalid');
      const fresh = (await owner.call('getCollectionCode', { params })).body.collectionCode;
      expect((await again(fresh)).status).toBe(200);
    });

    test('who submitted for the owner gets no code: they bring an authorization', async () => {
      const { owner, stranger } = open();
      const onBehalf = { reason: 'Con nộp thay cha', consent: 'written' };
      const params = { code: await submitted(stranger, { onBehalf }) };
      expect((await stranger.call('getDossier', { params })).status).toBe(200);
      expectRefusal(await stranger.call('getCollectionCode', { params }), 403, 'forbidden');
      expectRefusal(await owner.call('getCollectionCode', { params }), 409, 'state-conflict');
    });

    test('by post it goes under the number of its consignment', async () => {
      const world = open();
      const { code, tasks } = await signed(world, { returnBy: 'post', returnAddress: 'Số 1 Hùng Vương' });
      const post = (own: object) =>
        world.reception.call('decideTask', {
          params: { id: tasks[0].id },
          body: { decision: 'handOver', ...own },
        });
      for (const own of [{}, { consignment: 'EK123456789VN' }, { consignment: 'số 123456' }]) {
        const refused = await post(own);
        expectRefusal(refused, 422, 'request-invalid');
        expect(refused.body.errors).toMatchObject([{ pointer: '/consignment' }]);
      }
      expect((await post({ consignment: 'ek 473124829 vn' })).status).toBe(200);
      expect(await lastData(code)).toMatchObject({ how: 'post', consignment: 'EK473124829VN' });
    });

    test('a result given to the wrong person is recalled and returned again; the dossier stays in time', async () => {
      const world = open();
      const { reception, leader, owner, handler } = world;
      const code = await handedOver(world, { receivedBy: 'Người khác' });
      const params = { code };
      const before = (await owner.call('getDossier', { params })).body;
      const body = { reason: 'Trả nhầm cho người trùng tên', recovered: true };
      expectRefusal(await handler.call('recallResult', { params, body }), 403, 'forbidden');
      expectRefusal(await reception.call('returnAgain', { params, body: {} }), 409, 'state-conflict');
      const stale = { params, body, headers: { 'if-match': '"1"' } };
      expectRefusal(await reception.call('recallResult', stale), 412, 'precondition-failed');
      const recalled = await reception.call('recallResult', { params, body });
      expect(recalled.body).toEqual({ dossier: code, delivery: 'recalled', version: before.version + 1 });
      expectRefusal(await leader.call('recallResult', { params, body }), 409, 'state-conflict');
      const between = (await owner.call('getDossier', { params })).body;
      expect(between).toMatchObject({
        handling: 'returned',
        delivery: 'recalled',
        closedAt: before.closedAt,
      });
      const again = await leader.call('returnAgain', {
        params,
        body: { collector: 'owner', slip: 'handedBack' },
      });
      expect(again.body).toMatchObject({ delivery: 'returned' });
      expect(await lastData(code)).toMatchObject({
        type: 'returnedAgain',
        how: 'counter',
        collection: { collector: 'owner', slip: 'handedBack', witnesses: 0 },
      });
    });

    test('what was not handed over, or is electronic, is not recalled', async () => {
      const world = open();
      const body = { reason: 'Trả nhầm người', recovered: false };
      const recall = (code: string, sent: object = body) =>
        world.reception.call('recallResult', { params: { code }, body: sent });
      expectRefusal(await recall(await submitted(world.owner)), 409, 'state-conflict');
      expectRefusal(await recall((await signed(world)).code), 409, 'state-conflict');
      expectRefusal(await recall(await handedOver(world), {}), 422, 'request-invalid');
      expectRefusal(await recall('H44.101-261123-9998'), 404, 'not-found');
      const wrong = { params: { code: 'x' }, body: {} };
      expectRefusal(await recall('x'), 400, 'dossier-code-invalid');
      expectRefusal(await world.reception.call('returnAgain', wrong), 400, 'dossier-code-invalid');
    });
  });
}
