import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { authenticator } from '../../../functions/features/identity/authenticate.ts';
import type { TrustedIssuer } from '../../../schemas/identity/issuer.ts';

const NOW = Date.parse('2026-11-23T09:00:00+07:00');
const HOUR = 3600;
const seconds = NOW / 1000;

const keys = generateKeyPair('ES256');
let issuers: TrustedIssuer[] = [];
beforeAll(async () => {
  const jwks = { keys: [{ kty: 'EC', ...(await exportJWK((await keys).publicKey)), alg: 'ES256' }] };
  const issuer = (name: string, more: Partial<TrustedIssuer> = {}): TrustedIssuer => ({
    issuer: `https://${name}.example.gov.vn`,
    audience: 'motcua',
    kind: 'officer',
    jwks,
    ...more,
  });
  issuers = [issuer('tinh'), issuer('so', { namespace: 'so-tnmt' }), issuer('cong', { kind: 'portal' })];
});

interface Said {
  readonly from?: string;
  readonly sub?: string;
  readonly typ?: string;
  readonly issuedAt?: number | null;
  readonly life?: number;
  readonly claims?: Record<string, unknown>;
}

/** Who calls with a token of an officer, right unless it is said otherwise; undefined for a token that is refused. */
async function calledBy(said: Said = {}) {
  const { issuedAt = seconds - 60 } = said;
  const claims = { unit: 'H44.101', roles: ['handler'], amr: ['pwd', 'mfa'], ...said.claims };
  const token = new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', ...(said.typ !== undefined && { typ: said.typ }) })
    .setIssuer(`https://${said.from ?? 'tinh'}.example.gov.vn`)
    .setAudience('motcua')
    .setSubject(said.sub ?? 'an.nguyen')
    .setExpirationTime((issuedAt ?? seconds) + (said.life ?? 30 * 24 * HOUR));
  if (issuedAt !== null) token.setIssuedAt(issuedAt);
  const signed = await token.sign((await keys).privateKey);
  const keysAt = () => {
    throw new Error('no keys are fetched here');
  };
  return authenticator({ issuers, now: () => NOW, keysAt })(signed);
}

describe('the age of a token', () => {
  test.each([
    ['twelve hours', seconds - 12 * HOUR, true],
    ['twelve hours and a minute, however long it holds', seconds - 12 * HOUR - 60, false],
    ['a little in the future, as clocks differ', seconds + 20, true],
    ['two minutes in the future', seconds + 120, false],
    ['nobody knows', null, false],
  ])('%s', async (_, issuedAt, taken) => {
    expect((await calledBy({ issuedAt })) !== undefined).toBe(taken);
  });

  test('may be another for an issuer of the settings', async () => {
    issuers = issuers.map(issuer => ({ ...issuer, oldestToken: 20 * HOUR }));
    expect(await calledBy({ issuedAt: seconds - 15 * HOUR })).toBeDefined();
    expect(await calledBy({ issuedAt: seconds - 21 * HOUR })).toBeUndefined();
    issuers = issuers.map(({ oldestToken: _, ...issuer }) => issuer);
  });
});

describe('a token that is no access token is refused', () => {
  test.each<[string, Said, boolean]>([
    ['without a type', {}, true],
    ['JWT', { typ: 'JWT' }, true],
    ['at+jwt', { typ: 'at+jwt' }, true],
    ['APPLICATION/AT+JWT', { typ: 'APPLICATION/AT+JWT' }, true],
    ['logout+jwt', { typ: 'logout+jwt' }, false],
    ['secevent+jwt', { typ: 'secevent+jwt' }, false],
    ['dpop+jwt', { typ: 'dpop+jwt' }, false],
    ['Keycloak’s access token', { claims: { typ: 'Bearer' } }, true],
    ['Keycloak’s ID token', { claims: { typ: 'ID' } }, false],
    ['Keycloak’s refresh token', { claims: { typ: 'Refresh' } }, false],
    ['Cognito’s access token', { claims: { token_use: 'access' } }, true],
    ['Cognito’s ID token', { claims: { token_use: 'id' } }, false],
    ['an ID token by its nonce', { claims: { nonce: 'n' } }, false],
    ['an ID token by its hash', { claims: { at_hash: 'h' } }, false],
    ['a logout token by its events', { claims: { events: {} } }, false],
  ])('%s', async (_, said, taken) => {
    expect((await calledBy(said)) !== undefined).toBe(taken);
  });
});

describe('issuers of one kind', () => {
  test('have accounts of their own, whatever they call them', async () => {
    expect(await calledBy()).toMatchObject({ id: 'an.nguyen' });
    expect(await calledBy({ from: 'so' })).toMatchObject({ id: 'so-tnmt:an.nguyen' });
  });

  test('do not name accounts of another', async () => {
    expect(await calledBy({ sub: 'so-tnmt:an.nguyen' })).toBeUndefined();
    // A portal of that name is nobody's: portals have one issuer here.
    expect(await calledBy({ from: 'cong', sub: 'so-tnmt:an.nguyen' })).toMatchObject({ kind: 'portal' });
  });

  test('give no account longer than can be kept', async () => {
    expect(await calledBy({ from: 'so', sub: 'a'.repeat(93) })).toBeUndefined();
  });
});
