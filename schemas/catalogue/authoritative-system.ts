import * as z from 'zod';

/**
 * System of a ministry that decides procedures from a day on, instead of the province (hệ thống tập trung cấp bộ).
 * Later submissions are refused here with its address: NĐ 224/2026/NĐ-CP Đ15 k1(i).
 */
export const authoritativeSystem = z
  .strictObject({
    name: z.strictObject({ vi: z.string().min(1).max(200), en: z.string().min(1).max(200) }),
    address: z
      .string()
      .max(200)
      .regex(/^https:\/\/[!-.0-~][!-~]*$/),
    /** First day on which it alone decides. */
    since: z.iso.date(),
    legalBasis: z.string().min(1).max(300),
    /** What is still to be confirmed in the signed text, for the maintainers of the catalogue. */
    unconfirmed: z.string().min(1).max(500).optional(),
  })
  .meta({
    id: 'AuthoritativeSystem',
    description: 'System of a ministry in which the procedure is decided (hệ thống của bộ, ngành)',
  });
export type AuthoritativeSystem = z.infer<typeof authoritativeSystem>;
