import { DEV_AUDIENCE, type DevKeys } from '../local/dev-tokens/dev-keys.ts';
import { devIssuer, LONGEST_LIFE } from '../local/dev-tokens/dev-tokens.ts';
import type { Quotas } from '../schemas/quotas.ts';
import { devSignIn } from './sign-in/provider.ts';

/** More than anybody asks for in a day. */
const WIDEST = 1_000_000;

/**
 * The settings of the province on this machine: those of Phú Thọ, but trusting only the development tokens of this
 * data folder. They exist nowhere but here, so no deployment ever trusts such a token.
 */
export function localSettings(keys: DevKeys, more: { readonly quotas?: Partial<Quotas> } = {}): unknown {
  const issuer = (kind: 'citizen' | 'officer' | 'portal') => ({
    issuer: devIssuer(kind),
    audience: DEV_AUDIENCE,
    kind,
    // As long as any token of this machine holds: with time that runs fast, twelve hours are soon over.
    oldestToken: LONGEST_LIFE,
    jwks: { keys: keys.publicJwks.keys },
  });
  return {
    name: 'phu-tho',
    agency: 'H44',
    // Portals on this machine may receive events, too.
    webhookTrustedHosts: ['127.0.0.1', 'localhost'],
    issuers: [issuer('citizen'), issuer('officer'), issuer('portal')],
    // A simulated one: start/national-store.ts.
    nationalStore: true,
    paymentPlatform: true,
    bankNotices: true,
    receiptVnpt: true,
    receiptViettel: true,
    taxOffice: true,
    signIn: { officers: devSignIn('officers'), applicants: devSignIn('applicants') },
    ...more,
  };
}

/** For loads and tests, in which one account does in minutes what many people do in days. */
export const withoutQuotas = {
  submissions: { person: 0, organisation: 0, portal: 0, procedure: 0 },
  uploads: { person: 0, organisation: 0, officer: 0, portal: 0 },
  exports: { person: 0, organisation: 0, officer: 0, portal: 0 },
  searches: { officer: 0 },
} as const satisfies Partial<Quotas>;

/** Quotas that are counted, as in a deployment, and never used up. */
export const widestQuotas = {
  submissions: { person: WIDEST, organisation: WIDEST, portal: WIDEST, procedure: WIDEST },
  uploads: { person: WIDEST, organisation: WIDEST, officer: WIDEST, portal: WIDEST },
  exports: { person: WIDEST, organisation: WIDEST, officer: WIDEST, portal: WIDEST },
  searches: { officer: WIDEST },
} as const satisfies Partial<Quotas>;
