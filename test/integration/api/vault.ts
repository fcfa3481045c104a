import { describe, expect, test } from 'vitest';
import { REUSES } from './test-procedures.ts';
import {
  decided,
  expectRefusal,
  file,
  STRANGER,
  signed,
  submission,
  submitted,
  type World,
} from './world.ts';

/** A dossier that cites a result of its owner's. */
export async function citing(world: World): Promise<{ code: string }> {
  const { resultNumber } = await signed(world);
  const components = [
    { component: 'c1', files: [await file(world.owner)] },
    { component: 'c2', results: [resultNumber] },
  ];
  return { code: await submitted(world.owner, { procedure: REUSES, components }) };
}

/** Results that are used again instead of papers. */
export function vault(open: () => World): void {
  describe('the vault', () => {
    /** A result issued to the owner, who may use it again. */
    async function issued(): Promise<string> {
      return (await signed(open())).resultNumber;
    }
    const submissionCiting = async (number: string, own: Record<string, unknown> = {}) =>
      submission(open().owner, {
        procedure: REUSES,
        components: [
          { component: 'c1', files: [await file(open().owner)] },
          { component: 'c2', results: [number] },
        ],
        ...own,
      });
    const revoke = async (code: string) => {
      const { handler, signer } = open();
      const body = { kind: 'revoke', ground: 'holderAsks', reason: 'Theo đơn' };
      const proposed = await handler.call('proposeResultChange', { params: { code }, body });
      const { body: task } = await signer.call('getTask', { params: { id: proposed.body.task } });
      await decided(signer, task.id, { decision: 'confirmChange', proposal: task.resultChange.digest });
    };

    test('a result stands for a paper: nothing is uploaded, and those who handle the dossier open it', async () => {
      const { owner, reception, stranger } = open();
      const number = await issued();
      const mine = await owner.call('listVault', {});
      expect(mine.body.items[0]).toMatchObject({ number, kind: { code: 'KQ.G15.000031' } });
      expect((await stranger.call('listVault', {})).body.items).not.toContainEqual(
        expect.objectContaining({ number }),
      );
      const code = await submitted(owner, await submissionCiting(number));
      const { body } = await reception.call('getDossier', { params: { code } });
      expect(body.components[1]).toMatchObject({ state: 'handedIn', results: [number], files: [] });
      const cited = await reception.call('listCitedResults', { params: { code } });
      expect(cited.body.items).toMatchObject([{ number, revoked: false }]);
      const opened = await fetch(cited.body.items[0].url);
      expect(
        Buffer.from(await opened.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
      expect((await owner.call('listCitedResults', { params: { code } })).body.items).toHaveLength(1);
    });

    test('what is not theirs, stands for another paper or holds no more is refused beside its field', async () => {
      const { owner, stranger } = open();
      const first = await signed(open());
      const number = first.resultNumber;
      const refused = async (body: object, pointer: string, by = owner) => {
        const answer = await by.call('submitDossier', { body });
        expectRefusal(answer, 422, 'result-not-reusable');
        expect(answer.body.errors).toMatchObject([{ pointer }]);
      };
      await refused(await submissionCiting('H44.101-KQ2026-999999'), '/components/1/results/0');
      const elsewhere = [
        { component: 'c1', files: [await file(owner)], results: [number] },
        { component: 'c2', files: [await file(owner)] },
      ];
      await refused(await submissionCiting(number, { components: elsewhere }), '/components/0/results/0');
      const others = await submission(stranger, {
        procedure: REUSES,
        applicant: { kind: 'person', name: 'Trần Văn Bình', identityNumber: STRANGER },
        components: [
          { component: 'c1', files: [await file(stranger)] },
          { component: 'c2', results: [number] },
        ],
      });
      await refused(others, '/components/1/results/0', stranger);
      await revoke(first.code);
      await refused(await submissionCiting(number), '/components/1/results/0');
      const mine = await owner.call('listVault', {});
      expect(JSON.stringify(mine.body)).not.toContain(number);
      const wrong = await owner.call('submitDossier', { body: await submissionCiting('không phải số') });
      expectRefusal(wrong, 422, 'request-invalid');
    });

    test('whoever asks for a paper that the vault holds must say why, and the applicant reads it', async () => {
      const { reception, owner } = open();
      const number = await issued();
      const code = await submitted(owner, {
        procedure: REUSES,
        components: [
          { component: 'c1', files: [await file(owner)] },
          { component: 'c2', files: [await file(owner)] },
        ],
      });
      const held = await reception.call('getDossierVault', { params: { code } });
      expect(held.body.items).toMatchObject([{ component: 'c2' }]);
      expect(held.body.items[0].results.map((each: { number: string }) => each.number)).toContain(number);
      const ask = {
        decision: 'requestSupplement',
        reason: 'Ảnh mờ',
        items: ['Giấy khai sinh'],
        components: ['c2'],
      };
      const params = { id: `${code}.t1` };
      const refused = await reception.call('decideTask', { params, body: ask });
      expectRefusal(refused, 409, 'vault-holds-it');
      expect(refused.body.held[0].results).toContain(number);
      await decided(reception, params.id, { ...ask, despiteVault: 'Bản đã cấp không ghi quê quán mới.' });
      const { body } = await owner.call('getHistory', { params: { code } });
      expect(body.items.at(-1).data).toMatchObject({ despiteVault: 'Bản đã cấp không ghi quê quán mới.' });
      // The supplement may cite what is there.
      const supplement = { components: [{ component: 'c2', results: [number] }] };
      expect((await owner.call('supplementDossier', { params: { code }, body: supplement })).status).toBe(
        200,
      );
      const none = { components: [{ component: 'c1', results: [number] }] };
      await decided(reception, `${code}.t3`, {
        ...ask,
        components: ['c1'],
        legalBasis: 'NĐ 1',
        approvedBy: 'An',
      });
      expectRefusal(
        await owner.call('supplementDossier', { params: { code }, body: none }),
        422,
        'result-not-reusable',
      );
      const recorded = { decision: 'recordSupplement', ...none };
      expectRefusal(
        await reception.call('decideTask', { params: { id: `${code}.t4` }, body: recorded }),
        422,
        'result-not-reusable',
      );
    });
  });
}
