import { beforeAll, describe, expect, test } from 'vitest';
import { sealPdf } from '../../../functions/domain/sealing/seal-pdf.ts';
import { verifySignatures } from '../../../functions/domain/signatures/verify-signatures.ts';
import {
  crlOf,
  type Holder,
  holder,
  NOW,
  signerOf,
  type Wishes,
} from '../../support/signatures/certificates.ts';
import { document, plainDraw } from '../../support/signatures/documents.ts';
import { foreignSignature, type Manner } from '../../support/signatures/foreign-signature.ts';

const DAY = 24 * 3_600_000;
const root = holder('Root', { authority: true });
const middle = holder('Middle', { authority: true, issuer: root });

let plain: Buffer;
beforeAll(async () => {
  plain = await document();
});

type Revoked = { readonly crls: readonly Uint8Array[] };

async function judged(
  who: Holder,
  manner: Manner = {},
  revocation: Revoked & { demanded?: boolean } = { crls: [] },
  at = NOW,
) {
  const scheme = who.key.asymmetricKeyType === 'ec' ? 'ecdsa' : 'pkcs1';
  const pdf = await foreignSignature(plain, who, { scheme, ...manner });
  const report = await verifySignatures(pdf, { authorities: [root.der], at, revocation });
  const [signature] = report.signatures;
  return { verdict: report.verdict, codes: signature?.reasons.map(({ code }) => code) ?? [], signature };
}

const person = (wishes: Wishes = {}) => holder('Trần Thị Bình', { issuer: middle, ...wishes });

describe('certificates', () => {
  test('one that leads to a configured authority, through another', async () => {
    const { verdict, codes, signature } = await judged(person());
    expect(verdict).toBe('valid');
    expect(codes).toEqual(['time-claimed', 'revocation-unknown']);
    expect(signature).toMatchObject({ signer: { name: 'Trần Thị Bình' }, issuer: 'Middle', level: null });
  });

  test.each<[string, Holder, string, string]>([
    ['of nobody that is known', holder('Stranger'), 'indeterminate', 'authority-unknown'],
    ['that had expired', person({ until: NOW - DAY }), 'invalid', 'certificate-expired'],
    ['that was not valid yet', person({ from: NOW + DAY }), 'invalid', 'certificate-not-yet-valid'],
    ['for another purpose', person({ usage: 0x20 }), 'invalid', 'purpose-wrong'],
    [
      'issued by somebody who is no authority',
      holder('x', { issuer: person() }),
      'indeterminate',
      'authority-unknown',
    ],
    ['signed with SHA-1', person({ digest: 'sha1' }), 'indeterminate', 'authority-unknown'],
  ])('one %s', async (_, who, verdict, code) => {
    const found = await judged(who);
    expect(found.verdict).toBe(verdict);
    expect(found.codes).toContain(code);
  });

  test('one that expired since it signed: the time is the signer’s claim, and said so', async () => {
    const found = await judged(person({ until: NOW + DAY }), {}, { crls: [] }, NOW + 2 * DAY);
    expect(found).toMatchObject({
      verdict: 'valid',
      codes: expect.arrayContaining(['expired-since', 'time-claimed']),
    });
  });

  test('one that is revoked, whenever it claims to have signed', async () => {
    const who = person();
    const lists = (since: number) => ({ crls: [crlOf(middle, [{ of: who, since }]), crlOf(root, [])] });
    expect(await judged(who, {}, lists(NOW - DAY))).toMatchObject({
      verdict: 'invalid',
      codes: expect.arrayContaining(['certificate-revoked']),
    });
    expect(await judged(who, {}, lists(NOW + DAY))).toMatchObject({ verdict: 'invalid' });
  });

  test('one that is in no list is good; where lists are demanded, one of each authority is needed', async () => {
    const demanded = true;
    const both = [crlOf(middle, []), crlOf(root, [])];
    expect(await judged(person(), {}, { crls: both, demanded })).toMatchObject({
      verdict: 'valid',
      codes: ['time-claimed'],
    });
    const stranger = holder('Middle', { authority: true });
    const lacking = [[], [crlOf(middle, [])], [crlOf(stranger, []), crlOf(root, [])]];
    const overdue = [crlOf(middle, [], NOW - DAY), crlOf(root, [])];
    for (const crls of [...lacking, overdue])
      expect(await judged(person(), {}, { crls, demanded })).toMatchObject({
        verdict: 'indeterminate',
        codes: expect.arrayContaining(['revocation-demanded']),
      });
  });
});

describe('algorithms', () => {
  const rsa = () => person({ kind: 'rsa' });
  test.each<[string, () => Holder, Manner, string, string | undefined]>([
    ['RSA with PKCS #1', rsa, {}, 'valid', undefined],
    ['RSA with PSS', rsa, { scheme: 'pss' }, 'valid', undefined],
    ['ECDSA on P-256', person, { scheme: 'ecdsa' }, 'valid', undefined],
    ['SHA-1', rsa, { digest: 'sha1' }, 'indeterminate', 'digest-not-accepted'],
    ['MD5', rsa, { digest: 'md5' }, 'indeterminate', 'digest-not-accepted'],
    [
      'Ed448',
      () => person({ kind: 'ed448' }),
      { scheme: 'ed448' },
      'indeterminate',
      'algorithm-not-accepted',
    ],
    ['RSA with 1024 bits', () => person({ kind: 'rsa-short' }), {}, 'indeterminate', 'key-too-short'],
    ['another content', rsa, { wrong: 'content' }, 'invalid', 'digest-differs'],
    ['another key', rsa, { wrong: 'key' }, 'invalid', 'signature-wrong'],
  ])('%s', async (_, who, manner, verdict, code) => {
    const found = await judged(who(), manner);
    expect(found.verdict).toBe(verdict);
    if (code) expect(found.codes).toContain(code);
  });
});

test('every reason is said in both languages', async () => {
  const { signature } = await judged(holder('Stranger'), { digest: 'sha1' });
  for (const { vi, en } of signature?.reasons ?? []) expect(vi.length > 10 && en.length > 10).toBe(true);
});

test('a seal whose certificate does not hold is not given out', async () => {
  const expired = holder('Sở', { issuer: root, until: NOW - DAY });
  const deps = { signer: signerOf(expired), draw: plainDraw, authorities: [root.der], now: () => NOW };
  await expect(sealPdf(deps, plain, { field: 'seal', name: 'x' })).rejects.toMatchObject({
    code: 'not-verified',
    detail: expect.stringContaining('certificate-expired'),
  });
});
