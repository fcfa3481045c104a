import type { JWTHeaderParameters, JWTPayload } from 'jose';

/** Types of a token by its header (RFC 9068, RFC 7519): others are ID, logout, key binding or event tokens. */
const HEADER_TYPES = new Set(['jwt', 'at+jwt', 'application/at+jwt']);

/** Claims that only ID tokens and logout tokens have (OpenID Connect Core 2, Back-Channel Logout 2.4). */
const FOREIGN_CLAIMS = ['nonce', 'at_hash', 'c_hash', 's_hash', 'events'];

/**
 * Whether a signed token is one that opens an API. An identity provider signs others with the same keys, for the same audience: who
 * somebody is, that they signed out, how to renew. Keycloak says which in `typ`, Cognito in `token_use`, all in the header or by claims.
 */
export function isAccessToken(header: Pick<JWTHeaderParameters, 'typ'>, payload: JWTPayload): boolean {
  const { typ } = header;
  if (typ !== undefined && !HEADER_TYPES.has(typ.toLowerCase())) return false;
  if ('typ' in payload && payload['typ'] !== 'Bearer') return false;
  if ('token_use' in payload && payload['token_use'] !== 'access') return false;
  return !FOREIGN_CLAIMS.some(claim => claim in payload);
}
