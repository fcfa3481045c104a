import { describe, expect, test } from 'vitest';
import { secrecyOf } from '../../../functions/domain/digitizing/secrecy.ts';
import { secrecyOfDocument, secrecyOfXml } from '../../../functions/domain/files/secret-markup.ts';
import { readNationalCrawlRow } from '../../../functions/features/catalogue/import/read-national-crawl.ts';
import { readOwnRow } from '../../../functions/features/catalogue/import/read-own.ts';
import { openFile } from '../../../functions/features/digitizing/readers/open-file.ts';
import { refusalOfContent } from '../../../functions/records/files/judge-content.ts';
import { secrecyMarkIn } from '../../../schemas/secrecy-marks.ts';
import { refusalOf } from '../../../schemas/text-faults.ts';
import { printed, scannedPdf, stampedPdf, typedPdf } from '../../support/digitizing/papers.ts';
import {
  OPEN_TEXT,
  officeDocument,
  openDocument,
  signedAround,
  WORD,
} from '../../support/files/attachments.ts';

const SECRET = { code: 'file-state-secret', vi: expect.stringContaining('báo ngay người đứng đầu') };
const BODY = 'Bí mật nhà nước và mật độ xây dựng được nêu trong bài; mật khẩu thì không.';

describe('the mark of a state secret', () => {
  test.each([
    ['MẬT', 'MẬT'],
    ['  TỐI MẬT ', 'TỐI MẬT'],
    ['[TUYỆT MẬT]', 'TUYỆT MẬT'],
    ['T U Y Ệ T  M Ậ T', 'TUYỆT MẬT'],
    ['Độ mật: TỐI MẬT'.toUpperCase(), 'TỐI MẬT'],
    ['MẬT'.normalize('NFD'), 'MẬT'],
  ])('%j is one', (line, mark) => {
    expect(secrecyMarkIn(line)?.mark).toBe(mark);
  });

  test.each([
    'Mật',
    'mật',
    'BÍ MẬT',
    'MẬT ĐỘ XÂY DỰNG',
    'Đơn có mật khẩu',
    'BẢO VỆ BÍ MẬT NHÀ NƯỚC',
    'MẬT ONG',
    'MẶT',
    '',
  ])('%j is none', line => {
    expect(secrecyMarkIn(line)).toBeUndefined();
  });

  test('as a line of a text is refused with what to do, wherever texts come in', () => {
    const refusal = refusalOf('Kính gửi\nTỐI MẬT\nNội dung');
    expect(refusal?.vi).toMatch(/“TỐI MẬT”.*không tiếp nhận bí mật nhà nước.*người đứng đầu/);
    expect(refusal?.en).toContain('tell the head of the agency');
    expect(refusalOf(BODY)).toBeUndefined();
    expect(refusalOf('Điều 1. MẬT ĐỘ\nĐiều 2')).toBeUndefined();
  });
});

describe('an upload with the mark is refused', () => {
  test('a PDF whose own text has it, also beside another column', async () => {
    expect(await refusalOfContent('application/pdf', await stampedPdf('MẬT', BODY))).toMatchObject(SECRET);
    expect(await refusalOfContent('application/pdf', await stampedPdf('TUYỆT MẬT', ''))).toMatchObject(
      SECRET,
    );
    const third = await typedPdf(['Trang một', 'Trang hai', 'TỐI MẬT\n\nTrang ba']);
    expect(await refusalOfContent('application/pdf', third)).toMatchObject(SECRET);
  });

  test('and one that speaks of secrets, or has the word far below, is taken', async () => {
    expect(await refusalOfContent('application/pdf', await stampedPdf('', BODY))).toBeUndefined();
    expect(await refusalOfContent('application/pdf', await stampedPdf('', 'MẬT'))).toBeUndefined();
  });

  test.each([
    [
      'a Word document',
      WORD,
      officeDocument(WORD, {
        'word/document.xml':
          '<w:document><w:body><w:p><w:r><w:t>M</w:t></w:r><w:r><w:t>&#7852;T</w:t></w:r></w:p></w:body></w:document>',
      }),
    ],
    [
      'the head of its pages',
      WORD,
      officeDocument(WORD, { 'word/header1.xml': '<w:hdr><w:p><w:t>TỐI MẬT</w:t></w:p></w:hdr>' }),
    ],
    [
      'an OpenDocument',
      OPEN_TEXT,
      openDocument({
        'content.xml': '<office:text><text:p>TUYỆT <text:span>MẬT</text:span></text:p></office:text>',
      }),
    ],
  ] as const)('%s', async (_, type, bytes) => {
    expect(await refusalOfContent(type, bytes)).toMatchObject(SECRET);
  });

  test('a Word document that speaks of secrets is taken', async () => {
    const said = `<w:document><w:body><w:p><w:t>${BODY}</w:t></w:p></w:body></w:document>`;
    expect(await refusalOfContent(WORD, officeDocument(WORD, { 'word/document.xml': said }))).toBeUndefined();
  });

  test('what is within a signed file', async () => {
    const signed = signedAround(await stampedPdf('MẬT', BODY));
    expect(await refusalOfContent('application/pkcs7-mime', signed)).toMatchObject({
      code: 'file-state-secret',
      vi: expect.stringContaining('tệp nằm trong tệp ký số'),
    });
  });
});

describe('a page read from its picture', () => {
  test('has the mark that is seen on it', async () => {
    const scan = await scannedPdf([await printed(`BÁO CÁO\n\nTUYỆT MẬT\n\n${BODY.repeat(6)}`)]);
    expect(await refusalOfContent('application/pdf', scan)).toBeUndefined();
    const file = await openFile('application/pdf', scan);
    const page = await file?.read(0, false);
    file?.close();
    expect(page?.text.source).toBe('ocr');
    expect(secrecyOf(page?.text.lines ?? [], 'ocr')?.mark).toBe('TUYỆT MẬT');
  });

  test('has it also where a stroke was misread, but not far below the head', () => {
    const line = (text: string, top: number) => [{ text, box: { left: 0.1, top, width: 0.1, height: 0.02 } }];
    expect(secrecyOf(line('|TÔI MÂT|', 0.2), 'ocr')?.mark).toBe('TỐI MẬT');
    expect(secrecyOf(line('MẬT', 0.6), 'ocr')).toBeUndefined();
    expect(secrecyOf(line('TÔI MÂT', 0.2), 'layer')).toBeUndefined();
  });
});

describe('a procedure that its source calls a state secret', () => {
  const row = { code: '1.000001', name: 'Cấp giấy phép', field: 'Quốc phòng' };

  test.each([
    { ...row, doMat: 'Tối mật' },
    { ...row, secrecy: 'MẬT' },
    { ...row, name: 'Cấp giấy phép (Mật)' },
  ])('is not imported: %j', given => {
    expect(readNationalCrawlRow(given)).toMatchObject({
      outcome: 'refused',
      refusedBecause: { vi: expect.stringContaining('không xử lý thủ tục thuộc bí mật nhà nước') },
    });
  });

  test('is not imported in the province’s own form either', () => {
    const own = { procedure: { ...row, name: 'MẬT' } };
    expect(readOwnRow(own)).toMatchObject({
      refusedBecause: { vi: expect.stringContaining('dấu chỉ độ mật') },
    });
  });

  test('one about secrets that is none itself is read', () => {
    const about = { ...row, name: 'Cấp phép sao chụp tài liệu bí mật (bản giấy)', methods: [] };
    expect(readNationalCrawlRow(about).outcome).not.toBe('refused');
  });
});

describe('a file made to keep the search busy', () => {
  const long = (sign: string) => `a${sign.repeat(1_000_000)}a`;

  // Quadratic searches took minutes here, and the test its time limit.
  test.each([
    ['a frame that is none', long('-')],
    ['spaces', long(' ')],
    ['opened brackets', '<'.repeat(1_000_000)],
    ['unended breaks', '<w:br '.repeat(200_000)],
    ['unended entities', '&a'.repeat(500_000)],
  ])('of %s is looked through in one pass', (_, text) => {
    expect(secrecyMarkIn(text)).toBeUndefined();
    expect(secrecyOfXml(text)).toBeUndefined();
    expect(secrecyOfDocument(new Map([['word/document.xml', text]]))).toBeUndefined();
  });
});
