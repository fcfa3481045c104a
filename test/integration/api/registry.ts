import { describe, expect, test } from 'vitest';
import { verifySignatures } from '../../../functions/domain/signatures/verify-signatures.ts';
import { eventually } from '../../support/eventually.ts';
import { SEALED_BY_CLERK } from './test-procedures.ts';
import { accepted, decided, expectRefusal, type World } from './world.ts';

/** Results that the registry clerk numbers and seals after they were signed. */
export function registry(open: () => World): void {
  describe('the registry clerk', () => {
    /** A signed dossier whose document waits for its number: its code, and the clerk's task. */
    async function signedDocument() {
      const { handler, signer } = open();
      const { code, task } = await accepted(open(), { procedure: SEALED_BY_CLERK });
      const { proposal, nextTask } = await decided(handler, task, {
        decision: 'approve',
        text: 'Xác nhận.',
        validUntil: '2031-01-01',
      });
      const signed = await decided(signer, nextTask, { decision: 'approve', proposal: proposal.digest });
      expect(signed.dossier.handling).toBe('decided');
      return { code, task: signed.nextTask as string };
    }

    test('numbers what was signed without gaps, in the register of its kind; the paper is sealed', async () => {
      const { registryClerk, owner, anonymous, clock } = open();
      const [first, second] = [await signedDocument(), await signedDocument()];
      const waiting = await registryClerk.call('listTasks', { query: { phase: 'seal' } });
      expect(waiting.body.items.map(({ id }: { id: string }) => id)).toEqual(
        expect.arrayContaining([first.task, second.task]),
      );
      const seen = await registryClerk.call('getTask', { params: { id: first.task } });
      expect(seen.body).toMatchObject({ phase: 'seal', role: 'registryClerk', decisions: ['seal'] });
      // Both at once: each gets a number, and none is left out.
      await Promise.all(
        [first, second].map(({ task }) => decided(registryClerk, task, { decision: 'seal' })),
      );
      const documents = [];
      for (const { code } of [first, second]) {
        const [result] = await eventually(async () => {
          const { body } = await owner.call('listResults', { params: { code } });
          return body.items.length > 0 ? body.items : undefined;
        });
        const query = { code: result.verificationCode };
        const { body } = await anonymous.call('verifyResult', { params: { number: result.number }, query });
        expect(body.kind).toEqual({ code: 'KQ.G15.000031', name: 'Giấy khai sinh' });
        expect(body).toMatchObject({ validUntil: '2031-01-01', expired: false });
        documents.push(body.document);
      }
      // The paper bears the agency's seal, which covers all of it.
      const { body: listed } = await owner.call('listResults', { params: { code: first.code } });
      const pdf = new Uint8Array(await (await fetch(listed.items[0].url)).arrayBuffer());
      const report = await verifySignatures(pdf, { authorities: [], at: clock.now() });
      expect(report.signatures).toMatchObject([{ field: 'motcua.seal', covers: 'file', level: 'B' }]);
      expect(JSON.stringify(report.signatures[0])).toContain('không có giá trị pháp lý');
      const day = new Date(clock.now() + 7 * 3600_000).toISOString().slice(0, 10);
      const year = day.slice(0, 4);
      expect(documents.map(({ number }) => number).toSorted()).toEqual([`01/${year}`, `02/${year}`]);
      expect(documents.map(({ date }) => date)).toEqual([day, day]);
    });

    test('alone does so, once, and changes nothing of what was signed', async () => {
      const { registryClerk, handler, signer } = open();
      const { code, task } = await signedDocument();
      for (const other of [handler, signer])
        expectRefusal(
          await other.call('decideTask', { params: { id: task }, body: { decision: 'seal' } }),
          403,
          'forbidden',
        );
      const other = { decision: 'approve', text: 'Nội dung khác' };
      expectRefusal(
        await registryClerk.call('decideTask', { params: { id: task }, body: other }),
        409,
        'decision-not-allowed',
      );
      const sealed = await decided(registryClerk, task, { decision: 'seal' });
      expect(await decided(registryClerk, task, { decision: 'seal' })).toEqual(sealed);
      const { body } = await handler.call('getHistory', { params: { code }, query: { limit: '100' } });
      const kinds = body.items.map(({ data }: { data: { type: string } }) => data.type);
      expect(kinds.filter((kind: string) => kind === 'resultNumbered')).toHaveLength(1);
      expect(kinds.indexOf('resultNumbered')).toBeGreaterThan(kinds.indexOf('decided'));
    });
  });
}
