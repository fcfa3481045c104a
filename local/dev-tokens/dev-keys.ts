import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import * as z from 'zod';
import { smallFile } from '../host/small-file.ts';

/** The key that development tokens are signed with; made once for a data folder. */
export interface DevKeys {
  /** The public half, as the issuers of development tokens would publish it. */
  readonly publicJwks: { readonly keys: readonly JWK[] };
  /** Signs claims; `issuedAt` and `expiresAt` are seconds since the epoch. */
  sign(
    claims: Record<string, unknown>,
    facts: { issuer: string; subject: string; issuedAt: number; expiresAt: number },
  ): Promise<string>;
}

/** Whom development tokens are meant for. */
export const DEV_AUDIENCE = 'motcua';
const ALGORITHM = 'ES256';

const Jwk = z.looseObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
});

/** Reads the key from `dev-keys.json` in the data folder, which only its owner can read, or makes it. */
export async function openDevKeys(dataFolder: string): Promise<DevKeys> {
  const file = smallFile(join(dataFolder, 'dev-keys.json'), Jwk);
  let kept = file.read();
  if (!kept) {
    const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
    kept = Jwk.parse({ ...(await exportJWK(privateKey)), kid: `dev-${crypto.randomUUID()}` });
    file.write(kept);
  }
  const { kty, crv, x, y, kid } = kept;
  const key = await importJWK(kept, ALGORITHM);
  return {
    publicJwks: { keys: [{ kty, crv, x, y, kid, alg: ALGORITHM, use: 'sig' }] },
    sign: (claims, { issuer, subject, issuedAt, expiresAt }) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: ALGORITHM, kid, typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(DEV_AUDIENCE)
        .setSubject(subject)
        .setIssuedAt(issuedAt)
        .setNotBefore(issuedAt)
        .setExpirationTime(expiresAt)
        .setJti(crypto.randomUUID())
        .sign(key),
  };
}
