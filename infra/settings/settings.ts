import * as z from 'zod';
import { anchorSettings } from '../../schemas/anchor/settings.ts';
import { agencyCode } from '../../schemas/codes/agency-code.ts';
import { trustedIssuer } from '../../schemas/identity/issuer.ts';
import { signIn } from '../../schemas/identity/sign-in.ts';
import { malwareSettings } from '../../schemas/malware.ts';
import { quotas } from '../../schemas/quotas.ts';
import { resultsLock } from '../../schemas/results-lock.ts';
import { signatureSettings } from '../../schemas/signatures/settings.ts';
import { says } from '../../schemas/words.ts';
import { readJsonFile } from '../../tools/json-file.ts';
import { edge } from './edge.ts';
import { reservedConcurrency } from './reserved-concurrency.ts';

/** Accounts of different issuers are different; those who apply are known by their numbers, whoever says so. */
function haveNamespaces(issuers: readonly z.infer<typeof trustedIssuer>[]): boolean {
  const named = (kind: 'officer' | 'portal') =>
    issuers.filter(entry => entry.kind === kind).map(({ namespace }) => namespace);
  return (
    issuers.every(({ kind, namespace }) => kind !== 'citizen' || namespace === undefined) &&
    [named('officer'), named('portal')].every(names => new Set(names).size === names.length)
  );
}

/** Settings of one province's deployment. Every one is checked before anything is synthesized. */
export const provinceSettings = z.strictObject({
  /** Name of the deployment, in stack names: `phu-tho`. */
  name: z.string().regex(
    /^[a-z][a-z0-9-]{1,20}$/,
    says({
      vi: 'chỉ gồm chữ thường không dấu, chữ số và gạch nối, nhiều nhất 21 ký tự, bắt đầu bằng chữ, ví dụ phu-tho',
      en: 'must be at most 21 lower-case letters, digits and hyphens, beginning with a letter, such as phu-tho',
    }),
  ),
  /** Level-1 agency code of the province (QĐ 20/2020/QĐ-TTg). */
  agency: agencyCode.regex(
    /^H(0[1-9]|[1-5]\d|6[0-3])$/,
    says({
      vi: 'phải là mã cấp 1 của tỉnh, từ H01 đến H63',
      en: 'must be the level-1 code of a province, H01 to H63',
    }),
  ),
  /** The trusted token issuers. */
  issuers: z
    .array(trustedIssuer)
    .min(1, says({ vi: 'cần ít nhất một nơi cấp mã truy cập', en: 'must name at least one token issuer' }))
    .refine(
      issuers => new Set(issuers.map(entry => entry.issuer)).size === issuers.length,
      says({ vi: 'mỗi nơi cấp chỉ nêu một lần', en: 'must name each issuer only once' }),
    )
    .refine(
      haveNamespaces,
      says({
        vi: 'các nơi cấp cùng loại (officer, portal) cần namespace khác nhau, nhiều nhất một nơi không có; citizen không có namespace',
        en: 'must give issuers of one kind (officer, portal) different namespaces; at most one may have none, and issuers of citizens have none',
      }),
    ),
  /** Where people sign in for the pages; without it, the pages say so. */
  signIn: signIn.prefault({}),
  /** Origins of browser pages that may call the API. */
  allowedOrigins: z.array(z.url()).default([]),
  /**
   * Hosts of portals, each `name` or `name:port`, that may receive events although they are in a private network or
   * without TLS. All others are reached over https at public addresses only.
   */
  webhookTrustedHosts: z.array(z.string().min(1).max(260)).default([]),
  /** Who is notified of system alarms, by e-mail. */
  alarmEmails: z.array(z.email()).default([]),
  /** What one account, portal or procedure may ask for in a day. */
  quotas: quotas.prefault({}),
  /** Concurrent runs set aside for the authorizer and for what anybody may call. */
  reservedConcurrency: reservedConcurrency.prefault({}),
  /** CloudFront and AWS WAF before the API; none by default. */
  edge: edge.optional(),
  /** Who scans uploaded files for malware (docs/operations.md, “Malware”). */
  malware: malwareSettings.default({ scanner: 'none' }),
  /**
   * Whether the national store of papers is asked (kho dữ liệu điện tử của tổ chức, cá nhân): where it is and who asks
   * are in a secret that operators fill in (docs/operations.md, “National store”).
   */
  nationalStore: z.boolean().default(false),
  /** Whether fees are paid at the national payment platform (docs/operations.md, “Payments”). */
  paymentPlatform: z.boolean().default(false),
  /** Whether banks tell of money that came in (docs/operations.md, “Payments”). */
  bankNotices: z.boolean().default(false),
  /** Whether collecting bodies may have VNPT or Viettel issue their receipts (docs/operations.md, “Receipts”). */
  receiptVnpt: z.boolean().default(false),
  receiptViettel: z.boolean().default(false),
  /** Whether slips about land go to a tax office by message (docs/operations.md, “Land and tax”). */
  taxOffice: z.boolean().default(false),
  /** Whether officers are given hints about papers that were read (NQ 57: they support, never decide). */
  paperHints: z.boolean().default(true),
  /** How long logs are kept, in days; NĐ 85/2016 level 3 asks for at least a year of security logs. */
  logDays: z.literal([90, 180, 365, 731, 1827]).default(365),
  /** How each day is anchored outside of the table (docs/operations.md, “Anchors”). */
  anchors: anchorSettings.default(anchorSettings.parse({})),
  /** The lock of issued results (docs/operations.md, “Settings”). */
  resultsLock: resultsLock.default(resultsLock.parse({})),
  /** Digital signatures: trusted authorities, timestamps, certificates of the seals. */
  signatures: signatureSettings.default(signatureSettings.parse({})),
});
export type ProvinceSettings = z.infer<typeof provinceSettings>;

/**
 * Reads and checks a province's settings. Throws a `Refusal`: one sentence that says what is wrong, where, and what
 * is expected.
 */
export function readSettings(file: string): ProvinceSettings {
  return readJsonFile(file, provinceSettings);
}
