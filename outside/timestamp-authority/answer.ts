import { createHash, sign } from 'node:crypto';
import { generalTime, ids, item, parts, whole } from './asn1.ts';
import type { Identity } from './identity.ts';

export type Mood = 'up' | 'slow' | 'down' | 'refusing' | 'wrong-imprint' | 'wrong-nonce' | 'garbage';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const attribute = (id: Buffer, value: Buffer) => item(0x30, id, item(0x31, value));

/** The answer to a request of RFC 3161, in a mood. */
export function answer(request: Buffer, identity: Identity, now: number, mood: Mood): Buffer {
  if (mood === 'garbage') return Buffer.from('<html>Bad gateway</html>');
  const asked = readRequest(request);
  if (!asked || mood === 'refusing') return item(0x30, item(0x30, whole(2)));
  const imprint = mood === 'wrong-imprint' ? item(4, sha256(asked.hash)) : item(4, asked.hash);
  const nonce = mood === 'wrong-nonce' ? item(2, Buffer.of(1, 2, 3, 4)) : asked.nonce;
  const info = item(
    0x30,
    whole(1),
    ids.policy,
    item(0x30, asked.algorithm, imprint),
    item(
      2,
      Buffer.from(
        sha256(request)
          .subarray(0, 8)
          .map((byte, index) => (index === 0 ? byte & 0x7f || 1 : byte)),
      ),
    ),
    generalTime(now),
    ...(nonce ? [nonce] : []),
  );
  return item(0x30, item(0x30, whole(0)), token(info, identity));
}

function readRequest(
  request: Buffer,
): { algorithm: Buffer; hash: Buffer; nonce: Buffer | undefined } | undefined {
  try {
    const [message] = parts(request);
    const [version, imprint, ...rest] = parts(message?.content ?? Buffer.alloc(0));
    const [algorithm, hash] = parts(imprint?.content ?? Buffer.alloc(0));
    if (!version || !algorithm || hash?.tag !== 4) return undefined;
    return { algorithm: algorithm.all, hash: hash.content, nonce: rest.find(({ tag }) => tag === 2)?.all };
  } catch {
    return undefined;
  }
}

/** The signed token: CMS around what is said. */
function token(info: Buffer, { certificate, key }: Identity): Buffer {
  const attributes = [
    attribute(ids.contentType, ids.timestampInfo),
    attribute(ids.messageDigest, item(4, sha256(info))),
    attribute(ids.signingCertificate, item(0x30, item(0x30, item(0x30, item(4, sha256(certificate)))))),
  ].sort(Buffer.compare);
  const [body] = parts(certificate);
  const [content] = parts(body?.content ?? Buffer.alloc(0));
  const [, serial, , issuer] = parts(content?.content ?? Buffer.alloc(0));
  if (!serial || !issuer) throw new Error('no certificate');
  const digest = item(0x30, ids.sha256);
  const signer = item(
    0x30,
    whole(1),
    item(0x30, issuer.all, serial.all),
    digest,
    item(0xa0, ...attributes),
    item(0x30, ids.ecdsaWithSha256),
    item(4, sign('sha256', item(0x31, ...attributes), key)),
  );
  const signed = item(
    0x30,
    whole(3),
    item(0x31, digest),
    item(0x30, ids.timestampInfo, item(0xa0, item(4, info))),
    item(0xa0, certificate),
    item(0x31, signer),
  );
  return item(0x30, ids.signedData, item(0xa0, signed));
}
