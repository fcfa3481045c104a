import { describe, expect, test } from 'vitest';
import { sealPdf } from '../../../functions/domain/sealing/seal-pdf.ts';
import type { Caller } from '../../support/api-caller.ts';
import { eventually } from '../../support/eventually.ts';
import { holder, signerOf } from '../../support/signatures/certificates.ts';
import { document, plainDraw } from '../../support/signatures/documents.ts';
import { badFiles } from './refusals.ts';
import { handedOver } from './returns.ts';
import { accepted, decided, expectRefusal, file, signed, type World } from './world.ts';

const revocation = {
  kind: 'revoke',
  ground: 'falsePapers',
  reason: 'Công an kết luận bản trích lục là giả mạo.',
};
const correction = {
  kind: 'correct',
  ground: 'agencyMistake',
  reason: 'Ghi sai chữ đệm.',
  text: 'Cho phép theo đơn đề nghị, họ tên người được cấp là Nguyễn Văn An.',
};

/** Results that are revoked or corrected after they were issued. */
export function resultChanges(open: () => World): void {
  describe('changing an issued result', () => {
    const propose = (by: Caller, code: string, body: object) =>
      by.call('proposeResultChange', { params: { code }, body });
    const resultsOf = async (code: string, by = open().owner) =>
      (await by.call('listResults', { params: { code } })).body.items;
    const verify = (result: { number: string; verificationCode: string }, language = 'vi') =>
      open().anonymous.call('verifyResult', {
        params: { number: result.number },
        query: { code: result.verificationCode },
        headers: { 'accept-language': language },
      });

    test('a revocation holds once a second person signed it; whoever verifies is told the ground alone', async () => {
      const { handler, signer, owner } = open();
      const { code } = await signed(open());
      const [result] = await resultsOf(code);
      const proposed = await propose(handler, code, revocation);
      expect(proposed).toMatchObject({ status: 200, body: { dossier: code } });
      expect((await verify(result)).body).toMatchObject({ genuine: true, revoked: null });
      const task = (await signer.call('getTask', { params: { id: proposed.body.task } })).body;
      expect(task).toMatchObject({
        phase: 'resultChange',
        decisions: ['confirmChange', 'returnChange'],
        resultChange: revocation,
      });
      expect(task.proposal).toBeUndefined();
      const confirm = (by: Caller, proposal?: string) =>
        by.call('decideTask', {
          params: { id: task.id },
          body: { decision: 'confirmChange', ...(proposal !== undefined && { proposal }) },
        });
      expectRefusal(await confirm(handler, task.resultChange.digest), 403, 'forbidden');
      expectRefusal(await confirm(signer), 422, 'request-invalid');
      expectRefusal(await confirm(signer, '0'.repeat(64)), 409, 'proposal-changed');
      expect((await confirm(signer, task.resultChange.digest)).status).toBe(200);
      const told = (await verify(result)).body;
      expect(told).toMatchObject({
        genuine: true,
        revoked: { ground: 'falsePapers', groundText: expect.stringContaining('giả mạo'), replacedBy: null },
      });
      expect(JSON.stringify(told)).not.toContain(revocation.reason);
      expect((await verify(result, 'en')).body.revoked.groundText).toContain('forged');
      expect(await resultsOf(code)).toMatchObject([{ number: result.number, revoked: { replacedBy: null } }]);
      const history = await owner.call('getHistory', { params: { code }, query: { limit: '100' } });
      expect(history.body.items.at(-1).data).toMatchObject({
        type: 'resultRevoked',
        reason: revocation.reason,
      });
      expectRefusal(await propose(handler, code, revocation), 409, 'state-conflict');
    });

    test('a correction is a new result with a number of its own; the old one says what took its place', async () => {
      const { handler, signer, reception } = open();
      const code = await handedOver(open());
      const [old] = await resultsOf(code);
      const proposed = await propose(handler, code, correction);
      const { body: task } = await signer.call('getTask', { params: { id: proposed.body.task } });
      await decided(signer, task.id, { decision: 'confirmChange', proposal: task.resultChange.digest });
      const both = await eventually(async () => {
        const items = await resultsOf(code);
        return items.length === 2 ? items : undefined;
      });
      const [replaced, current] = both;
      expect(replaced).toMatchObject({ number: old.number, revoked: { replacedBy: current.number } });
      expect(current).toMatchObject({ revoked: null });
      expect(current.sha256).not.toBe(old.sha256);
      expect((await verify(old)).body.revoked).toMatchObject({ replacedBy: current.number });
      expect((await verify(current)).body).toMatchObject({ genuine: true, revoked: null });
      // The corrected paper is handed over as the first one was.
      const { body: dossier } = await handler.call('getDossier', { params: { code } });
      expect(dossier).toMatchObject({
        handling: 'returned',
        delivery: 'ready',
        resultNumber: current.number,
      });
      const again = await reception.call('returnAgain', { params: { code }, body: { collector: 'owner' } });
      expect(again.body).toMatchObject({ delivery: 'returned' });
      expectRefusal(
        await reception.call('returnAgain', { params: { code }, body: { collector: 'owner' } }),
        409,
        'state-conflict',
      );
    });

    test('a proposal that is sent back leaves the result as it is, and another may follow', async () => {
      const { handler, signer } = open();
      const { code } = await signed(open());
      const proposed = await propose(handler, code, revocation);
      expectRefusal(await propose(handler, code, correction), 409, 'state-conflict');
      await decided(signer, proposed.body.task, { decision: 'returnChange', reason: 'Chưa đủ căn cứ' });
      expect(await resultsOf(code)).toMatchObject([{ revoked: null }]);
      expect((await propose(handler, code, correction)).status).toBe(200);
    });

    test.each([
      ['an unknown ground', { ...revocation, ground: 'viThich' }, '/ground'],
      ['a ground of the other kind', { ...revocation, ground: 'agencyMistake' }, '/ground'],
      ['a revocation with a new text', { ...revocation, text: 'Nội dung mới' }, '/text'],
      ['a correction without one', { ...correction, text: undefined }, '/text'],
    ])('%s is refused beside its field', async (_, body, pointer) => {
      const { code } = await signed(open());
      const refused = await propose(open().handler, code, body);
      expectRefusal(refused, 422, 'request-invalid');
      expect(refused.body.errors).toMatchObject([{ pointer }]);
    });

    test('only of an issued result, by those who handle it, at the version they read', async () => {
      const { handler, reception, leader } = open();
      const { code, version } = await signed(open());
      expectRefusal(await propose(reception, code, revocation), 403, 'forbidden');
      const stale = { params: { code }, body: revocation, headers: { 'if-match': '"1"' } };
      expectRefusal(await handler.call('proposeResultChange', stale), 412, 'precondition-failed');
      const fresh = { params: { code }, body: revocation, headers: { 'if-match': `"${version}"` } };
      expect((await leader.call('proposeResultChange', fresh)).status).toBe(200);
      expectRefusal(await propose(handler, 'H44.101-261123-9998', revocation), 404, 'not-found');
      expectRefusal(await propose(handler, 'x', revocation), 400, 'dossier-code-invalid');
    });

    test('a result that arrives signed must be as it was signed', async () => {
      const { handler, clock } = open();
      const person = holder('Nguyễn Thị Ký');
      const signedFile = await sealPdf(
        { signer: signerOf(person), draw: plainDraw, authorities: [], now: () => clock.now() },
        await document(),
        { field: 'person', name: 'Nguyễn Thị Ký' },
      );
      const changed = Buffer.from(signedFile);
      // Within what is signed, where no reader stumbles over it.
      changed.write('%PDF-1.4', 0, 'latin1');
      const { text: _, ...facts } = correction;
      const { code } = await signed(open());
      const bad = { ...facts, resultFile: await file(handler, { bytes: changed }) };
      expectRefusal(await propose(handler, code, bad), 422, 'signature-invalid');
      const { task } = await accepted(open());
      const approve = (resultFile: string) =>
        handler.call('decideTask', { params: { id: task }, body: { decision: 'approve', resultFile } });
      expectRefusal(await approve(bad.resultFile), 422, 'signature-invalid');
      // The province trusts no authority yet: whose signature it is cannot be said, but it is whole.
      expect((await approve(await file(handler, { bytes: Buffer.from(signedFile) }))).status).toBe(200);
    });

    test('a new result that cannot be used or printed is refused', async () => {
      const { handler } = open();
      const { code } = await signed(open());
      const { text: _, ...facts } = correction;
      const taken = await file(handler);
      const other = await signed(open());
      expect((await propose(handler, other.code, { ...facts, resultFile: taken })).status).toBe(200);
      // Whoever signs the change reads the file first; the applicant gets it once it is the result.
      const params = { code: other.code, id: taken };
      expect((await open().signer.call('openFile', { params })).status).toBe(200);
      expectRefusal(await open().owner.call('openFile', { params }), 404, 'not-found');
      for (const [resultFile, status, refusal] of await badFiles(handler, taken))
        expectRefusal(await propose(handler, code, { ...facts, resultFile }), status, refusal);
      const unprintable = { ...facts, text: 'Đồng ý 😀' };
      expectRefusal(await propose(handler, code, unprintable), 422, 'text-not-printable');
    });
  });
}
