import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownAs } from '../../../functions/domain/files/shown-as.ts';
import { fileType } from '../../../schemas/api/upload.ts';

const headerOf = (fileName: string, contentType = 'application/pdf') =>
  shownAs({ fileName, contentType: contentType as 'application/pdf' }).header;

/** The two names a header gives, as a reader of RFC 6266 and RFC 8187 takes them. */
function namesIn(header: string): { plain: string; name: string } {
  const parts =
    /^(?:inline|attachment); filename="([^"\\]*)"; filename\*=UTF-8''([!#$&+.^_`|~0-9A-Za-z%-]*)$/.exec(
      header,
    );
  if (!parts) throw new Error(`not a header: ${header}`);
  return { plain: parts[1] ?? '', name: decodeURIComponent(parts[2] ?? '') };
}

describe('the name a file is opened under', () => {
  test.each([
    ['Đơn đề nghị (bản 2).pdf', 'Don de nghi (ban 2).pdf', 'Đơn đề nghị (bản 2).pdf'],
    ['Giấy khai sinh.pdf'.normalize('NFD'), 'Giay khai sinh.pdf', 'Giấy khai sinh.pdf'],
    ['王小明 y tĭ Ƀlao.PDF', '___ y ti _lao.PDF', '王小明 y tĭ Ƀlao.PDF'],
    ['a"; filename="b.html.pdf', 'a_; filename=_b.html.pdf', 'a_; filename=_b.html.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'a Set-Cookie_ x=1.pdf', 'a Set-Cookie_ x=1.pdf'],
    ['hoa\u202Efdp.exe', 'hoafdp.exe.pdf', 'hoafdp.exe.pdf'],
    ['..\\..\\/etc/passwd', '_..__etc_passwd.pdf', '_..__etc_passwd.pdf'],
    ['.htaccess', 'htaccess.pdf', 'htaccess.pdf'],
    ['bản vẽ.html', 'ban ve.html.pdf', 'bản vẽ.html.pdf'],
    ["100%25 'chuẩn' *.pdf", "100_25 'chuan' _.pdf", "100%25 'chuẩn' _.pdf"],
    ['...', 'tep.pdf', 'tep.pdf'],
  ])('%j', (given, plain, name) => {
    expect(namesIn(headerOf(given))).toEqual({ plain, name });
  });

  test('a document that is only saved has the ending of its type, whatever it was called', () => {
    const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    expect(namesIn(headerOf('don.exe', word)).name).toBe('don.exe.docx');
    expect(namesIn(headerOf('IMG_1.HEIF', 'image/heic')).name).toBe('IMG_1.HEIF');
  });

  test('a long one is cut between letters and keeps its ending', () => {
    const { name } = namesIn(headerOf(`${'ộ'.repeat(200)}.pdf`));
    expect(name).toMatch(/^ộ+\.pdf$/u);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
  });

  test('whatever a name holds, the header is one line of ASCII with two names in it', () => {
    const names = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(names, fc.constantFrom(...fileType.options, 'text/html'), (fileName, contentType) => {
        const header = headerOf(fileName, contentType);
        expect(header).toMatch(/^[\x20-\x7e]+$/);
        const { name } = namesIn(header);
        expect(name).not.toMatch(/[\p{Cc}\p{Bidi_Control}/\\]/u);
        expect(name.length).toBeGreaterThan(0);
      }),
    );
  });
});

test.each([
  ['application/pdf', 'inline', 'application/pdf'],
  ['image/jpeg', 'inline', 'image/jpeg'],
  ['image/png', 'inline', 'image/png'],
  ['image/heic', 'attachment', 'application/octet-stream'],
  ['application/xml', 'attachment', 'application/octet-stream'],
  ['text/html', 'attachment', 'application/octet-stream'],
  ['image/svg+xml', 'attachment', 'application/octet-stream'],
])('%s is %s as %s', (contentType, disposition, told) => {
  const shown = shownAs({ fileName: 'a', contentType: contentType as 'application/pdf' });
  expect(shown).toMatchObject({ disposition, contentType: told });
  expect(shown.header).toMatch(new RegExp(`^${disposition};`));
});
