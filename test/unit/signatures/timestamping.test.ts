import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpTimestampAuthority } from '../../../functions/connectors/timestamping/timestamp-authority.ts';
import { sealPdf } from '../../../functions/domain/sealing/seal-pdf.ts';
import { verifySignatures } from '../../../functions/domain/signatures/verify-signatures.ts';
import type { Mood } from '../../../outside/timestamp-authority/answer.ts';
import {
  type SimulatedAuthority,
  startTimestampAuthority,
} from '../../../outside/timestamp-authority/server.ts';
import { crlOf, holder, NOW, signerOf } from '../../support/signatures/certificates.ts';
import { document, plainDraw } from '../../support/signatures/documents.ts';

let simulated: SimulatedAuthority;
beforeAll(async () => {
  simulated = await startTimestampAuthority({ now: () => NOW + 1000 });
});
afterAll(() => simulated.stop());

const digest = createHash('sha256').update('x').digest();
const authority = (milliseconds = 2000) =>
  httpTimestampAuthority({ url: simulated.url, authorities: [simulated.identity.root], milliseconds });

test.each([
  ['down', 'unreachable', 'http-503'],
  ['slow', 'slow', 'timeout'],
  ['refusing', 'refused', 'status-2'],
  ['wrong-imprint', 'untrustworthy', 'timestamp-differs'],
  ['wrong-nonce', 'untrustworthy', 'nonce'],
  ['garbage', 'untrustworthy', 'malformed'],
] as [Mood, string, string][])(
  'an authority that is %s gives no timestamp, and says why',
  async (mood, reason, detail) => {
    simulated.mood = mood;
    expect(await authority(mood === 'slow' ? 60 : 2000).stamp(digest)).toEqual({
      stamped: false,
      reason,
      detail,
    });
  },
);

test('one that is up is believed if it is trusted', async () => {
  simulated.mood = 'up';
  expect(await authority().stamp(digest)).toMatchObject({ stamped: true });
  const unknown = httpTimestampAuthority({ url: simulated.url, authorities: [] });
  expect(await unknown.stamp(digest)).toMatchObject({
    stamped: false,
    reason: 'untrustworthy',
    detail: 'timestamp-authority-unknown',
  });
  const nobody = httpTimestampAuthority({ url: 'http://127.0.0.1:9/', authorities: [] });
  expect(await nobody.stamp(digest)).toMatchObject({ stamped: false, reason: 'unreachable' });
});

const root = holder('Root', { authority: true });
const agency = holder('Sở Xây dựng', { issuer: root });

const depsWith = (milliseconds = 2000) => ({
  signer: signerOf(agency),
  draw: plainDraw,
  authorities: [root.der, simulated.identity.root],
  timestamps: authority(milliseconds),
  now: () => NOW,
});

test('a seal with a timestamp has a trusted time; without one the document stays unsealed', async () => {
  simulated.mood = 'up';
  const sealed = await sealPdf(depsWith(), await document(), { field: 'seal', name: 'Sở Xây dựng' });
  const authorities = [root.der, simulated.identity.root];
  const [seal] = (await verifySignatures(sealed, { authorities, at: NOW + 60_000 })).signatures;
  expect(seal).toMatchObject({ level: 'T', verdict: 'valid', trustedAt: '2026-11-27T10:00:01+07:00' });
  expect(seal?.reasons.map(({ code }) => code)).toEqual(['revocation-unknown']);

  simulated.mood = 'down';
  await expect(sealPdf(depsWith(), await document(), { field: 'seal', name: 'x' })).rejects.toMatchObject({
    code: 'no-timestamp',
    detail: 'unreachable: http-503',
  });
});

test('what says that nothing is revoked is kept in the file', async () => {
  simulated.mood = 'up';
  const revocation = { fetch: async () => ({ crls: [crlOf(root, [])], ocsps: [] }) };
  const sealed = await sealPdf({ ...depsWith(), revocation }, await document(), { field: 'seal', name: 'x' });
  const authorities = [root.der, simulated.identity.root];
  const report = await verifySignatures(sealed, {
    authorities,
    at: NOW + 60_000,
    revocation: { demanded: true },
  });
  expect(report).toMatchObject({
    verdict: 'valid',
    signatures: [{ level: 'LT', covers: 'revision', reasons: [] }],
  });
});
