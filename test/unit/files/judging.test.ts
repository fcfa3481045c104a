import { describe, expect, test } from 'vitest';
import { refusalOfContent } from '../../../functions/records/files/judge-content.ts';
import type { StoredFile } from '../../../schemas/stored/file.ts';
import { junkBefore, pdfWithoutPages, protectedPdf, rightPdf } from '../../support/files/odd-pdfs.ts';
import { pictureOfBrand, rightJpeg, rightPng } from '../../support/files/pictures.ts';

type Type = StoredFile['contentType'];
const PDF = 'application/pdf';
const refused = (type: Type, bytes: Buffer) => refusalOfContent(type, bytes);
const zip = (inside: Buffer) =>
  Buffer.concat([
    Buffer.from('504b0304140000000000', 'hex'),
    Buffer.alloc(16),
    Buffer.from('\x05\0\0\0a.pdf'),
    inside,
  ]);

describe('what readers open is fit', () => {
  test.each([
    [PDF, rightPdf()],
    ['image/png', rightPng()],
    ['image/jpeg', rightJpeg()],
    ['image/jpeg', Buffer.concat([rightJpeg(), Buffer.from('more of the camera’s own')])],
    [PDF, Buffer.concat([rightPdf(), Buffer.alloc(4096)])],
  ] as const)('%s %#', async (type, bytes) => {
    expect(await refused(type, bytes)).toBeUndefined();
  });

  test.each(Object.entries(junkBefore))('a PDF with %s before it', async (_, junk) => {
    expect(await refused(PDF, Buffer.concat([junk, rightPdf()]))).toBeUndefined();
  });
});

describe('what is another kind of file is told what it is and what to do', () => {
  test.each([
    ...['heic', 'heix', 'mif1'].map(
      brand => ['image/jpeg', pictureOfBrand(brand), /HEIC.*contentType là image\/hei[cf]/] as const,
    ),
    ['image/jpeg', pictureOfBrand('msf1'), /HEIC.*JPEG, PNG/],
    ['image/jpeg', pictureOfBrand('avif'), /AVIF.*JPEG, PNG/],
    ['image/jpeg', rightPng(), /ảnh PNG.*image\/png/],
    ['image/png', rightJpeg(), /ảnh JPEG.*image\/jpeg/],
    [PDF, rightJpeg(), /ảnh JPEG.*image\/jpeg/],
    ['image/jpeg', rightPdf(), /tệp PDF.*application\/pdf/],
    [PDF, zip(rightPdf()), /tệp nén ZIP.*giải nén/],
    [PDF, Buffer.from('d0cf11e0a1b11ae1'.padEnd(1200, '0'), 'hex'), /kiểu cũ.*PDF/],
    [PDF, Buffer.from('<!DOCTYPE html><html><body>Hết phiên</body></html>'), /HTML/],
    ['image/png', Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), /SVG/],
    [PDF, Buffer.from('không phải gì cả'), /không rõ loại/],
    [PDF, Buffer.concat([Buffer.alloc(1024, 0x07), rightPdf()]), /không rõ loại/],
  ] as const)('%s %#', async (type, bytes, words) => {
    const refusal = await refused(type, bytes);
    expect(refusal).toMatchObject({ code: 'file-differs', vi: expect.stringMatching(words) });
    expect(refusal?.en).not.toMatch(/[à-ỹ]/i);
  });
});

describe('what nobody can read is told', () => {
  test('a PDF that asks for a password', async () => {
    const bytes = await protectedPdf({ userPassword: '1234', ownerPassword: '5678' });
    expect(await refused(PDF, bytes)).toMatchObject({
      code: 'file-unusable',
      vi: expect.stringContaining('mật khẩu'),
    });
  });

  test.each([
    ['application/pdf', rightPdf()],
    ['image/png', rightPng()],
    ['image/jpeg', rightJpeg()],
  ] as const)('%s that was cut off, wherever', async (type, bytes) => {
    const tail = type === PDF ? bytes.indexOf('xref') : bytes.length - 1;
    for (let length = 40; length < tail; length += 7) {
      const refusal = await refused(type, bytes.subarray(0, length));
      expect(refusal, `${length} of ${bytes.length} bytes`).toMatchObject({ code: 'file-unusable' });
    }
  });

  test('a PDF without pages, or without anything a reader can begin with', async () => {
    expect(await refused(PDF, pdfWithoutPages())).toMatchObject({
      vi: expect.stringContaining('không có trang nào'),
    });
    const empty = Buffer.from('%PDF-1.4\ntrailer\n<< >>\nstartxref\n0\n%%EOF\n');
    expect(await refused(PDF, empty)).toMatchObject({ vi: expect.stringContaining('bị hỏng') });
  });
});
