import { MOST_PAGES, MOST_PIXELS } from '../../../schemas/file-limits.ts';
import { type SecrecyMark, WHAT_TO_DO } from '../../../schemas/secrecy-marks.ts';
import type { FileRefusal, StoredFile } from '../../../schemas/stored/file.ts';
import type { Words } from '../../../schemas/words.ts';
import { kindOf } from './kinds.ts';

/** What unpacks to a hundred times its size, to exhaust the one who opens it. */
export const unpacksTooLarge: FileRefusal = {
  code: 'file-unusable',
  vi: 'nội dung nén của tệp giải ra quá lớn: hãy quét hoặc lưu lại rồi tải lên lại',
  en: 'what is packed in the file is far too large: scan or save it again and upload the new file',
};

export const infected: FileRefusal = {
  code: 'file-unusable',
  vi: 'tệp có mã độc: hãy quét mã độc máy của mình rồi tải lên tệp khác',
  en: 'the file contains malware: scan your machine for malware and upload another file',
};

/** A file with the mark of a state secret (dấu chỉ độ mật). */
export const stateSecret = ({ mark, en }: SecrecyMark): FileRefusal => ({
  code: 'file-state-secret',
  vi: `tệp có dấu chỉ độ mật “${mark}”; ${WHAT_TO_DO.vi}`,
  en: `the file carries the mark of a state secret “${mark}” (${en}); ${WHAT_TO_DO.en}`,
});

/** A file that is two kinds at once. */
export const twoKinds: FileRefusal = {
  code: 'file-unusable',
  vi: 'tệp chứa thêm một tệp loại khác ghép bên trong: hãy quét hoặc lưu lại rồi tải lên lại',
  en: 'another kind of file is hidden in the file: scan or save it again and upload the new file',
};

export const tooManyPixels: FileRefusal = {
  code: 'file-unusable',
  vi: `ảnh lớn hơn ${MOST_PIXELS / 1_000_000} triệu điểm ảnh: hãy quét với độ phân giải thấp hơn rồi tải lên lại`,
  en: `the picture has more than ${MOST_PIXELS / 1_000_000} million pixels: scan it at a lower resolution and upload it again`,
};

export const tooManyPictures: FileRefusal = {
  code: 'file-unusable',
  vi: `tệp ảnh có hơn ${MOST_PAGES} trang: hãy chia thành nhiều tệp rồi tải lên lại`,
  en: `the picture has more than ${MOST_PAGES} pages: split it into several files and upload those`,
};

export const damagedPicture: FileRefusal = {
  code: 'file-unusable',
  vi: 'tệp ảnh bị hỏng, không mở được: hãy chụp, quét hoặc lưu lại rồi tải lên lại',
  en: 'the picture is damaged and cannot be opened: photograph, scan or save it again and upload the new file',
};

/** Why a PDF is not taken: a reader cannot open or show it, or it does more than being shown. */
export type PdfFault =
  | 'encrypted'
  | 'damaged'
  | 'withoutPages'
  | 'tooManyPages'
  | 'script'
  | 'launch'
  | 'additionalActions'
  | 'embeddedFile'
  | 'hidden'
  | 'bomb';

/** The content is another kind of file than declared. `found`: its media type, undefined if unknown. */
export function otherKind(declared: StoredFile['contentType'], found: string | undefined): FileRefusal {
  const { name, advice } = kindOf(found);
  const { name: wanted } = kindOf(declared);
  return {
    code: 'file-differs',
    vi: `nội dung là ${name.vi}, không phải ${wanted.vi} như khai báo: ${advice.vi}`,
    en: `the file is ${name.en}, not ${wanted.en} as declared: ${advice.en}`,
  };
}

export const cutOff: FileRefusal = {
  code: 'file-unusable',
  vi: 'tệp bị cắt cụt, thiếu phần cuối: hãy quét hoặc lưu lại rồi tải lên lại',
  en: 'the file is cut off: scan or save it again and upload the new file',
};

/** Printing leaves behind everything but what is seen. */
const PRINTED: Words = {
  vi: 'hãy in ra PDF mới rồi tải lên lại',
  en: 'print it to a new PDF and upload that',
};
const active = (vi: string, en: string): FileRefusal => ({
  code: 'file-unusable',
  vi: `tệp PDF ${vi}: ${PRINTED.vi}`,
  en: `the PDF ${en}: ${PRINTED.en}`,
});

/** The refusals of a PDF. */
export const pdfFaults: Readonly<Record<PdfFault, FileRefusal>> = {
  encrypted: {
    code: 'file-unusable',
    vi: 'tệp PDF đặt mật khẩu hoặc mã hóa nên không đọc và kiểm tra được: hãy bỏ mật khẩu hoặc in ra PDF mới rồi tải lên lại',
    en: 'the PDF has a password or is encrypted, so it can be neither read nor checked: remove the password or print it to a new PDF, then upload it again',
  },
  damaged: {
    code: 'file-unusable',
    vi: 'tệp PDF bị hỏng, không mở được: hãy quét hoặc lưu lại rồi tải lên lại',
    en: 'the PDF is damaged and cannot be opened: scan or save it again and upload the new file',
  },
  withoutPages: {
    code: 'file-unusable',
    vi: 'tệp PDF không có trang nào: hãy kiểm tra lại tệp đã chọn',
    en: 'the PDF has no pages: check that you chose the right file',
  },
  tooManyPages: {
    code: 'file-unusable',
    vi: `tệp PDF có hơn ${MOST_PAGES} trang: hãy chia thành nhiều tệp rồi tải lên lại`,
    en: `the PDF has more than ${MOST_PAGES} pages: split it into several files and upload those`,
  },
  script: active('có chứa mã lệnh (JavaScript)', 'contains a script (JavaScript)'),
  launch: active('có lệnh mở chương trình khác', 'starts other programs'),
  additionalActions: active(
    'có lệnh tự chạy khi mở hoặc khi điền',
    'acts by itself when it is opened or filled in',
  ),
  embeddedFile: active(
    'có tệp khác đính kèm bên trong; hãy tải lên riêng các tệp đó, còn tệp này',
    'has other files embedded; upload those separately, and as for this one',
  ),
  hidden: active('có phần không kiểm tra được', 'has parts that cannot be checked'),
  bomb: unpacksTooLarge,
};

/** Used for files refused before the reason was stored. */
export const untold: FileRefusal = {
  code: 'file-differs',
  vi: 'tệp tải lên khác với khai báo',
  en: 'the uploaded file differs from what was declared',
};
