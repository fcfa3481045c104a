import { expect, test } from 'vitest';
import { planFields } from '../../../functions/domain/sealing/plan-fields.ts';
import { type SealDeps, sealPdf } from '../../../functions/domain/sealing/seal-pdf.ts';
import { verifySignatures } from '../../../functions/domain/signatures/verify-signatures.ts';
import { signatureReport } from '../../../schemas/signatures/report.ts';
import { holder, NOW, signerOf } from '../../support/signatures/certificates.ts';
import { document, plainDraw } from '../../support/signatures/documents.ts';

const root = holder('Root', { authority: true });
const person = holder('Nguyễn Văn An', { issuer: root });
const agency = holder('UBND phường Tân Hoà', { issuer: root, kind: 'rsa' });

const depsOf = (who: typeof person): SealDeps => ({
  signer: signerOf(who),
  draw: plainDraw,
  authorities: [root.der],
  now: () => NOW,
});

test('two signatures, the second the seal that fills number and date', async () => {
  const planned = planFields(await document(), [
    { name: 'person', kind: 'signature', place: { page: 1, rectangle: [300, 100, 500, 160] } },
    { name: 'seal', kind: 'signature', place: { page: 1, rectangle: [220, 90, 340, 210] } },
    { name: 'motcua.number', kind: 'text', place: { page: 1, rectangle: [72, 700, 200, 720] } },
    { name: 'motcua.date', kind: 'text', place: { page: 1, rectangle: [300, 700, 500, 720] } },
  ]);
  const signed = await sealPdf(depsOf(person), planned, { field: 'person', name: 'Nguyễn Văn An' });
  const fill = { 'motcua.date': 'ngày 27 tháng 11 năm 2026', 'motcua.number': '12/GP-UBND' };
  const sealed = await sealPdf(depsOf(agency), signed, {
    field: 'seal',
    name: 'UBND',
    fill,
    mark: { lines: ['UBND', 'Thời gian ký: …'] },
  });
  expect(Buffer.from(sealed.subarray(0, signed.length)).equals(Buffer.from(signed))).toBe(true);
  const options = { authorities: [root.der], at: NOW, fillable: Object.keys(fill) };
  const report = await verifySignatures(sealed, options);
  expect(report).toMatchObject({
    state: 'signed',
    verdict: 'valid',
    signatures: [
      { field: 'person', level: 'B', verdict: 'valid', covers: 'revision', filled: [] },
      {
        field: 'seal',
        level: 'B',
        verdict: 'valid',
        covers: 'file',
        signer: { name: 'UBND phường Tân Hoà' },
      },
    ],
  });
  expect(report.signatures[1]?.filled).toEqual(
    Object.entries(fill).map(([field, value]) => ({ field, value })),
  );
  expect(signatureReport.parse(report)).toEqual(report);
  const strict = await verifySignatures(sealed, { ...options, fillable: [] });
  expect(strict.verdict).toBe('invalid');
  expect(strict.signatures[0]?.reasons[0]?.code).toBe('field-changed');
});
