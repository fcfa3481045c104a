import { generateKeyPairSync, sign } from 'node:crypto';
import type { Signer } from '../../../functions/features/anchor/signer.ts';

/** Signs as KMS does, with a key of its own. */
export function testSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    publicKey: async () => publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: async text => sign('sha256', Buffer.from(text), privateKey).toString('base64'),
  };
}
