import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { samplePaper } from '../../../start/demo/sample-paper.ts';
import { stampedPdf, typedPdf } from '../../support/digitizing/papers.ts';
import { builtPdf, streamOf } from '../../support/files/built-pdf.ts';
import { junkBefore, protectedPdf, rightPdf } from '../../support/files/odd-pdfs.ts';
import { pictureOfBrand, rightJpeg, rightPng } from '../../support/files/pictures.ts';
import { expectRefusal, file, submission, type World } from './world.ts';

/** Files are judged once, when they arrive, and whoever sent them is told then. */
export function uploads(open: () => World): void {
  describe('an uploaded file', () => {
    const complete = async (options: Parameters<typeof file>[1], language = 'vi') => {
      const id = await file(open().owner, options);
      const headers = { 'accept-language': language };
      return { id, answer: await open().owner.call('completeUpload', { params: { id }, headers }) };
    };
    const submit = async (id: string) =>
      open().owner.call('submitDossier', {
        body: await submission(open().owner, { components: [{ component: 'c1', files: [id] }] }),
      });

    test.each(Object.entries(junkBefore))(
      'that is a PDF after %s is taken, and stays taken',
      async (_, junk) => {
        const bytes = Buffer.concat([junk, rightPdf()]);
        const { id, answer } = await complete({ bytes });
        expect(answer.body).toEqual({
          id,
          state: 'checked',
          fileName: 'paper.pdf',
          contentType: 'application/pdf',
          size: bytes.length,
        });
        expect((await submit(id)).status).toBe(201);
      },
    );

    test.each([
      ['image/png', rightPng()],
      ['image/jpeg', rightJpeg()],
    ])('that is %s is taken', async (contentType, bytes) => {
      expect((await complete({ contentType, bytes })).answer.status).toBe(200);
    });

    test('that is not what it claims is told what it is, at once and again when it is used all the same', async () => {
      const photo = { contentType: 'image/jpeg', fileName: 'IMG_0001.jpg', bytes: pictureOfBrand('heic') };
      const { id, answer } = await complete(photo);
      expectRefusal(answer, 422, 'file-differs');
      expect(answer.body.detail).toContain(
        'nội dung là ảnh HEIC, không phải ảnh JPEG như khai báo: hãy khai báo',
      );
      const used = await submit(id);
      expectRefusal(used, 422, 'file-differs');
      expect(used.body.detail).toBe(answer.body.detail);
      const english = await complete(photo, 'en');
      expect(english.answer.body.detail).toContain(
        'the file is a HEIC picture, not a JPEG picture as declared',
      );
    });

    test('that nobody can open is told so', async () => {
      const bytes = await protectedPdf({ userPassword: '1234', ownerPassword: '5678' });
      const { answer } = await complete({ bytes });
      expectRefusal(answer, 422, 'file-unusable');
      expect(answer.body.detail).toContain('đặt mật khẩu');
      expectRefusal((await complete({ bytes: rightPdf().subarray(0, 150) })).answer, 422, 'file-unusable');
    });

    test('that is judged by its arrival alone is judged the same', async () => {
      const { owner, province } = open();
      const id = await file(owner, { contentType: 'image/jpeg', bytes: pictureOfBrand('avif') });
      await province.host.idle();
      const used = await submit(id);
      expectRefusal(used, 422, 'file-differs');
      expect(used.body.detail).toContain('AVIF');
    });

    test('that is large is judged by the function with the memory for it, and then taken', async () => {
      const { owner, province } = open();
      const bytes = builtPdf({ objects: [streamOf('', Buffer.alloc(9 * 1024 * 1024, 0x20))] });
      const { id, answer } = await complete({ bytes });
      expect(answer.status).toBe(200);
      await province.host.idle();
      const again = await owner.call('completeUpload', { params: { id } });
      expect(again.body).toMatchObject({ id, state: 'checked', size: bytes.length });
      expect((await submit(id)).status).toBe(201);
    });

    test('with the mark of a state secret in its own text is refused at every door', async () => {
      const bytes = await stampedPdf('MẬT', 'Nội dung');
      const { id, answer } = await complete({ bytes });
      expectRefusal(answer, 422, 'file-state-secret');
      expect(answer.body.detail).toContain('báo ngay người đứng đầu');
      expectRefusal(await submit(id), 422, 'file-state-secret');
      const texts = await submission(open().owner);
      const answered = await open().owner.call('submitDossier', {
        body: { ...texts, formData: { noiDung: 'Kính gửi\nTUYỆT MẬT\nNội dung' } },
      });
      expectRefusal(answered, 422, 'request-invalid');
      expect(answered.body.errors[0]).toMatchObject({ pointer: '/formData/noiDung' });
    });

    test('found later to be a state secret is opened by nobody from then on, and the desk is told', async () => {
      const { owner, reception, province } = open();
      // Further on than what is looked at before a file is taken.
      const pages = Array.from({ length: 22 }, (_, index) =>
        index === 21 ? 'TỐI MẬT' : `Trang ${index + 1}`,
      );
      const { id, answer } = await complete({ bytes: await typedPdf(pages) });
      expect(answer.status).toBe(200);
      const { code } = (await submit(id)).body;
      await province.host.idle();
      const params = { code, id };
      for (const by of [owner, reception])
        for (const operation of ['openFile', 'getDigitization'] as const) {
          const refused = await by.call(operation, { params });
          expectRefusal(refused, 451, 'file-stopped');
          expect(refused.body.detail).toContain('Trang 22 có dấu chỉ độ mật “TỐI MẬT”');
        }
      const { components } = (await reception.call('getDossier', { params: { code } })).body;
      expect(components[0].files).toMatchObject([{ id, stopped: true }]);
    });

    test('is read once a dossier has taken it: its text beside the original, for who may open the file', async () => {
      const { owner, stranger, province } = open();
      const { id } = await complete({ bytes: rightPdf() });
      const { code } = (await submit(id)).body;
      await province.host.idle();
      const params = { code, id };
      const { body } = await owner.call('getDigitization', { params });
      expect(body).toMatchObject({
        state: 'done',
        pages: 1,
        pagesDone: 1,
        confidence: 100,
        searchable: null,
        hints: [],
      });
      const { pages } = (await (await fetch(body.texts[0])).json()) as {
        pages: { lines: { text: string }[] }[];
      };
      expect(pages[0]?.lines[0]?.text).toBe('A paper');
      expectRefusal(await stranger.call('getDigitization', { params }), 404, 'not-found');
    });

    test('is taken once: what was judged is not written over', async () => {
      const { bytes } = samplePaper('Once');
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const { body } = await open().owner.call('createUpload', {
        body: { fileName: 'paper.pdf', contentType: 'application/pdf', size: bytes.length, sha256 },
      });
      const send = () =>
        fetch(body.url, { method: body.method, headers: body.headers, body: new Uint8Array(bytes) });
      expect((await send()).status).toBe(200);
      expect((await send()).status).toBe(412);
      expect((await open().owner.call('completeUpload', { params: { id: body.id } })).status).toBe(200);
    });

    test.each(['../../etc/passwd', 'a\\b.pdf', 'đơn\u0000.pdf', 'fdp.\u202Egpj', '..'])(
      'has a name and no path: not %j',
      async fileName => {
        const body = { fileName, contentType: 'application/pdf', size: 5, sha256: '1'.repeat(64) };
        const answer = await open().owner.call('createUpload', { body });
        expectRefusal(answer, 422, 'request-invalid');
        expect(answer.body.errors[0].pointer).toBe('/fileName');
      },
    );

    test('that did not come, or is somebody else’s, is not completed', async () => {
      const { owner, stranger } = open();
      const { answer } = await complete({ upload: false });
      expectRefusal(answer, 422, 'file-not-uploaded');
      const params = { id: await file(owner) };
      expectRefusal(await stranger.call('completeUpload', { params }), 404, 'not-found');
      const unknown = { id: 'f_00000000000000000000000000' };
      expectRefusal(await owner.call('completeUpload', { params: unknown }), 404, 'not-found');
      expectRefusal(await owner.call('completeUpload', { params: { id: 'f_1' } }), 400, 'parameter-invalid');
    });

    test.each([
      [{ contentType: 'application/msword' }, '/contentType', 'lưu thành PDF'],
      [{ size: 0 }, '/size', 'tệp rỗng'],
      [{ size: 51 * 1024 * 1024 }, '/size', 'lớn hơn 50 MB'],
    ])('%j is refused when it is declared', async (own, pointer, words) => {
      const body = {
        fileName: 'a.pdf',
        contentType: 'application/pdf',
        size: 5,
        sha256: '0'.repeat(64),
        ...own,
      };
      const answer = await open().owner.call('createUpload', { body });
      expectRefusal(answer, 422, 'request-invalid');
      expect(answer.body.errors).toMatchObject([{ pointer, message: expect.stringContaining(words) }]);
    });
  });
}
