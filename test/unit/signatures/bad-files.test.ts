import { beforeAll, expect, test } from 'vitest';
import { planFields } from '../../../functions/domain/sealing/plan-fields.ts';
import { sealPdf } from '../../../functions/domain/sealing/seal-pdf.ts';
import { verifySignatures } from '../../../functions/domain/signatures/verify-signatures.ts';
import { holder, NOW, signerOf } from '../../support/signatures/certificates.ts';
import { document, plainDraw } from '../../support/signatures/documents.ts';

const root = holder('Root', { authority: true });
const deps = {
  signer: signerOf(holder('A', { issuer: root })),
  draw: plainDraw,
  authorities: [root.der],
  now: () => NOW,
};
const check = (pdf: Uint8Array) => verifySignatures(pdf, { authorities: [root.der], at: NOW });

let signed: Buffer;
beforeAll(async () => {
  signed = Buffer.from(await sealPdf(deps, await document(2), { field: 'a', name: 'A' }));
});

test('a file without signatures says so, and so does what is no PDF', async () => {
  for (const bytes of [await document(), Buffer.alloc(0), Buffer.from('hello'), Buffer.alloc(100_000, '(')])
    expect(await check(bytes)).toMatchObject({ state: 'unsigned', verdict: 'unsigned', signatures: [] });
});

test('a signed file cut off anywhere is never valid', async () => {
  for (let cut = 1; cut < signed.length - 2; cut += 211) {
    const { verdict } = await check(signed.subarray(0, cut));
    expect(verdict).not.toBe('valid');
  }
});

test('a signed file with any byte changed is never valid, and never stops the program', async () => {
  const begun = performance.now();
  for (let at = 0; at < signed.length; at += 37) {
    const bytes = Buffer.from(signed);
    bytes[at] = (bytes[at] ?? 0) ^ 0x15;
    const { verdict, signatures } = await check(bytes);
    // Beside the signature itself, where only zeros fill up the room, every byte counts.
    expect([verdict, signatures.length > 0 && verdict === 'valid']).not.toEqual(['valid', true]);
  }
  expect(performance.now() - begun).toBeLessThan(20_000);
});

test.each([
  [
    'in a circle',
    '1 0 obj<</Type/Catalog/Pages 1 0 R/AcroForm 1 0 R/Fields[1 0 R]/Kids[1 0 R]/T(a)/FT/Sig/V 1 0 R>>endobj',
  ],
  ['nested without end', `1 0 obj${'['.repeat(50_000)}`],
  ['a number of objects that cannot be', '1 0 obj<</Type/Catalog>>endobj\nxref\n0 99999999999'],
])('a file whose objects go %s', async (_, body) => {
  const text = `%PDF-1.7\n${body}\n% /ByteRange\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer<</Root 1 0 R/Size 2>>\nstartxref\n${10 + body.length + 14}\n%%EOF`;
  const { verdict } = await check(Buffer.from(text));
  expect(verdict).not.toBe('valid');
});

test('an encrypted file says that it is', async () => {
  const text = (await document()).toString('latin1').replace('/Root', '/Encrypt 1 0 R /Root');
  expect(await check(Buffer.from(text, 'latin1'))).toMatchObject({
    state: 'encrypted',
    verdict: 'indeterminate',
  });
  await expect(sealPdf(deps, Buffer.from(text, 'latin1'), { field: 'a', name: 'A' })).rejects.toMatchObject({
    code: 'file-unusable',
  });
});

test('fields are planned before the first signature, or not at all', async () => {
  const field = { name: 'late', kind: 'text', place: { page: 1, rectangle: [0, 0, 9, 9] } } as const;
  expect(() => planFields(signed, [field])).toThrow(expect.objectContaining({ code: 'signed-already' }));
  const planned = planFields(await document(), [field]);
  expect(planFields(planned, [field])).toBe(planned);
  const beyond = { ...field, place: { page: 7, rectangle: [0, 0, 9, 9] } } as const;
  const plain = await document();
  expect(() => planFields(plain, [beyond])).toThrow(expect.objectContaining({ code: 'page-missing' }));
  expect(() => planFields(Buffer.from('no PDF'), [field])).toThrow(
    expect.objectContaining({ code: 'file-unusable' }),
  );
  await expect(sealPdf(deps, plain, { field: 's', name: 'x', fill: { nothing: 'x' } })).rejects.toMatchObject(
    { code: 'field-missing' },
  );
});
