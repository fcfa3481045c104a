import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { refusalOfContent } from '../../../functions/records/files/judge-content.ts';
import { builtPdf, packedStream, streamOf } from '../../support/files/built-pdf.ts';
import { protectedPdf } from '../../support/files/odd-pdfs.ts';

const judged = (bytes: Buffer) => refusalOfContent('application/pdf', bytes);
const SCRIPT = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';

/** Objects packed into one, as writers of PDF 1.5 and later do. */
const objectStream = (object: string, says = '') =>
  packedStream(Buffer.from(`9 0 ${object}`), `/Type /ObjStm /N 1 /First 4 ${says}`);

describe('what a PDF does beyond being shown is told', () => {
  test.each([
    ['a script when it is opened', { catalog: '/OpenAction 5 0 R', objects: [SCRIPT] }, /JavaScript/],
    [
      'a script by its name',
      { catalog: `/Names << /JavaScript << /Names [(a) ${SCRIPT}] >> >>` },
      /JavaScript/,
    ],
    ['a name that is escaped', { objects: ['<< /S /Java#53cript /#4a#53 (x) >>'] }, /JavaScript/],
    ['a program', { catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' }, /mở chương trình/],
    [
      'additional actions',
      { catalog: '/AA << /WC 5 0 R >>', objects: ['<< /S /GoTo /D [3 0 R /Fit] >>'] },
      /tự chạy/,
    ],
    ['an embedded file', { objects: [streamOf('/Type /EmbeddedFile', Buffer.from('x'))] }, /đính kèm/],
    ['an annotation with a file', { objects: ['<< /Type /Filespec /EF << /F 6 0 R >> >>'] }, /đính kèm/],
    [
      'a form with scripts of its own',
      { catalog: '/AcroForm << /XFA 5 0 R >>', objects: ['[]'] },
      /JavaScript/,
    ],
    ['a script in an object stream', { objects: [objectStream(SCRIPT)] }, /JavaScript/],
    [
      'one with predicted rows',
      { objects: [objectStream(SCRIPT, '/DecodeParms << /Predictor 12 >>')] },
      /không kiểm tra/,
    ],
    [
      'one that is packed otherwise',
      { objects: [streamOf('/Type /ObjStm /Filter /LZWDecode', Buffer.from('x'))] },
      /không kiểm tra/,
    ],
    [
      'one that is damaged',
      {
        objects: [
          streamOf('/Type /ObjStm /Filter /FlateDecode', deflateSync(Buffer.from(SCRIPT)).subarray(0, 20)),
        ],
      },
      /không kiểm tra/,
    ],
    [
      'a script within the data of a stream',
      { objects: [streamOf('', Buffer.from(`7 0 obj\n${SCRIPT}\nendobj`))] },
      /JavaScript/,
    ],
    ['encryption that readers overlook', { trailer: '/Encrypt []' }, /mã hóa/],
  ])('%s', async (_, parts, words) => {
    const refusal = await judged(builtPdf(parts));
    expect(refusal).toMatchObject({ code: 'file-unusable', vi: expect.stringMatching(words) });
    expect(refusal?.en).not.toMatch(/[à-ỹ]/i);
  });

  test.each([
    ['where it opens', { catalog: '/OpenAction [3 0 R /Fit]' }],
    ['a link', { objects: ['<< /S /URI /URI (https://dichvucong.gov.vn) >>'] }],
    ['such words in a text or comment', { objects: ['<< /Title (/JavaScript \\) /Launch (/AA)) >> % /JS'] }],
    ['an object stream without any', { objects: [objectStream('<< /A /B >>')] }],
  ])('but not %s', async (_, parts) => {
    expect(await judged(builtPdf(parts))).toBeUndefined();
  });

  test('encryption, also if it only forbids printing: it can be neither checked nor archived', async () => {
    expect(await judged(await protectedPdf({ ownerPassword: '5678' }))).toMatchObject({
      vi: expect.stringContaining('mã hóa'),
    });
  });
});

describe('what would exhaust its reader is stopped', () => {
  const zeros = (size: number) => deflateSync(Buffer.alloc(size));

  test('a stream that unpacks without end, packed once or twice', async () => {
    const bomb = zeros(260 * 1024 * 1024);
    const refusal = { vi: expect.stringContaining('giải ra quá lớn') };
    expect(await judged(builtPdf({ objects: [streamOf('/Filter /FlateDecode', bomb)] }))).toMatchObject(
      refusal,
    );
    const objects = streamOf('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', bomb);
    expect(await judged(builtPdf({ objects: [objects] }))).toMatchObject(refusal);
    const twice = streamOf('/Filter [/FlateDecode /FlateDecode]', deflateSync(bomb));
    expect(await judged(builtPdf({ objects: [twice] }))).toMatchObject(refusal);
  });

  test('objects without an end, each within the other', async () => {
    const nested = Buffer.from('5 0 obj [ ('.repeat(50_000));
    expect(await judged(Buffer.concat([nested, builtPdf()]))).toBeDefined();
    const open = builtPdf({ objects: ['<< /A '.repeat(20_000), '(obj '.repeat(20_000)] });
    expect(await judged(open)).toMatchObject({ vi: expect.stringContaining('giải ra quá lớn') });
  });

  test('more pages than a paper has; as many as it may have are taken', async () => {
    expect(await judged(builtPdf({ pages: 501 }))).toMatchObject({
      vi: expect.stringContaining('500 trang'),
    });
    expect(await judged(builtPdf({ pages: 500 }))).toBeUndefined();
  });
});
