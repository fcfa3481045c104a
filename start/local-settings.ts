import { DEV_AUDIENCE, type DevKeys } from '../local/dev-tokens/dev-keys.ts';
import { devIssuer, LONGEST_LIFE } from '../local/dev-tokens/dev-tokens.ts';

/**
 * The settings of the province on this machine: those of Phú Thọ, but trusting only the development tokens of this
 * data folder. They exist nowhere but here, so no deployment ever trusts such a token.
 */
export function localSettings(keys: DevKeys): unknown {
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
  };
}
