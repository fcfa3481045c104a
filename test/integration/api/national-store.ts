import { afterEach, describe, expect, test } from 'vitest';
import type { StoreMood } from '../../../outside/national-store/server.ts';
import { STORED_BIRTH, wantingBirth } from './any-operation.ts';
import { PLAIN, REUSES } from './test-procedures.ts';
import { decided, expectRefusal, file, OWNER, STRANGER, submission, submitted, type World } from './world.ts';

const REASON = { 'access-reason': encodeURIComponent('Đối chiếu giấy khai sinh') };
const search = { procedure: REUSES, name: 'Nguyễn Văn An' };
const fetching = { ...search, ...STORED_BIRTH };

/** Papers of the national store, used again instead of papers. */
export function nationalStore(open: () => World): void {
  describe('the national store', () => {
    afterEach(async () => {
      if (open().nationalStore.mood === 'up') return;
      open().nationalStore.mood = 'up';
      // A store that did not answer is left alone for half a minute.
      await open().clock.advanceTo(open().clock.now() + 31_000);
    });
    const inMood = (mood: StoreMood) => {
      open().nationalStore.mood = mood;
    };
    /** A submission whose birth certificate is this file. */
    const withBirth = async (id: string, own: Record<string, unknown> = {}) =>
      submission(open().owner, {
        procedure: REUSES,
        components: [
          { component: 'c1', files: [await file(open().owner)] },
          { component: 'c2', files: [id] },
        ],
        ...own,
      });

    test('an applicant finds their own paper, fetches its file and hands it in', async () => {
      const { owner, reception, nationalStore } = open();
      const found = await owner.call('searchStore', { body: search });
      expect(found.body).toEqual({
        state: 'answered',
        items: [
          {
            component: 'c2',
            papers: [
              {
                ...STORED_BIRTH,
                name: 'Giấy khai sinh',
                agency: 'Ủy ban nhân dân xã Thanh Ba',
                files: [{ name: 'giay-khai-sinh.pdf' }],
              },
            ],
          },
        ],
      });
      expect(nationalStore.asked.at(-1)).toMatchObject({ SoDinhDanhChuSoHuu: OWNER, KenhThucHien: '2' });
      const fetched = await owner.call('fetchStoreFile', { body: fetching });
      expect(fetched.body).toMatchObject({ state: 'checked', fileName: 'giay-khai-sinh.pdf' });
      const code = await submitted(owner, await withBirth(fetched.body.id));
      const { body } = await reception.call('getDossier', { params: { code } });
      const [own] = body.components[0].files;
      const [birth] = body.components[1].files;
      expect(own.source).toBeNull();
      expect(birth.source).toMatchObject({ store: 'national', ...STORED_BIRTH });
      const history = await owner.call('getHistory', { params: { code } });
      const [, paper] = history.body.items[0].data.components;
      expect(paper.fromStore).toEqual([{ file: fetched.body.id, kind: STORED_BIRTH.kind }]);
      // The ledger knows the kind; the number is with the file.
      expect(JSON.stringify(history.body)).not.toContain(STORED_BIRTH.number);
      const opened = await reception.call('openFile', { params: { code, id: birth.id } });
      expect(Buffer.from(await (await fetch(opened.body.url)).arrayBuffer()).toString()).toContain('%PDF-');
    });

    test('nobody finds, fetches or hands in the papers of others', async () => {
      const { owner, stranger, foreigner } = open();
      const found = await stranger.call('searchStore', { body: search });
      expect(JSON.stringify(found.body)).not.toContain(STORED_BIRTH.number);
      expectRefusal(await stranger.call('fetchStoreFile', { body: fetching }), 422, 'store-paper-unknown');
      expect((await foreigner.call('searchStore', { body: search })).body.state).toBe('notAsked');
      const { body: mine } = await owner.call('fetchStoreFile', { body: fetching });
      // For somebody else, the owner's own paper is no paper of the applicant.
      const applicant = { kind: 'person', name: 'Trần Văn Bình', identityNumber: STRANGER };
      const onBehalf = { reason: 'Nộp hộ hàng xóm', consent: 'written' };
      const refused = await owner.call('submitDossier', {
        body: await withBirth(mine.id, { applicant, onBehalf }),
      });
      expectRefusal(refused, 422, 'result-not-reusable');
      expect(refused.body.errors).toMatchObject([{ pointer: '/components/1/files/0' }]);
      const other = await stranger.call('submitDossier', {
        body: await withBirth(mine.id, { applicant }),
      });
      expectRefusal(other, 422, 'file-unknown');
    });

    test('what somebody has in the store is asked anew each time, and kept for no repeat', async () => {
      const { owner, nationalStore } = open();
      const sent = { body: search, headers: { 'idempotency-key': 'my-papers' } };
      expect((await owner.call('searchStore', sent)).body.items).toHaveLength(1);
      const before = nationalStore.asked.length;
      inMood('empty');
      expect((await owner.call('searchStore', sent)).body).toEqual({ state: 'answered', items: [] });
      expect(nationalStore.asked).toHaveLength(before + 1);
    });

    test('an officer says why, the owner reads it, and what was found is recorded at the counter', async () => {
      const { owner, reception, leader, nationalStore } = open();
      const code = await wantingBirth(open());
      const params = { code };
      const before = nationalStore.asked.length;
      expectRefusal(await reception.call('searchStoreForDossier', { params }), 400, 'parameter-invalid');
      const hurried = await reception.call('fetchStoreFileForDossier', { params, body: STORED_BIRTH });
      expectRefusal(hurried, 400, 'parameter-invalid');
      expectRefusal(
        await leader.call('searchStoreForDossier', { params, headers: REASON }),
        403,
        'forbidden',
      );
      expect(nationalStore.asked).toHaveLength(before);
      const found = await reception.call('searchStoreForDossier', { params, headers: REASON });
      expect(found.body.items[0].papers[0]).toMatchObject(STORED_BIRTH);
      const { items } = (await owner.call('listAccessRecords', { query: { dossier: code } })).body;
      expect(items[0]).toMatchObject({
        operation: 'searchStoreForDossier',
        parts: ['nationalStore'],
        stated: 'Đối chiếu giấy khai sinh',
      });
      await decided(reception, `${code}.t1`, {
        decision: 'requestSupplement',
        reason: 'Ảnh mờ',
        items: ['Giấy khai sinh'],
        components: ['c2'],
        despiteVault: 'Bản đã cấp không ghi quê quán mới.',
      });
      const fetched = await reception.call('fetchStoreFileForDossier', {
        params,
        body: STORED_BIRTH,
        headers: REASON,
      });
      const components = [{ component: 'c2', files: [fetched.body.id] }];
      await decided(reception, `${code}.t2`, { decision: 'recordSupplement', components });
      const { body } = await owner.call('getDossier', { params });
      expect(body.components[1].files.at(-1)).toMatchObject({
        state: 'current',
        source: { store: 'national', ...STORED_BIRTH },
      });
    });

    test('a store that is down holds nobody up: it is said, and papers are handed in as ever', async () => {
      const { owner, reception } = open();
      const code = await wantingBirth(open());
      inMood('down');
      const found = await owner.call('searchStore', { body: search });
      expect([found.status, found.body]).toEqual([200, { state: 'unavailable', items: [] }]);
      const asked = await reception.call('searchStoreForDossier', { params: { code }, headers: REASON });
      expect([asked.status, asked.body.state]).toEqual([200, 'unavailable']);
      expectRefusal(await owner.call('fetchStoreFile', { body: fetching }), 503, 'store-unavailable');
      const forDossier = { params: { code }, body: STORED_BIRTH, headers: REASON };
      expectRefusal(await reception.call('fetchStoreFileForDossier', forDossier), 503, 'store-unavailable');
      await decided(reception, `${code}.t1`, { decision: 'accept' });
      await wantingBirth(open());
    });

    test('what the store does not have, or what is no paper, is refused and not kept', async () => {
      const { owner, reception } = open();
      const fetchBy = (body: object) => owner.call('fetchStoreFile', { body: { ...fetching, ...body } });
      const pointerOf = async (body: object) => {
        const answer = await fetchBy(body);
        expectRefusal(answer, 422, 'store-paper-unknown');
        return answer.body.errors[0].pointer;
      };
      expect(await pointerOf({ number: '1/1999' })).toBe('/number');
      expect(await pointerOf({ kind: 'KQ.G10.001147' })).toBe('/kind');
      expect(await pointerOf({ file: 7 })).toBe('/file');
      expectRefusal(await fetchBy({ procedure: '9.999999' }), 422, 'procedure-unknown');
      const unknown = { ...search, procedure: '9.999999' };
      expectRefusal(await owner.call('searchStore', { body: unknown }), 422, 'procedure-unknown');
      const none = await owner.call('searchStore', { body: { ...search, procedure: PLAIN } });
      expect(none.body).toEqual({ state: 'notAsked', items: [] });
      const code = await wantingBirth(open());
      const forDossier = (body: object) =>
        reception.call('fetchStoreFileForDossier', { params: { code }, body, headers: REASON });
      expectRefusal(await forDossier({ ...STORED_BIRTH, number: '1/1999' }), 422, 'store-paper-unknown');
      inMood('file-missing');
      expect(await pointerOf({})).toBe('/file');
      inMood('not-a-paper');
      expectRefusal(await fetchBy({}), 422, 'file-unusable');
      expectRefusal(await forDossier(STORED_BIRTH), 422, 'file-unusable');
    });

    test('when a dossier is over, its owner’s papers are nobody’s business', async () => {
      const { owner, reception } = open();
      const code = await wantingBirth(open());
      await owner.call('withdrawDossier', { params: { code }, body: { reason: 'Đổi ý rồi' } });
      const asked = { params: { code }, headers: REASON };
      expectRefusal(await reception.call('searchStoreForDossier', asked), 409, 'state-conflict');
      const fetched = await reception.call('fetchStoreFileForDossier', { ...asked, body: STORED_BIRTH });
      expectRefusal(fetched, 409, 'state-conflict');
    });
  });
}
