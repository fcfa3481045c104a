import * as z from 'zod';
import { publishedLine, publishedLines } from '../text.ts';

/**
 * System of a ministry that decides procedures from a day on, instead of the province (hệ thống tập trung cấp bộ).
 * Later submissions are refused here with its address: NĐ 224/2026/NĐ-CP Đ15 k1(i).
 */
export const authoritativeSystem = z
  .strictObject({
    name: z.strictObject({ vi: publishedLine(1, 200), en: publishedLine(1, 200) }),
    address: z
      .string()
      .max(200)
      .regex(/^https:\/\/[!-.0-~][!-~]*$/),
    /** First day on which it alone decides. */
    since: z.iso.date(),
    legalBasis: publishedLine(1, 300),
    /** What of this is still to be confirmed in the signed text, for those who keep the catalogue. */
    unconfirmed: publishedLines(1, 500).optional(),
  })
  .meta({
    id: 'AuthoritativeSystem',
    description: 'System of a ministry in which the procedure is decided (hệ thống của bộ, ngành)',
  });
export type AuthoritativeSystem = z.infer<typeof authoritativeSystem>;
