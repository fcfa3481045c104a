import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { officerRole } from '../identity/roles.ts';
import { publishedLine } from '../text.ts';
import { says } from '../words.ts';

/**
 * An administrative unit of the province (đơn vị). Units are dated: names and kinds change by resolution, codes are never reused,
 * and the kind is never derived from the code.
 */
export const unit = z
  .strictObject({
    code: agencyCode,
    name: publishedLine(1, 300),
    /**
     * `police`: the province's police or, with a commune's administrative code, the police of that commune (công an cấp xã). `district`
     * (huyện) is of the past: the level was abolished on 1 July 2025, and its units only name who went on with their work.
     */
    kind: z.enum(['province', 'centre', 'department', 'commune', 'branch', 'police', 'district']),
    parent: agencyCode.nullable(),
    /** Five-digit code of the commune (QĐ 19/2025/QĐ-TTg), which its police has, too; null for other units. */
    administrativeCode: z
      .string()
      .regex(/^\d{5}$/, says({ vi: 'phải là mã đơn vị hành chính gồm 5 chữ số', en: '5 digits' }))
      .nullable(),
    /** Whether dossiers may be submitted here. */
    receives: z.boolean(),
    validFrom: z.iso.date(),
    /** The last day of the unit. */
    validTo: z.iso.date().nullable(),
    /**
     * Who goes on with the work of a unit that ends (đơn vị kế thừa). The first takes over whatever nobody decided otherwise about; where a
     * unit was divided, the others are named behind it.
     */
    successors: z.array(agencyCode).max(20).default([]),
  })
  .meta({ id: 'Unit', description: 'Administrative unit (đơn vị)' });
export type Unit = z.infer<typeof unit>;

/** An officer's account: who works where, in which roles. Names stay here and never go into events. */
export const officer = z
  .strictObject({
    id: z.string().regex(
      /^[a-z0-9][a-z0-9._@-]{1,99}$/,
      says({
        vi: 'phải là tài khoản: chữ thường không dấu, chữ số và . _ @ -',
        en: 'an account: small letters a to z, digits and . _ @ -',
      }),
    ),
    unit: agencyCode,
    roles: z.array(officerRole).min(1).max(7),
    name: publishedLine(2, 100),
    active: z.boolean(),
  })
  .meta({ id: 'Officer', description: 'Officer (cán bộ, công chức)' });
export type Officer = z.infer<typeof officer>;
