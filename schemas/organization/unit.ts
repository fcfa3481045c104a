import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { identityNumber } from '../codes/identity-number.ts';
import { officerRole } from '../identity/roles.ts';
import { publishedLine } from '../text.ts';
import { says } from '../words.ts';
import { feeCollector } from './fee-collector.ts';

/**
 * An administrative unit of the province (đơn vị). Units are dated: names and kinds change by resolution, codes are
 * never reused, and the kind is never derived from the code.
 */
export const unit = z
  .strictObject({
    code: agencyCode,
    name: publishedLine(1, 300),
    /**
     * `police`: the province's police or, with a commune's administrative code, the police of that commune (công an
     * cấp xã). `district` (huyện) is historical: the level was abolished on 1 July 2025, and its units only name
     * their successors.
     */
    kind: z.enum(['province', 'centre', 'department', 'commune', 'branch', 'police', 'district']),
    parent: agencyCode.nullable(),
    /** Five-digit code of the commune (QĐ 19/2025/QĐ-TTg), also used for its police; null for other units. */
    administrativeCode: z
      .string()
      .regex(/^\d{5}$/, says({ vi: 'phải là mã đơn vị hành chính gồm 5 chữ số', en: 'must be 5 digits' }))
      .nullable(),
    /** Whether dossiers may be submitted here. */
    receives: z.boolean(),
    validFrom: z.iso.date(),
    /** The last day of the unit. */
    validTo: z.iso.date().nullable(),
    /**
     * The successors of a unit that ends (đơn vị kế thừa). The first takes over everything not assigned otherwise; if
     * a unit was divided, the others follow.
     */
    successors: z.array(agencyCode).max(20).default([]),
    /** Who collects the fees of this unit and of those under it; the nearest one counts. */
    collects: feeCollector.optional(),
  })
  .meta({ id: 'Unit', description: 'Administrative unit (đơn vị)' });
export type Unit = z.infer<typeof unit>;

/** The account that an identity provider knows an officer by. */
export const officerAccount = z
  .string()
  .max(100)
  .regex(
    /^(?:[a-z][a-z0-9-]{0,19}:)?[a-z0-9][a-z0-9._@-]{1,99}$/,
    says({
      vi: 'phải là tài khoản: chữ thường không dấu, chữ số và . _ @ -, đứng sau tên miền tài khoản và dấu : nếu có',
      en: 'an account: small letters a to z, digits and . _ @ -, behind the name space of its issuer and a colon where it has one',
    }),
  );

/** An officer's account: unit and roles. Names stay here and never go into events. */
export const officer = z
  .strictObject({
    id: officerAccount,
    unit: agencyCode,
    roles: z.array(officerRole).min(1).max(officerRole.options.length),
    name: publishedLine(2, 100),
    active: z.boolean(),
  })
  .meta({ id: 'Officer', description: 'Officer (cán bộ, công chức)' });
export type Officer = z.infer<typeof officer>;

/**
 * An account as it is recorded: with the officer's identity number, so that nobody decides about a dossier of their
 * own. It is kept as a keyed digest only; a record that leaves it out keeps what is known.
 */
export const officerRecord = officer
  .extend({ identityNumber: identityNumber.optional() })
  .meta({ id: 'OfficerRecord', description: 'Officer’s account as recorded (tài khoản cán bộ, công chức)' });

/** An account as it is kept, with the digest that its holder is known by as an applicant. */
export const keptOfficer = officer
  .extend({ person: z.string().max(80).optional() })
  .meta({ id: 'KeptOfficer' });
export type KeptOfficer = z.infer<typeof keptOfficer>;
