import { writeFileSync } from 'node:fs';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

const KINDS = ['citizen', 'officer', 'portal'] as const;
type Kind = (typeof KINDS)[number];

const AUDIENCE = 'motcua';

/** Issuers of a province's tokens, as a deployment has them: it trusts the public key in its settings, and nothing else. */
export class Issuers {
  readonly #key: CryptoKey;
  readonly #publicKey: object;

  private constructor(key: CryptoKey, publicKey: object) {
    this.#key = key;
    this.#publicKey = publicKey;
  }

  static async withNewKey(): Promise<Issuers> {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    return new Issuers(privateKey, {
      ...(await exportJWK(publicKey)),
      alg: 'ES256',
      use: 'sig',
      kid: 'outside',
    });
  }

  /** The settings of a province that trusts them. */
  writeSettings(file: string, more: Record<string, unknown> = {}): void {
    const issuers = KINDS.map(kind => ({
      issuer: issuerOf(kind),
      audience: AUDIENCE,
      kind,
      jwks: { keys: [this.#publicKey] },
    }));
    writeFileSync(file, JSON.stringify({ name: 'outside', agency: 'H44', issuers, ...more }));
  }

  token(kind: Kind, subject: string, claims: Record<string, unknown>): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'outside' })
      .setIssuer(issuerOf(kind))
      .setAudience(AUDIENCE)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(this.#key);
  }

  citizen(identityNumber: string): Promise<string> {
    return this.token('citizen', identityNumber, { identityNumber, loa: 2 });
  }

  officer(unit: string, role: string): Promise<string> {
    return this.token('officer', `${role}.outside`, { unit, roles: [role], amr: ['pwd', 'mfa'] });
  }
}

const issuerOf = (kind: Kind) => `https://identity.outside.example/${kind}`;
