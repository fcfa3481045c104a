import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { identityNumber } from '../codes/identity-number.ts';
import { taxCode } from '../codes/tax-code.ts';
import { foreignPaper } from '../dossier/identity-paper.ts';
import { says } from '../words.ts';
import { officerRole } from './roles.ts';

/** A trusted token issuer for one kind of caller: where its keys are, or the keys themselves. */
export const trustedIssuer = z.strictObject({
  issuer: z.url(),
  audience: z.string().min(1),
  /** `citizen`: all applicants, including foreigners and organizations. */
  kind: z.enum(['citizen', 'portal', 'officer']),
  /** What its accounts begin with, as `so-tnmt:`, where another issuer names officers or portals, too. */
  namespace: z
    .string()
    .regex(
      /^[a-z][a-z0-9-]{0,19}$/,
      says({
        vi: 'gồm chữ thường không dấu, chữ số và gạch nối, nhiều nhất 20 ký tự, bắt đầu bằng chữ',
        en: 'small letters, digits and hyphens, at most 20, beginning with a letter',
      }),
    )
    .optional(),
  /** How old its tokens may be, in seconds, instead of twelve hours. */
  oldestToken: z.int().min(60).optional(),
  jwks: z.union(
    [
      z.strictObject({ uri: z.url({ protocol: /^https$/ }) }),
      z.strictObject({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) }),
    ],
    says({
      vi: 'cần {"uri": "https://…"}, hoặc {"keys": […]} có ít nhất một khóa',
      en: 'must be {"uri": "https://…"} or {"keys": […]} with at least one key',
    }),
  ),
});
export type TrustedIssuer = z.infer<typeof trustedIssuer>;

/** Claims of a citizen's token (VNeID through the portal's sign-on): identity number and level of the account. */
const citizenClaims = z.object({
  account: z.literal('citizen'),
  identityNumber,
  loa: z.coerce.number().int().min(1).max(3),
});

/**
 * Claims of a foreigner's token: the paper the account was opened with. The account has no level (NĐ 320/2026/NĐ-CP
 * Đ3).
 */
const foreignerClaims = z.object({ account: z.literal('foreigner'), paper: foreignPaper });

/** Claims of an organization's token, which has no level either: its tax code or, of an agency, its agency code. */
const organizationClaims = z
  .object({
    account: z.literal('organisation'),
    taxCode: taxCode.optional(),
    agencyCode: agencyCode.optional(),
  })
  .refine(claims => (claims.taxCode === undefined) !== (claims.agencyCode === undefined));

/** Claims of applicants, by kind of account; the default is a citizen. */
export const accountClaims = z.preprocess(
  claims => ({ account: 'citizen', ...(claims as object) }),
  z.discriminatedUnion('account', [citizenClaims, foreignerClaims, organizationClaims]),
);

/** Claims of a portal's token: client credentials with scopes. */
export const portalClaims = z.object({
  sub: z.string().min(1).max(100),
  scope: z.string().max(500).default(''),
});

/**
 * Claims of an officer's token from the province's identity provider; without a second factor it is refused (cấp độ
 * 3, NĐ 85/2016).
 */
export const officerClaims = z.object({
  sub: z.string().min(1).max(100),
  unit: agencyCode.optional(),
  /** Unknown roles grant nothing and are ignored. */
  roles: z
    .array(z.string())
    .max(50)
    .transform(roles => roles.flatMap(role => officerRole.safeParse(role).data ?? [])),
  /** Signed in with a second factor. */
  amr: z.array(z.string()).refine(methods => methods.includes('mfa')),
});
