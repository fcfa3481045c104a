import { describe, expect, test } from 'vitest';
import { allOperations } from '../../../schemas/api/operations/all.ts';
import { doable } from './any-operation.ts';
import {
  accepted,
  decided,
  expectRefusal,
  FIRM,
  signed,
  submission,
  submitted,
  type World,
} from './world.ts';

const FORM = {
  nguoiDeNghi: 'Nguyễn Văn An',
  soTang: 3,
  dienTich: 96.5,
  coTangHam: false,
  chuDauTu: null,
  hangMuc: [
    { ten: 'Nhà ở', loai: ['riêng lẻ', 'cấp III'] },
    { ten: 'Hàng rào', loai: [] },
  ],
};

const asked = {
  decision: 'requestSupplement',
  reason: 'Bản vẽ thiếu mặt cắt',
  items: ['Bản vẽ mặt cắt tỷ lệ 1/50'],
  components: ['c1'],
};

/** What the view of a dossier tells, and whoever holds it already is told. */
export function dossierViews(open: () => World): void {
  describe('the view of a dossier', () => {
    const view = async (code: string, by = open().owner) =>
      (await by.call('getDossier', { params: { code } })).body;

    test('shows the form as it was filled in, composed, and the ledger only its digest', async () => {
      const { owner, reception } = open();
      const formData = { ...FORM, nguoiDeNghi: FORM.nguoiDeNghi.normalize('NFD') };
      const code = await submitted(owner, { formData });
      expect((await view(code)).formData).toEqual(FORM);
      expect((await view(code, reception)).formData).toEqual(FORM);
      const { items } = (await owner.call('getHistory', { params: { code } })).body;
      expect(items[0].data.formDigest).toMatch(/^[0-9a-f]{64}$/);
      expect(JSON.stringify(items)).not.toContain('Hàng rào');
      expect((await view(await submitted(owner))).formData).toBeNull();
    });

    test.each([
      ['too much', { ghiChu: Array.from({ length: 20 }, () => 'x'.repeat(4000)) }, '/formData'],
      ['nested deeper than a table', { a: { b: { c: { d: 1 } } } }, '/formData'],
      ['an unseen character', { ten: 'An\u200b' }, '/formData/ten'],
      ['a nameless field', { '': 1 }, '/formData'],
      ['no object', 'An', '/formData'],
    ])('refuses a form with %s', async (_, formData, pointer) => {
      const { owner } = open();
      const body = await submission(owner, { formData });
      const answer = await owner.call('submitDossier', { body });
      expectRefusal(answer, 422, 'request-invalid');
      expect(answer.body.errors[0].pointer).toContain(pointer);
    });

    test('says what is wanted while a supplement is, and no longer', async () => {
      const { owner, reception } = open();
      const code = await submitted(owner);
      expect(await view(code)).toMatchObject({ supplementWanted: null, ending: null, decision: null });
      await decided(reception, `${code}.t1`, asked);
      const { decision: _, ...wanted } = asked;
      expect((await view(code)).supplementWanted).toEqual({
        ...wanted,
        askedAt: expect.stringMatching(/^2026-11-\d\dT/),
        stage: 'intake',
        clock: 'restart',
      });
      const components = [{ component: 'c1', paperCopies: 1 }];
      await owner.call('supplementDossier', { params: { code }, body: { components } });
      expect((await view(code)).supplementWanted).toBeNull();
    });

    test('says why a dossier was declined, stopped or withdrawn', async () => {
      const { owner, reception } = open();
      const code = await submitted(owner);
      await decided(reception, `${code}.t1`, { decision: 'decline', reason: 'Không thuộc thẩm quyền' });
      expect((await view(code)).ending).toMatchObject({ how: 'declined', reason: 'Không thuộc thẩm quyền' });
      const withdrawn = await submitted(owner);
      await owner.call('withdrawDossier', { params: { code: withdrawn }, body: {} });
      expect((await view(withdrawn)).ending).toMatchObject({ how: 'withdrawn', reason: null });
    });

    test('says what was decided once it was, and nothing of what is proposed', async () => {
      const { owner, handler } = open();
      const { code, task } = await accepted(open());
      await decided(handler, task, { decision: 'refuse', reason: 'Không đủ điều kiện cấp phép' });
      expect((await view(code)).decision).toBeNull();
      expect(JSON.stringify(await view(code))).not.toContain('Không đủ điều kiện');
      const done = await signed(open());
      expect((await view(done.code, owner)).decision).toMatchObject({ outcome: 'granted' });
    });

    test('keeps the portal’s reference between the portal and the offices', async () => {
      const { portal, owner, firm, reception } = open();
      const code = await submitted(portal, { portalReference: 'P-77' });
      const ofFirm = await submitted(portal, { portalReference: 'P-78', applicant: FIRM });
      expect((await view(code)).portalReference).toBeNull();
      expect((await view(ofFirm, firm)).portalReference).toBeNull();
      expect((await view(code, portal)).portalReference).toBe('P-77');
      expect((await view(code, reception)).portalReference).toBe('P-77');
      const rows = (await owner.call('listDossiers', { query: { limit: '100' } })).body.items;
      expect(rows.every((row: { portalReference: unknown }) => row.portalReference === null)).toBe(true);
    });
  });

  describe('what a caller holds already', () => {
    test.each(allOperations.filter(({ method }) => method === 'GET').map(each => [each.id, each] as const))(
      '%s is answered 304 by its ETag, and whole by another',
      async (_, operation) => {
        const { caller, sent } = await doable(open(), operation);
        const first = await caller.call(operation.id, sent);
        const tag = first.headers.get('etag') ?? '';
        if (first.status !== 200) return expect([404, 400]).toContain(first.status);
        const again = (ifNoneMatch: string) =>
          caller.call(operation.id, { ...sent, headers: { 'if-none-match': ifNoneMatch } });
        // Links are signed anew each time, so these are never the same again.
        if (!JSON.stringify(first.body).includes('X-Amz-Signature')) {
          const held = await again(`"other", W/${tag}`);
          expect([held.status, held.body, held.headers.get('etag')]).toEqual([304, undefined, tag]);
        }
        expect((await again('"other"')).status).toBe(200);
      },
    );

    test('is another in another language and after a change, and its ETag is taken as If-Match', async () => {
      const { owner, reception } = open();
      const code = await submitted(owner);
      const params = { code };
      const read = (headers: Record<string, string>) => owner.call('getDossier', { params, headers });
      const tag = (await read({})).headers.get('etag') ?? '';
      expect((await read({ 'if-none-match': tag })).status).toBe(304);
      expect((await read({ 'if-none-match': tag, 'accept-language': 'en' })).status).toBe(200);
      await decided(reception, `${code}.t1`, asked);
      expect((await read({ 'if-none-match': tag })).status).toBe(200);
      const components = [{ component: 'c1', paperCopies: 1 }];
      const give = (held: string) =>
        owner.call('supplementDossier', { params, body: { components }, headers: { 'if-match': held } });
      expectRefusal(await give(tag), 412, 'precondition-failed');
      expect((await give((await read({})).headers.get('etag') ?? '')).status).toBe(200);
    });
  });
}
