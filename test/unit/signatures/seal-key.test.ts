import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSealKey } from '../../../functions/connectors/kms-signing/kms-signer.ts';
import { markLines } from '../../../functions/domain/sealing/mark-lines.ts';
import { sealPdf } from '../../../functions/domain/sealing/seal-pdf.ts';
import { verifySignatures } from '../../../functions/domain/signatures/verify-signatures.ts';
import { drawWith } from '../../../functions/records/sealing/draw.ts';
import { signDigest } from '../../../local/kms/sign-digest.ts';
import { fontFolder } from '../../support/documents/printed-decision.ts';
import { holder, NOW } from '../../support/signatures/certificates.ts';
import { document } from '../../support/signatures/documents.ts';

let fonts: ReturnType<typeof fontFolder>;
beforeAll(() => {
  fonts = fontFolder();
});
afterAll(() => fonts.remove());

/** KMS with one key; of another it says that there is none. */
function kmsWith(key: KeyObject, KeySpec: string): Pick<KMSClient, 'send'> {
  return {
    async send({ input }: GetPublicKeyCommand | SignCommand) {
      if (input.KeyId !== 'seal')
        throw Object.assign(new Error('no such key'), { name: 'NotFoundException' });
      if ('Message' in input) return { Signature: signDigest(Buffer.from(input.Message ?? []), key) };
      return { KeySpec, PublicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }) };
    },
  } as never;
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey;
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

test.each([
  ['RSA_3072', rsa],
  ['ECC_NIST_P256', ec],
])('a demonstration seal by %s says what it is, and verifies', async (spec, key) => {
  const sealKey = await openSealKey(kmsWith(key, spec), 'seal');
  const agency = 'Ủy ban nhân dân phường Tân Hoà';
  const signer = await sealKey.signerFor(agency);
  const authority = signer.chain[1] ?? Buffer.alloc(0);
  const draw = drawWith(fonts.folder);
  const deps = { signer, draw, authorities: [], now: () => NOW };
  const place = { page: 'last', rectangle: [300, 90, 500, 170] } as const;
  const sealed = await sealPdf(deps, await document(), {
    field: 'seal',
    name: agency,
    mark: { lines: markLines(agency, NOW), place },
  });
  const report = await verifySignatures(sealed, { authorities: [authority], at: NOW });
  expect(report).toMatchObject({
    verdict: 'valid',
    signatures: [{ signer: { name: agency, organization: 'Bản trình diễn, không có giá trị pháp lý' } }],
  });
  expect((await verifySignatures(sealed, { authorities: [], at: NOW })).verdict).toBe('indeterminate');
  // The same key is certified in the same way again; ECDSA signs it otherwise each time.
  if (spec === 'RSA_3072') {
    expect(Buffer.from(await sealKey.demonstrationAuthority()).equals(Buffer.from(authority))).toBe(true);
    const again = await sealPdf(deps, await document(), {
      field: 'seal',
      name: agency,
      mark: { lines: markLines(agency, NOW), place },
    });
    expect(Buffer.from(again).equals(Buffer.from(sealed))).toBe(true);
  }
});

test('a key that is missing, cannot seal, or is not the certified one, is said', async () => {
  await expect(openSealKey(kmsWith(rsa, 'RSA_3072'), 'other')).rejects.toMatchObject({
    name: 'NotFoundException',
  });
  await expect(openSealKey(kmsWith(rsa, 'SYMMETRIC_DEFAULT'), 'seal')).rejects.toMatchObject({
    name: 'SealKeyError',
  });
  const sealKey = await openSealKey(kmsWith(rsa, 'RSA_3072'), 'seal');
  await expect(sealKey.signerFor('x', [holder('x').der])).rejects.toMatchObject({ name: 'SealKeyError' });
});

test('the mark tells agency and time, with the zone of Viet Nam', () => {
  expect(markLines('UBND xã Đà Bắc', NOW)).toEqual([
    'UBND xã Đà Bắc',
    'Thời gian ký: 27/11/2026 10:00:00 +07:00',
  ]);
});
