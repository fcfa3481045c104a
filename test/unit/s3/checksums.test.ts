import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHECKSUM_ALGORITHMS, checksumHasher, checksumOf } from '../../../local/s3/protocol/checksums.ts';

test.each([
  ['crc32', 'cbf43926'],
  ['crc32c', 'e3069283'],
  ['crc64nvme', 'ae8b14860a799888'],
  ['sha1', createHash('sha1').update('123456789').digest('hex')],
  ['sha256', createHash('sha256').update('123456789').digest('hex')],
] as const)('the check value of %s is right', (algorithm, hex) => {
  expect(Buffer.from(checksumOf(algorithm, Buffer.from('123456789')), 'base64').toString('hex')).toBe(hex);
});

test('a checksum is the same however its data is cut', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 60 }),
      fc.nat(60),
      fc.constantFrom(...CHECKSUM_ALGORITHMS),
      (data, cut, algorithm) => {
        const whole = Buffer.from(data);
        const hasher = checksumHasher(algorithm);
        hasher.update(whole.subarray(0, cut));
        hasher.update(whole.subarray(cut));
        expect(hasher.digest().toString('base64')).toBe(checksumOf(algorithm, whole));
      },
    ),
  );
});
