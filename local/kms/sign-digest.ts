import {
  constants,
  createECDH,
  type KeyObject,
  privateEncrypt,
  publicDecrypt,
  randomBytes,
} from 'node:crypto';

/** What PKCS #1 v1.5 puts before a SHA-256 (RFC 8017, 9.2). */
const SHA256_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');
/** The order of the curve P-256. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** Signs a SHA-256 that was made elsewhere, which Node's own `sign` does not do. */
export function signDigest(digest: Buffer, key: KeyObject): Buffer {
  if (key.asymmetricKeyType === 'rsa')
    return privateEncrypt(
      { key, padding: constants.RSA_PKCS1_PADDING },
      Buffer.concat([SHA256_INFO, digest]),
    );
  const secret = numberOf(Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url'));
  for (;;) {
    const once = randomBytes(32);
    const k = numberOf(once);
    if (k === 0n || k >= ORDER) continue;
    // The library multiplies the base point: its public key of k is k·G.
    const curve = createECDH('prime256v1');
    curve.setPrivateKey(once);
    const r = numberOf(curve.getPublicKey().subarray(1, 33)) % ORDER;
    const s = (inverse(k) * (numberOf(digest) + r * secret)) % ORDER;
    if (r !== 0n && s !== 0n) return derOf(r, s);
  }
}

/** Whether a digest that was made elsewhere is signed; undefined where it cannot be said, of keys for ECDSA. */
export function isDigestSigned(digest: Buffer, key: KeyObject, signature: Buffer): boolean | undefined {
  if (key.asymmetricKeyType !== 'rsa') return undefined;
  try {
    const signed = publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature);
    return signed.equals(Buffer.concat([SHA256_INFO, digest]));
  } catch {
    return false;
  }
}

const numberOf = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);

/** By Fermat: the order is prime. */
function inverse(value: bigint): bigint {
  let [result, base] = [1n, value % ORDER];
  for (let exponent = ORDER - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % ORDER;
    base = (base * base) % ORDER;
  }
  return result;
}

function derOf(...numbers: readonly bigint[]): Buffer {
  const parts = numbers.map(number => {
    const bytes = Buffer.from(number.toString(16).padStart(64, '0'), 'hex');
    const from = bytes.findIndex(byte => byte !== 0);
    const short = bytes.subarray(from);
    const positive = (short[0] ?? 0) > 0x7f ? Buffer.concat([Buffer.from([0]), short]) : short;
    return Buffer.concat([Buffer.from([2, positive.length]), positive]);
  });
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
}
