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
    ])('%s is refused beside its field', async (_, own, pointer) => {
      const { tasks } = await signed(open(), { returnBy: 'counter' });
      const refused = await open().reception.call('decideTask', {
        params: { id: tasks[0].id },
        body: { decision: 'handOver', ...own },
      });
      expectRefusal(refused, 422, 'request-invalid');
      expect(refused.body.errors).toMatchObject([{ pointer }]);
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
