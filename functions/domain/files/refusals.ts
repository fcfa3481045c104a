import type { FileRefusal, StoredFile } from '../../../schemas/stored/file.ts';
import { kindOf } from './kinds.ts';

/** Why a reader of PDF cannot open or show a file. */
export type PdfFault = 'encrypted' | 'damaged' | 'withoutPages';

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

/** The refusals of a PDF that a reader cannot show. */
export const pdfFaults: Readonly<Record<PdfFault, FileRefusal>> = {
  encrypted: {
    code: 'file-unusable',
    vi: 'tệp PDF đặt mật khẩu hoặc mã hóa nên cán bộ không mở được: hãy bỏ mật khẩu hoặc in ra PDF mới rồi tải lên lại',
    en: 'the PDF has a password or is encrypted, so officers cannot open it: remove the password or print it to a new PDF, then upload it again',
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
};

/** Used for files refused before the reason was stored. */
export const untold: FileRefusal = {
  code: 'file-differs',
  vi: 'tệp tải lên khác với khai báo',
  en: 'the uploaded file differs from what was declared',
};
