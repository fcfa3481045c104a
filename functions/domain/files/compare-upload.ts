import type { StoredFile } from '../../../schemas/stored-file.ts';
import type { Words } from '../../../schemas/words.ts';

/** The bytes each kind of file begins with. */
const BEGINNINGS: Readonly<Record<StoredFile['contentType'], readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
};

interface Found {
  readonly size: number;
  readonly contentType: string | undefined;
  readonly sha256: string | undefined;
  readonly beginning: Uint8Array;
}

/** In what an uploaded file differs from what was declared of it; undefined when it does not. */
export function differenceOf(declared: StoredFile, found: Found): Words | undefined {
  if (found.size !== declared.size)
    return {
      vi: `tệp có ${found.size} byte, khai báo ${declared.size} byte`,
      en: `it has ${found.size} bytes, ${declared.size} were declared`,
    };
  if (found.contentType !== declared.contentType)
    return {
      vi: `tệp được gửi với kiểu khác ${declared.contentType}`,
      en: `it was sent as another type than ${declared.contentType}`,
    };
  if (found.sha256 !== declared.sha256)
    return { vi: 'mã băm SHA-256 của tệp khác với khai báo', en: 'its SHA-256 is not the one declared' };
  const beginning = BEGINNINGS[declared.contentType];
  if (!beginning.every((byte, index) => found.beginning[index] === byte))
    return {
      vi: `nội dung tệp không phải ${declared.contentType}`,
      en: `it is not a ${declared.contentType} inside`,
    };
  return undefined;
}
