import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeJwt,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import type * as z from 'zod';
import {
  accountClaims,
  officerClaims,
  portalClaims,
  type TrustedIssuer,
} from '../../../schemas/identity/issuer.ts';
import { type Principal, portalScope } from '../../../schemas/identity/principal.ts';

/**
 * Accepted signature algorithms: only asymmetric ones of RFC 7518, so that nobody's public key can serve as a shared
 * secret.
 */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** Allowed clock difference, in seconds. */
const CLOCK_SKEW = 30;

export interface AuthenticateDeps {
  readonly issuers: readonly TrustedIssuer[];
  readonly now: () => number;
}

/**
 * Authenticates a bearer token; undefined if it is expired, forged, from an untrusted issuer, or lacks a required
 * claim.
 */
export function authenticator({
  issuers,
  now,
}: AuthenticateDeps): (token: string) => Promise<Principal | undefined> {
  const trusted = new Map(issuers.map(entry => [entry.issuer, { ...entry, keys: keysOf(entry) }]));
  return async token => {
    try {
      const issuer = trusted.get(decodeJwt(token).iss ?? '');
      if (!issuer) return undefined;
      const { payload } = await jwtVerify(token, issuer.keys, {
        issuer: issuer.issuer,
        audience: issuer.audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_SKEW,
        currentDate: new Date(now()),
        requiredClaims: ['exp', 'sub'],
      });
      return principalOf(issuer.kind, payload);
    } catch (error) {
      // Every fault of a token gets the same answer; only a failure to reach the issuer's keys is ours to report.
      if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw error;
      return undefined;
    }
  };
}

function keysOf({ jwks }: TrustedIssuer): JWTVerifyGetKey {
  if ('uri' in jwks) return createRemoteJWKSet(new URL(jwks.uri));
  return createLocalJWKSet({ keys: jwks.keys });
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
