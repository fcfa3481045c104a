import { beforeAll, describe, expect, test } from 'vitest';
import { textString } from '../../../functions/domain/pdf/text-string.ts';
import { PdfUpdate } from '../../../functions/domain/pdf/update.ts';
import { dictOf, named, PdfRef, PdfStream } from '../../../functions/domain/pdf/values.ts';
import { planFields } from '../../../functions/domain/sealing/plan-fields.ts';
import { sealPdf } from '../../../functions/domain/sealing/seal-pdf.ts';
import { formFields } from '../../../functions/domain/signatures/signed-fields.ts';
import { verifySignatures } from '../../../functions/domain/signatures/verify-signatures.ts';
import { holder, NOW, signerOf } from '../../support/signatures/certificates.ts';
import { changes } from '../../support/signatures/changes.ts';
import { document, plainDraw } from '../../support/signatures/documents.ts';

const root = holder('Root', { authority: true });
const person = holder('Nguyễn Văn An', { issuer: root });
const deps = { signer: signerOf(person), draw: plainDraw, authorities: [root.der], now: () => NOW };
const fillable = ['motcua.number'];
const check = (pdf: Uint8Array) => verifySignatures(pdf, { authorities: [root.der], at: NOW, fillable });
const codes = async (pdf: Uint8Array) =>
  (await check(pdf)).signatures[0]?.reasons.map(({ code }) => code) ?? [];

let signed: Uint8Array;
beforeAll(async () => {
  const planned = planFields(await document(), [
    { name: 'motcua.number', kind: 'text', place: { page: 1, rectangle: [72, 700, 200, 720] } },
    { name: 'motcua.other', kind: 'text', place: { page: 1, rectangle: [72, 600, 200, 620] } },
    { name: 'seal', kind: 'signature', place: { page: 1, rectangle: [300, 100, 400, 200] } },
  ]);
  signed = await sealPdf(deps, planned, { field: 'person', name: 'An' });
});

const faultOf: Record<keyof typeof changes, string> = {
  'a page painted over': 'page-changed',
  'the content of a page replaced where it is': 'page-changed',
  'a font of a page replaced': 'page-changed',
  'a page turned': 'page-changed',
  'a page added': 'page-changed',
  'a note put on a page': 'annotation-changed',
  'a script when the file is opened': 'catalog-changed',
  'another catalog': 'catalog-changed',
  'the pages of another document': 'page-changed',
  'metadata that are a script': 'catalog-changed',
};

describe('what is refused after a signature', () => {
  test.each(Object.entries(changes))('%s', async (name, change) => {
    const pdf = change(signed);
    expect(await check(pdf)).toMatchObject({
      verdict: 'invalid',
      signatures: [{ verdict: 'invalid', covers: 'revision' }],
    });
    expect(await codes(pdf)).toContain(faultOf[name as keyof typeof changes]);
  });

  test('also if somebody signs the change', async () => {
    const pdf = changes['a page painted over'](signed);
    await expect(sealPdf(deps, pdf, { field: 'seal', name: 'x' })).rejects.toMatchObject({
      code: 'file-unusable',
    });
  });

  const filled = (field: string, value = '12/QĐ') => {
    const update = new PdfUpdate(Buffer.from(signed));
    const found = [...formFields(update.view).values()].find(({ name }) => name === field);
    update.change(new PdfRef(found?.number ?? 0), { V: textString(value) });
    return update.write().bytes;
  };
  test('the clerk’s field filled without a seal', async () => {
    expect(await codes(filled('motcua.number'))).toContain('filled-without-seal');
  });
  test('a field that was not planned for the clerk', async () => {
    expect(await codes(filled('motcua.other'))).toContain('field-changed');
  });
  test('the clerk’s field filled twice', async () => {
    const sealed = await sealPdf(deps, signed, { field: 'seal', name: 'x', fill: { 'motcua.number': '12' } });
    expect((await check(sealed)).verdict).toBe('valid');
    await expect(
      sealPdf(deps, sealed, { field: 'again', name: 'x', fill: { 'motcua.number': '13' } }),
    ).rejects.toMatchObject({ code: 'field-taken' });
  });
  test('bytes behind the end', async () => {
    expect(await codes(Buffer.concat([signed, Buffer.from('\n% more, and more\n')]))).toContain(
      'uncovered-tail',
    );
  });
  test('a content changed under the signature', async () => {
    const pdf = Buffer.from(signed);
    const at = pdf.indexOf('/MediaBox [0 0 595');
    pdf.write('/MediaBox [0 0 195', at, 'latin1');
    expect(await check(pdf)).toMatchObject({ verdict: 'invalid' });
    expect(await codes(pdf)).toContain('digest-differs');
  });
  test('a signature that covers less than it seems to', async () => {
    const pdf = Buffer.from(signed);
    const at = pdf.indexOf('/ByteRange [0 ');
    const [, first = ''] = /\/ByteRange \[0 (\d{10})/.exec(pdf.toString('latin1', at)) ?? [];
    pdf.write(`/ByteRange [0 ${String(Number(first) - 10).padStart(10, '0')}`, at, 'latin1');
    expect(await codes(pdf)).toEqual(expect.arrayContaining(['range-gap']));
  });
});

describe('what is allowed after a signature', () => {
  test('a second signature, with nothing of the first changed', async () => {
    const twice = await sealPdf(deps, signed, { field: 'seal', name: 'x', mark: { lines: ['UBND'] } });
    expect(Buffer.from(twice).subarray(0, signed.length).equals(Buffer.from(signed))).toBe(true);
    expect(await check(twice)).toMatchObject({
      verdict: 'valid',
      signatures: [
        { field: 'person', verdict: 'valid', covers: 'revision' },
        { field: 'seal', verdict: 'valid', covers: 'file' },
      ],
    });
  });
  test('one that was not planned', async () => {
    const twice = await sealPdf(deps, signed, {
      field: 'more',
      name: 'x',
      mark: { lines: ['UBND'], place: { page: 1, rectangle: [10, 10, 90, 60] } },
    });
    expect((await check(twice)).verdict).toBe('valid');
  });
  test('data to verify by, and metadata', async () => {
    const update = new PdfUpdate(Buffer.from(signed));
    const described = dictOf({ Type: named('Metadata'), Subtype: named('XML') });
    update.change(update.root, {
      DSS: dictOf({ Certs: [update.add(new PdfStream(new Map(), root.der))] }),
      Metadata: update.add(new PdfStream(described, Buffer.from('<x/>'))),
    });
    expect(await check(update.write().bytes)).toMatchObject({
      verdict: 'valid',
      signatures: [{ covers: 'revision' }],
    });
  });
});
