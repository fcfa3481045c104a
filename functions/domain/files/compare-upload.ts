import type { FileRefusal, StoredFile } from '../../../schemas/stored/file.ts';

interface Found {
  readonly size: number;
  readonly contentType: string | undefined;
  readonly sha256: string | undefined;
}

/** How an uploaded file differs from its declaration; undefined if it does not. */
export function differenceOf(declared: StoredFile, found: Found): FileRefusal | undefined {
  if (found.size !== declared.size)
    return differs(
      `tệp có ${found.size} byte, khai báo ${declared.size} byte`,
      `it has ${found.size} bytes, ${declared.size} were declared`,
    );
  if (found.contentType !== declared.contentType)
    return differs(
      `tệp được gửi với kiểu khác ${declared.contentType}`,
      `it was sent as another type than ${declared.contentType}`,
    );
  if (found.sha256 !== declared.sha256)
    return differs(
      'mã băm SHA-256 của tệp không khớp với khai báo',
      'its SHA-256 digest differs from the one declared',
    );
  return undefined;
}

const differs = (vi: string, en: string): FileRefusal => ({ code: 'file-differs', vi, en });
