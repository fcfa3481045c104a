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
const OF_A_TELEPHONE: Words = {
  vi: `${AS_PICTURE.vi} (trên iPhone: Cài đặt → Camera → Định dạng → Tương thích nhất)`,
  en: `${AS_PICTURE.en} (on an iPhone: Settings → Camera → Formats → Most Compatible)`,
};
const AS_PDF: Words = { vi: 'hãy lưu thành PDF rồi tải lên lại', en: 'save it as PDF and upload it again' };
const UNPACKED: Words = {
  vi: 'hãy giải nén rồi tải lên từng tệp PDF, JPEG hoặc PNG',
  en: 'unpack it and upload each PDF, JPEG or PNG file separately',
};
const OTHER: Words = {
  vi: 'chỉ nhận PDF, JPEG và PNG: hãy kiểm tra lại tệp đã chọn',
  en: 'only PDF, JPEG and PNG are accepted: check that you chose the right file',
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

const OOXML = 'application/vnd.openxmlformats-officedocument';

/** Kinds of files people hand in by mistake, by their media types. */
const KINDS: Readonly<Record<string, Kind>> = {
  'application/pdf': { name: { vi: 'tệp PDF', en: 'a PDF' }, advice: DECLARED_SO('application/pdf') },
  'image/jpeg': { name: { vi: 'ảnh JPEG', en: 'a JPEG picture' }, advice: DECLARED_SO('image/jpeg') },
  'image/png': { name: { vi: 'ảnh PNG', en: 'a PNG picture' }, advice: DECLARED_SO('image/png') },
  'image/apng': picture('PNG động (APNG)'),
  'image/heic': picture('HEIC', OF_A_TELEPHONE),
  'image/heif': picture('HEIC', OF_A_TELEPHONE),
  'image/heic-sequence': picture('HEIC', OF_A_TELEPHONE),
  'image/heif-sequence': picture('HEIC', OF_A_TELEPHONE),
  'image/avif': picture('AVIF'),
  'image/webp': picture('WebP'),
  'image/gif': picture('GIF'),
  'image/bmp': picture('BMP'),
  'image/tiff': picture('TIFF'),
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
  [`${OOXML}.wordprocessingml.document`]: document('tài liệu Word (.docx)', 'a Word document (.docx)'),
  [`${OOXML}.spreadsheetml.sheet`]: document('bảng tính Excel (.xlsx)', 'an Excel workbook (.xlsx)'),
  [`${OOXML}.presentationml.presentation`]: document('tệp PowerPoint (.pptx)', 'a PowerPoint file (.pptx)'),
  'application/vnd.oasis.opendocument.text': document('tài liệu OpenDocument', 'an OpenDocument text'),
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
