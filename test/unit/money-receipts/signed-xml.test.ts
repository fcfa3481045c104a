import { createHash, X509Certificate } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { xmlFault } from '../../../functions/domain/files/signed-xml.ts';
import { receiptXml } from '../../../functions/domain/money/receipts/receipt-xml.ts';
import { signXml } from '../../../functions/domain/sealing/xades/sign-xml.ts';
import { verifyXml } from '../../../functions/domain/sealing/xades/verify-xml.ts';
import { canonicalXml } from '../../../functions/domain/xml/canonical-xml.ts';
import { element } from '../../../functions/domain/xml/element.ts';
import { receiptWith } from '../../support/money-receipts/receipts.ts';
import { takenByOthers } from '../../support/money-receipts/xml-verifier.ts';
import { holder, NOW, signerOf } from '../../support/signatures/certificates.ts';

const authority = holder('Authority', { authority: true });
const rsa = holder('Agency', { issuer: authority, kind: 'rsa' });
const ec = holder('Agency', { issuer: authority, kind: 'ec' });
const another = holder('Another', { issuer: authority, kind: 'rsa' });
const pem = ({ der }: { der: Buffer }) => new X509Certificate(der).toString();

const DOCUMENT = receiptXml(
  receiptWith({ payer: { name: 'Công ty “A & B” <Tân Hoà> \u{20BB7}', taxCode: '0100109106' } }),
);
const text = (file: Buffer) => file.toString('utf8');
const faultOf = (xml: string) => {
  const checked = verifyXml(Buffer.from(xml));
  return checked.holds ? undefined : checked.fault;
};

describe.each([
  ['RSA', rsa],
  ['ECDSA', ec],
])('a receipt signed by %s', (_, agency) => {
  const signed = signXml(DOCUMENT, signerOf(agency), NOW);

  test('is verified, with who signed it and when', async () => {
    const checked = verifyXml(await signed);
    expect(checked).toMatchObject({ holds: true, signedAt: NOW });
    if (!checked.holds) throw new Error(checked.fault);
    expect(checked.certificate.subjectName).toBe('Agency');
    expect(checked.others.map(({ subjectName }) => subjectName)).toEqual(['Authority']);
    expect(checked.document).toBe(canonicalXml(DOCUMENT));
  });

  test('is verified by software of others, which refuses it when it was changed', async () => {
    const file = await signed;
    expect(takenByOthers(file, pem(agency))).toBe(true);
    expect(takenByOthers(file, pem(another))).toBe(false);
    for (const [was, is] of [
      ['<TgTTBSo>125000<', '<TgTTBSo>125001<'],
      ['<xades:SigningTime>2026', '<xades:SigningTime>2025'],
    ] as const)
      expect(takenByOthers(Buffer.from(text(file).replace(was, is)), pem(agency))).toBe(false);
  });

  test('names the form of XAdES: time, certificate and kind of document', async () => {
    const xml = text(await signed);
    const digest = createHash('sha256').update(agency.der).digest('base64');
    expect(xml).toContain('<xades:SigningTime>2026-11-27T10:00:00+07:00</xades:SigningTime>');
    expect(xml).toMatch(
      new RegExp(`<xades:SigningCertificateV2><xades:Cert>.*${digest.replaceAll('+', '\\+')}.*</xades:Cert>`),
    );
    expect(xml).toContain('<xades:MimeType>text/xml</xades:MimeType>');
    expect(xml.endsWith('</ds:Signature></BLai>')).toBe(true);
    expect(xmlFault(Buffer.from(xml))).toBeUndefined();
  });

  test('does not hold when a byte of it is changed', async () => {
    const file = await signed;
    // The authority's certificate only helps to find the way to it: it is no part of what is signed.
    const [from, to] = [file.lastIndexOf('<ds:X509Certificate>'), file.indexOf('</ds:X509Data>')];
    const place = fc.nat(file.length - 1).filter(at => at < from || at >= to);
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(file);
        changed[at] = (changed[at] ?? 0) ^ by;
        expect(verifyXml(changed).holds).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a document', () => {
  test.each([
    ['changed', 'digest-differs', (xml: string) => xml.replace('<SNop>50000<', '<SNop>50001<')],
    [
      'with another time of signing',
      'digest-differs',
      (xml: string) => xml.replace('<xades:SigningTime>2026', '<xades:SigningTime>2025'),
    ],
    [
      'with another certificate',
      'certificate-differs',
      (xml: string) => xml.replace(rsa.der.toString('base64'), another.der.toString('base64')),
    ],
    [
      'without its signature',
      'malformed',
      (xml: string) => xml.replace(/<ds:Signature .*<\/ds:Signature>/, ''),
    ],
    ['without a certificate', 'malformed', (xml: string) => xml.replace(/<ds:KeyInfo>.*<\/ds:KeyInfo>/, '')],
    ['with more behind it', 'malformed', (xml: string) => `${xml}<BLai></BLai>`],
    ['with more before it', 'malformed', (xml: string) => `\uFEFF${xml}`],
    ['with entities', 'malformed', (xml: string) => xml.replace('\n<BLai>', '\n<!DOCTYPE BLai><BLai>')],
    ['with a comment', 'malformed', (xml: string) => xml.replace('<DLBLai>', '<!-- --><DLBLai>')],
    [
      'with a signature that covers something else',
      'malformed',
      (xml: string) => xml.replace('URI=""', 'URI="#other"'),
    ],
    [
      'wrapped into another',
      'malformed',
      (xml: string) => xml.replace('<BLai>', '<BLai><BLai>').replace(/$/, '</BLai>'),
    ],
    [
      'with two signatures',
      'malformed',
      (xml: string) => xml.replace(/(<ds:Signature .*<\/ds:Signature>)/, '$1$1'),
    ],
    [
      'with a weaker algorithm',
      'malformed',
      (xml: string) => xml.replace('xmldsig-more#rsa-sha256', 'xmldsig-more#rsa-sha1'),
    ],
  ] as const)('%s does not hold: %s', async (_, fault, change) => {
    const xml = text(await signXml(DOCUMENT, signerOf(rsa), NOW));
    expect(faultOf(xml)).toBeUndefined();
    const changed = change(xml);
    expect(changed).not.toBe(xml);
    expect(faultOf(changed)).toBe(fault);
  });

  test('signed by another key than that of its certificate is not given out', async () => {
    const signer = { ...signerOf(rsa), sign: signerOf(another).sign };
    await expect(signXml(DOCUMENT, signer, NOW)).rejects.toMatchObject({
      code: 'not-verified',
      detail: 'signature-wrong',
    });
    const short = signerOf(holder('Short', { kind: 'rsa-short' }));
    await expect(signXml(DOCUMENT, short, NOW)).rejects.toMatchObject({ code: 'not-verified' });
  });

  test('has the same bytes whenever the same key signs it at the same moment', async () => {
    const sign = () => signXml(DOCUMENT, signerOf(rsa), NOW);
    expect((await sign()).equals(await sign())).toBe(true);
  });

  test('of any kind is signed: nothing of it depends on receipts', async () => {
    const other = element('Khac', [element('Rong'), element('Chu', 'a\r\n]]>', { Id: '"' })]);
    const file = await signXml(other, signerOf(ec), NOW);
    expect(verifyXml(file).holds).toBe(true);
    expect(takenByOthers(file, pem(ec))).toBe(true);
  });

  test.each(['', '<', 'no XML', '<BLai></BLai>', '<?xml version="1.0" encoding="UTF-8"?>\n<BLai></BLai>'])(
    'that is none is refused: “%s”',
    xml => {
      expect(faultOf(xml)).toBe('malformed');
    },
  );
});
