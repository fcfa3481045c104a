import * as z from 'zod';
import { says } from '../words.ts';

/**
 * Code of an agency (mã định danh cơ quan), groups from the highest level to the lowest: `H44.101`.
 * QĐ 20/2020/QĐ-TTg: at most 35 characters of A–Z, 0–9 and dots; level 1 is one letter A–Y and two digits.
 */
export const agencyCode = z
  .string()
  .max(35)
  .regex(
    /^[A-Y]\d{2}(\.[0-9A-Z]+)*$/,
    says({ vi: 'phải là mã định danh cơ quan dạng H44.101', en: 'must be an agency code such as H44.101' }),
  )
  .meta({
    id: 'AgencyCode',
    description: 'Agency code (mã định danh cơ quan), QĐ 20/2020/QĐ-TTg',
    example: 'H44.101',
  });
export type AgencyCode = z.infer<typeof agencyCode>;
