import { createLocalJWKSet, decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type * as z from 'zod';
import {
  accountClaims,
  officerClaims,
  portalClaims,
  type TrustedIssuer,
} from '../../../schemas/identity/issuer.ts';
import { type Principal, portalScope } from '../../../schemas/identity/principal.ts';
import { isAccessToken } from './access-token.ts';

/**
 * Accepted signature algorithms: only asymmetric ones of RFC 7518, so that nobody's public key can serve as a shared
 * secret.
 */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** How old a token may be, in seconds, however long its issuer lets it hold: a working day with its evening. */
export const OLDEST_TOKEN = 12 * 3600;

/** Allowed clock difference, in seconds. */
const CLOCK_SKEW = 30;

export interface AuthenticateDeps {
  readonly issuers: readonly TrustedIssuer[];
  readonly now: () => number;
  /** The keys that an issuer publishes at an address. */
  readonly keysAt: (uri: string) => JWTVerifyGetKey;
}

/**
 * Finds out who calls from a bearer token; undefined when it is expired, too old, dated in the future, forged, of no trusted issuer, no
 * access token, or lacks what it must say.
 */
export function authenticator({
  issuers,
  now,
  keysAt,
}: AuthenticateDeps): (token: string) => Promise<Principal | undefined> {
  const trusted = new Map(issuers.map(entry => [entry.issuer, { ...entry, keys: keysOf(entry, keysAt) }]));
  return async token => {
    try {
      const issuer = trusted.get(decodeJwt(token).iss ?? '');
      if (!issuer) return undefined;
      const { payload, protectedHeader } = await jwtVerify(token, issuer.keys, {
        issuer: issuer.issuer,
        audience: issuer.audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_SKEW,
        currentDate: new Date(now()),
        // Without `iat`, or with one that is yet to come, too.
        maxTokenAge: issuer.oldestToken ?? OLDEST_TOKEN,
        requiredClaims: ['exp', 'sub'],
      });
      if (!isAccessToken(protectedHeader, payload)) return undefined;
      const sub = nameOf(payload.sub ?? '', issuer, issuers);
      return sub === undefined ? undefined : principalOf(issuer.kind, { ...payload, sub });
    } catch (error) {
      // Every fault of a token gets the same answer; only a failure to reach the issuer's keys is ours to report.
      if (!(error instanceof errors.JOSEError)) throw error;
      return undefined;
    }
  };
}

function keysOf({ jwks }: TrustedIssuer, keysAt: AuthenticateDeps['keysAt']): JWTVerifyGetKey {
  if ('uri' in jwks) return keysAt(jwks.uri);
  return createLocalJWKSet({ keys: jwks.keys });
}

/**
 * The account that a token names, in the name space of its issuer: of two issuers of officers each may have an `an.nguyen`, and neither
 * speaks for the other's. An issuer without a name space may not name accounts of one that has.
 */
function nameOf(
  sub: string,
  { kind, namespace }: TrustedIssuer,
  issuers: readonly TrustedIssuer[],
): string | undefined {
  if (namespace !== undefined) return `${namespace}:${sub}`;
  const others = issuers.filter(other => other.kind === kind && other.namespace !== undefined);
  return others.some(other => sub.startsWith(`${other.namespace}:`)) ? undefined : sub;
}

function principalOf(kind: TrustedIssuer['kind'], payload: JWTPayload): Principal | undefined {
  switch (kind) {
    case 'citizen': {
      const { data } = accountClaims.safeParse(payload);
      return data && accountOf(data);
    }
    case 'portal': {
      const { data } = portalClaims.safeParse(payload);
      const scopes = (data?.scope ?? '').split(' ').flatMap(scope => portalScope.safeParse(scope).data ?? []);
      return data && { kind, id: data.sub, scopes };
    }
    case 'officer': {
      const { data } = officerClaims.safeParse(payload);
      return data && { kind, id: data.sub, unit: data.unit ?? null, roles: data.roles };
    }
  }
}

function accountOf(claims: z.infer<typeof accountClaims>): Principal {
  switch (claims.account) {
    case 'citizen':
      return { kind: 'citizen', identityNumber: claims.identityNumber, level: claims.loa >= 2 ? 2 : 1 };
    case 'foreigner':
      return { kind: 'foreigner', paper: claims.paper };
    case 'organisation':
      return { kind: 'organisation', number: claims.taxCode ?? claims.agencyCode ?? '' };
  }
}
