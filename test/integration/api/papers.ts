import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { MINUTE, toRfc3339 } from '../../../functions/domain/vietnam-time.ts';
import { samplePaper } from '../../../start/demo/sample-paper.ts';
import type { Caller } from '../../support/api-caller.ts';
import { decided, expectRefusal, file, submitted, type World } from './world.ts';

const NAME = 'Đơn đề nghị cấp phép “bản 2”; a=b.pdf';
const SAVED_PLAIN = 'Don de nghi cap phep _ban 2_; a=b.pdf';
const SAVED = 'Đơn đề nghị cấp phép “bản 2”; a=b.pdf';

/** A dossier with one file under a name of its own: its code, the file’s id and bytes. */
async function handedIn(by: Caller) {
  const { bytes } = samplePaper(`Paper to open ${Math.random()}`);
  const id = await file(by, { bytes, fileName: NAME });
  const code = await submitted(by, { components: [{ component: 'c1', files: [id] }] });
  return { code, id, bytes };
}

/** Officers find and open what citizens handed in. */
export function papers(open: () => World): void {
  describe('papers', () => {
    test('are found in the dossier and opened under their names, at another origin than the API’s', async () => {
      const { owner, reception, url } = open();
      const { code, id, bytes } = await handedIn(owner);
      const { components } = (await reception.call('getDossier', { params: { code } })).body;
      expect(components).toMatchObject([
        {
          component: 'c1',
          name: 'Đơn đề nghị',
          state: 'handedIn',
          files: [
            {
              id,
              fileName: NAME,
              contentType: 'application/pdf',
              size: bytes.length,
              handedInWith: 'submission',
              state: 'current',
            },
          ],
        },
        { component: 'c2', state: 'notHandedIn', files: [] },
      ]);
      const link = await reception.call('openFile', { params: { code, id } });
      expect(link.body).toMatchObject({ id, fileName: NAME, shown: 'inline' });
      expect(link.body.urlExpiresAt).toBe(toRfc3339(open().clock.now() + 5 * MINUTE));
      expect(new URL(link.body.url).origin).not.toBe(new URL(url).origin);
      const answer = await fetch(link.body.url);
      expect(answer.status).toBe(200);
      const digest = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');
      expect(digest(new Uint8Array(await answer.arrayBuffer()))).toBe(digest(bytes));
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${SAVED_PLAIN}"; filename*=UTF-8''${encodeURIComponent(SAVED)}`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      });
    });

    test('are opened by who may read the dossier, and by nobody under another dossier', async () => {
      const { owner, ownerLevel1, stranger, otherReception, otherPortal, auditor, administrator } = open();
      const { code, id } = await handedIn(owner);
      const other = await handedIn(owner);
      const openAs = (by: Caller, params: Record<string, string>) => by.call('openFile', { params });
      for (const by of [owner, ownerLevel1, auditor])
        expect((await openAs(by, { code, id })).status, by.name).toBe(200);
      for (const by of [stranger, otherReception, otherPortal])
        expectRefusal(await openAs(by, { code, id }), 404, 'not-found');
      expectRefusal(await openAs(administrator, { code, id }), 403, 'forbidden');
      expectRefusal(await openAs(owner, { code, id: other.id }), 404, 'not-found');
      expectRefusal(await openAs(owner, { code: other.code, id }), 404, 'not-found');
      const loose = await file(owner);
      for (const missing of [loose, 'f_00000000000000000000000000'])
        expectRefusal(await openAs(owner, { code, id: missing }), 404, 'not-found');
      for (const wrong of ['1', `${id}0`, id.toUpperCase()])
        expectRefusal(await openAs(owner, { code, id: wrong }), 400, 'parameter-invalid');
    });

    test('say what the supplement wants, and what took the place of what', async () => {
      const { owner, reception } = open();
      const { code, id } = await handedIn(owner);
      const first = async () => (await owner.call('getDossier', { params: { code } })).body.components[0];
      await decided(reception, `${code}.t1`, {
        decision: 'requestSupplement',
        reason: 'Bản chụp mờ',
        items: ['Đơn đề nghị, bản rõ hơn'],
        components: ['c1'],
      });
      expect(await first()).toMatchObject({ state: 'wanted', files: [{ id, state: 'current' }] });
      const clearer = await file(owner);
      const supplied = { components: [{ component: 'c1', files: [clearer] }] };
      await owner.call('supplementDossier', { params: { code }, body: supplied });
      expect(await first()).toMatchObject({
        state: 'handedIn',
        files: [
          { id, state: 'replaced', handedInWith: 'submission' },
          { id: clearer, state: 'current', handedInWith: 'supplement' },
        ],
      });
      expect((await reception.call('openFile', { params: { code, id } })).status).toBe(200);
    });

    test('a file given as the result is for those who handle the dossier, until it is issued', async () => {
      const { owner, reception, handler, signer } = open();
      const { code } = await handedIn(owner);
      const { nextTask } = await decided(reception, `${code}.t1`, { decision: 'accept' });
      const resultFile = await file(handler);
      await decided(handler, nextTask, { decision: 'approve', text: 'Đồng ý cấp.', resultFile });
      const params = { code, id: resultFile };
      expect((await signer.call('openFile', { params })).status).toBe(200);
      expectRefusal(await owner.call('openFile', { params }), 404, 'not-found');
    });

    test('a portal that polls is recorded once a day, a portal that opens files with each of them', async () => {
      const { portal, auditor } = open();
      const ids = [await file(portal), await file(portal)];
      const code = await submitted(portal, { components: [{ component: 'c1', files: ids }] });
      for (const id of [...ids, ...ids]) {
        await portal.call('getDossier', { params: { code } });
        await portal.call('openFile', { params: { code, id } });
      }
      const { items } = (await auditor.call('listAccessRecords', { query: { dossier: code } })).body;
      const seen = items
        .filter(({ reader }: { reader: { kind: string } }) => reader.kind === 'portal')
        .map((item: { operation: string; dossiers: { file?: string }[] }) => [
          item.operation,
          item.dossiers[0]?.file,
        ]);
      expect(seen).toHaveLength(5);
      expect(seen).toEqual(
        expect.arrayContaining([['getDossier', undefined], ...ids.map(id => ['openFile', id])]),
      );
    });

    test('each opening is in the record of reads, with the file', async () => {
      const { owner, handler } = open();
      const { code, id } = await handedIn(owner);
      await handler.call('openFile', { params: { code, id } });
      await owner.call('openFile', { params: { code, id } });
      const { items } = (await owner.call('listAccessRecords', { query: { dossier: code } })).body;
      expect(items).toMatchObject([
        { operation: 'openFile', parts: ['paper'], dossiers: [{ code, basis: 'unit', file: id }] },
      ]);
    });
  });
}
