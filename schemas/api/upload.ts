import * as z from 'zod';
import { LARGEST_FILE } from '../file-limits.ts';
import { sha256Hex } from '../instant.ts';
import { fileNameLine } from '../text.ts';
import { says } from '../words.ts';

const OOXML = 'application/vnd.openxmlformats-officedocument';

/** Types of files accepted: papers as PDF and pictures, attachments as Office documents and signed files. */
export const fileType = z.enum(
  [
    'application/pdf',
    'image/jpeg',
    'image/png',
    'image/tiff',
    'image/heic',
    'image/heif',
    `${OOXML}.wordprocessingml.document`,
    `${OOXML}.spreadsheetml.sheet`,
    'application/vnd.oasis.opendocument.text',
    'application/pkcs7-mime',
    'application/pkcs7-signature',
    'application/xml',
  ],
  says({
    vi: 'chỉ nhận PDF, ảnh JPEG, PNG, TIFF, HEIC, tài liệu Office (.docx, .xlsx, .odt) và tệp ký số (.p7m, .p7s, .xml): tệp khác phải đổi sang một trong các loại này, tài liệu Office kiểu cũ (.doc, .xls) phải lưu thành PDF',
    en: 'only PDF, pictures (JPEG, PNG, TIFF, HEIC), Office documents (.docx, .xlsx, .odt) and signed files (.p7m, .p7s, .xml) are accepted: convert other files to one of these, and save older Office documents (.doc, .xls) as PDF',
  }),
);

/** Id of an uploaded file: `f_` and 26 characters. */
export const fileId = z
  .string()
  .regex(
    /^f_[0-9a-z]{26}$/,
    says({ vi: 'phải là mã tệp do POST /v1/uploads trả về', en: 'must be a file id from POST /v1/uploads' }),
  )
  .meta({ id: 'FileId', description: 'Id of an uploaded file', example: 'f_01jd9q6x3v9k2m5n8p7r4s6t0w' });

/** The declaration of a file before its upload: the link accepts nothing else. */
export const uploadRequest = z
  .strictObject({
    fileName: fileNameLine(1, 200),
    contentType: fileType,
    size: z
      .int()
      .min(
        1,
        says({
          vi: 'tệp rỗng (0 byte): hãy kiểm tra lại tệp đã chọn',
          en: 'the file is empty: check that you chose the right file',
        }),
      )
      .max(
        LARGEST_FILE,
        says({
          vi: 'tệp lớn hơn 50 MB: hãy quét với độ phân giải thấp hơn hoặc chia thành nhiều tệp',
          en: 'the file is larger than 50 MiB: scan it at a lower resolution or split it into several files',
        }),
      ),
    sha256: sha256Hex,
  })
  .meta({ id: 'UploadRequest' });

/** Where and how to send the file: one PUT with exactly these headers, before the link expires. */
export const uploadTicket = z
  .strictObject({
    id: fileId,
    method: z.literal('PUT'),
    url: z.url(),
    headers: z.record(z.string(), z.string()),
    expiresAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'UploadTicket' });

/** A file that was uploaded and accepted, or is still being checked. */
export const completedUpload = z
  .strictObject({
    id: fileId,
    state: z.enum(['checked', 'quarantined']).meta({
      description: 'quarantined: still being checked; ask again in a few seconds',
    }),
    fileName: z.string(),
    contentType: fileType,
    size: z.int(),
  })
  .meta({ id: 'CompletedUpload' });
