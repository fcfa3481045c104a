import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { agencyCode } from '../../schemas/codes/agency-code.ts';
import { trustedIssuer } from '../../schemas/identity/issuer.ts';

/** Settings of one province's deployment. Every one is checked before anything is synthesized. */
export const provinceSettings = z.strictObject({
  /** Name of the deployment, in stack names: `phu-tho`. */
  name: z
    .string()
    .regex(
      /^[a-z][a-z0-9-]{1,20}$/,
      'lower-case letters, digits and hyphens, at most 21, beginning with a letter',
    ),
  /** Level-1 agency code of the province (QĐ 20/2020/QĐ-TTg). */
  agency: agencyCode.regex(/^H(0[1-9]|[1-5]\d|6[0-3])$/, 'the level-1 code of a province, H01 to H63'),
  /** Whose tokens are trusted. */
  issuers: z
    .array(trustedIssuer)
    .min(1, 'at least one issuer of tokens')
    .refine(
      issuers => new Set(issuers.map(entry => entry.issuer)).size === issuers.length,
      'each issuer once',
    ),
  /** Where browser pages may call the API from. */
  allowedOrigins: z.array(z.url()).default([]),
  /** Who is told of alarms of the system, by e-mail. */
  alarmEmails: z.array(z.email()).default([]),
  /** How long logs are kept, in days; NĐ 85/2016 level 3 asks for at least a year of security logs. */
  logDays: z
    .union([z.literal(90), z.literal(180), z.literal(365), z.literal(731), z.literal(1827)])
    .default(365),
});
export type ProvinceSettings = z.infer<typeof provinceSettings>;

/** A setting is missing or wrong; the message names it. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Reads and checks a province's settings. Throws `SettingsError` with one sentence that names what is wrong and where. */
export function readSettings(file: string): ProvinceSettings {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new SettingsError(
      `The settings ${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
  const parsed = provinceSettings.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(issue => `${issue.path.join('.') || 'the whole'}: ${issue.message}`);
  throw new SettingsError(`The settings ${file} are not right: ${faults.join('; ')}.`);
}
