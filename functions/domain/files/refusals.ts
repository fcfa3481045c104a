import type { FileRefusal, StoredFile } from '../../../schemas/stored/file.ts';
import { kindOf } from './kinds.ts';

/** What a reader of PDF says of one it cannot open, or that has nothing to show. */
export type PdfFault = 'encrypted' | 'damaged' | 'withoutPages';

/** The content is another kind of file than was declared. `found`: its media type, undefined when nobody knows. */
export function otherKind(declared: StoredFile['contentType'], found: string | undefined): FileRefusal {
  const { name, advice } = kindOf(found);
  const { name: wanted } = kindOf(declared);
  return {
    code: 'file-differs',
    vi: `nội dung là ${name.vi}, không phải ${wanted.vi} như khai báo: ${advice.vi}`,
    en: `it is ${name.en}, not ${wanted.en} as declared: ${advice.en}`,
  };
}

export const cutOff: FileRefusal = {
  code: 'file-unusable',
  vi: 'tệp bị cắt cụt, thiếu phần cuối: hãy quét hoặc lưu lại rồi tải lên lại',
  en: 'it is cut off before its end: scan or save it anew and upload that',
};

/** What is said of a PDF that a reader cannot show. */
export const pdfFaults: Readonly<Record<PdfFault, FileRefusal>> = {
  encrypted: {
    code: 'file-unusable',
    vi: 'tệp PDF đặt mật khẩu hoặc mã hóa nên cán bộ không mở được: hãy bỏ mật khẩu hoặc in ra PDF mới rồi tải lên lại',
    en: 'it is a PDF with a password or encrypted for somebody else, which officers cannot open: remove that, or print it to a new PDF, and upload it',
  },
  damaged: {
    code: 'file-unusable',
    vi: 'tệp PDF bị hỏng, không mở được: hãy quét hoặc lưu lại rồi tải lên lại',
    en: 'it is a damaged PDF that cannot be opened: scan or save it anew and upload that',
  },
  withoutPages: {
    code: 'file-unusable',
    vi: 'tệp PDF không có trang nào: hãy kiểm tra lại tệp đã chọn',
    en: 'it is a PDF without a page: look again which file was chosen',
  },
};

/** Said of files refused before the reason was kept. */
export const untold: FileRefusal = {
  code: 'file-differs',
  vi: 'tệp tải lên khác với khai báo',
  en: 'it is not what was declared',
};
