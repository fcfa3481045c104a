import type { StoredFile } from '../../../schemas/stored/file.ts';
import type { Words } from '../../../schemas/words.ts';

/** A kind of file by its name, and what its owner should do to hand it in. */
export interface Kind {
  readonly name: Words;
  readonly advice: Words;
}

const AS_PICTURE: Words = {
  vi: 'hãy lưu thành JPEG, PNG hoặc PDF rồi tải lên lại',
  en: 'save it as JPEG, PNG or PDF and upload it again',
};
const AS_PDF: Words = { vi: 'hãy lưu thành PDF rồi tải lên lại', en: 'save it as PDF and upload it again' };
const UNPACKED: Words = {
  vi: 'hãy giải nén rồi tải lên từng tệp PDF, JPEG hoặc PNG',
  en: 'unpack it and upload each PDF, JPEG or PNG file separately',
};
const OTHER: Words = {
  vi: 'chỉ nhận PDF, ảnh JPEG, PNG, TIFF, HEIC, tài liệu Office (.docx, .xlsx, .odt) và tệp ký số: hãy kiểm tra lại tệp đã chọn',
  en: 'only PDF, pictures (JPEG, PNG, TIFF, HEIC), Office documents (.docx, .xlsx, .odt) and signed files are accepted: check that you chose the right file',
};
const DECLARED_SO = (type: string): Words => ({
  vi: `hãy khai báo contentType là ${type} rồi tải lên lại`,
  en: `declare it with the contentType ${type} and upload it again`,
});

const picture = (name: string, advice = AS_PICTURE): Kind => ({
  name: { vi: `ảnh ${name}`, en: `a ${name} picture` },
  advice,
});
const document = (vi: string, en: string): Kind => ({ name: { vi, en }, advice: AS_PDF });
const packed = (name: string): Kind => ({
  name: { vi: `tệp nén ${name}`, en: `a ${name} archive` },
  advice: UNPACKED,
});

const taken = (vi: string, en: string, type: StoredFile['contentType']): Kind => ({
  name: { vi, en },
  advice: DECLARED_SO(type),
});

const OOXML = 'application/vnd.openxmlformats-officedocument';
const WORD = `${OOXML}.wordprocessingml.document`;
const EXCEL = `${OOXML}.spreadsheetml.sheet`;
const OPEN_TEXT = 'application/vnd.oasis.opendocument.text';

/** Kinds of files people hand in by mistake, by their media types. */
const KINDS: Readonly<Record<string, Kind>> = {
  'application/pdf': taken('tệp PDF', 'a PDF', 'application/pdf'),
  'image/jpeg': taken('ảnh JPEG', 'a JPEG picture', 'image/jpeg'),
  'image/png': taken('ảnh PNG', 'a PNG picture', 'image/png'),
  'application/pkcs7-mime': taken('tệp ký số (.p7m)', 'a signed file (.p7m)', 'application/pkcs7-mime'),
  'application/pkcs7-signature': taken(
    'tệp chữ ký số (.p7s)',
    'a signature (.p7s)',
    'application/pkcs7-signature',
  ),
  'application/xml': taken('tệp XML', 'an XML file', 'application/xml'),
  'image/apng': picture('PNG động (APNG)'),
  'image/heic': taken('ảnh HEIC', 'a HEIC picture', 'image/heic'),
  'image/heif': taken('ảnh HEIC', 'a HEIC picture', 'image/heif'),
  'image/heic-sequence': picture('HEIC'),
  'image/heif-sequence': picture('HEIC'),
  'image/avif': picture('AVIF'),
  'image/webp': picture('WebP'),
  'image/gif': picture('GIF'),
  'image/bmp': picture('BMP'),
  'image/tiff': taken('ảnh TIFF', 'a TIFF picture', 'image/tiff'),
  'image/jp2': picture('JPEG 2000'),
  'image/jxl': picture('JPEG XL'),
  'image/svg+xml': picture('SVG'),
  'text/html': document('trang web (HTML)', 'a web page (HTML)'),
  'application/rtf': document('văn bản RTF', 'an RTF document'),
  'application/postscript': document('tệp PostScript', 'a PostScript document'),
  'application/x-cfb': document(
    'tài liệu Word, Excel hoặc PowerPoint kiểu cũ',
    'a document of an older Word, Excel or PowerPoint',
  ),
  [WORD]: taken('tài liệu Word (.docx)', 'a Word document (.docx)', WORD),
  [EXCEL]: taken('bảng tính Excel (.xlsx)', 'an Excel workbook (.xlsx)', EXCEL),
  [`${OOXML}.presentationml.presentation`]: document('tệp PowerPoint (.pptx)', 'a PowerPoint file (.pptx)'),
  [OPEN_TEXT]: taken('tài liệu OpenDocument', 'an OpenDocument text', OPEN_TEXT),
  'application/zip': packed('ZIP'),
  'application/x-rar-compressed': packed('RAR'),
  'application/x-7z-compressed': packed('7z'),
  'application/gzip': packed('GZIP'),
};

const GROUPS: Readonly<Record<string, Words>> = {
  image: { vi: 'ảnh', en: 'a picture' },
  video: { vi: 'video', en: 'a video' },
  audio: { vi: 'tệp âm thanh', en: 'a sound recording' },
};

/** The kind of a file by its media type; undefined means unknown. */
export function kindOf(type: string | undefined): Kind {
  if (type === undefined) return { name: { vi: 'không rõ loại', en: 'of no known kind' }, advice: OTHER };
  const known = KINDS[type];
  if (known) return known;
  const [group = ''] = type.split('/');
  const { vi, en } = GROUPS[group] ?? { vi: 'tệp loại khác', en: 'another kind of file' };
  return {
    name: { vi: `${vi} (${type})`, en: `${en} (${type})` },
    advice: group === 'image' ? AS_PICTURE : OTHER,
  };
}
