import { describe, expect, test } from 'vitest';
import { refusalOfContent } from '../../../functions/records/files/judge-content.ts';
import type { StoredFile } from '../../../schemas/stored/file.ts';
import {
  EXCEL,
  heicOf,
  OPEN_TEXT,
  officeDocument,
  openDocument,
  relations,
  signedAround,
  tiffOf,
  WORD,
  zipOf,
} from '../../support/files/attachments.ts';
import { builtPdf } from '../../support/files/built-pdf.ts';
import { rightPdf } from '../../support/files/odd-pdfs.ts';
import { rightJpeg, rightPng } from '../../support/files/pictures.ts';

type Type = StoredFile['contentType'];
const judged = (type: Type, bytes: Uint8Array) => refusalOfContent(type, bytes);
const refusedFor = (words: RegExp | string) => ({
  vi: expect.stringMatching(words),
  en: expect.not.stringMatching(/[à-ỹ]/i),
});

const P7M = 'application/pkcs7-mime';
const XML = 'application/xml';
const signedXml =
  '<?xml version="1.0" encoding="UTF-8"?>\n<hoSo><Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignatureValue>AA==</SignatureValue></Signature></hoSo>\n';
const page = { width: 20, height: 30 };

describe('what is taken', () => {
  test.each<readonly [string, Type, Buffer]>([
    ['a scan of two pages', 'image/tiff', tiffOf([page, page])],
    ['a picture of a telephone', 'image/heic', heicOf({ width: 4032, height: 3024 })],
    ['a document', WORD, officeDocument()],
    ['a workbook', EXCEL, officeDocument(EXCEL)],
    [
      'a document with links for its reader',
      WORD,
      officeDocument(WORD, {
        'word/_rels/document.xml.rels': relations([
          'hyperlink',
          'mailto:a@example.vn',
          'TargetMode="External"',
        ]),
      }),
    ],
    [
      'a text of LibreOffice',
      OPEN_TEXT,
      openDocument({
        'content.xml':
          '<x><text:a xlink:href="https://example.vn"/><draw:image xlink:href="Pictures/1.png"/></x>',
      }),
    ],
    ['a signed file', P7M, signedAround(rightPdf())],
    ['a signed file in pieces', P7M, signedAround(rightPdf(), true)],
    ['a signature apart', 'application/pkcs7-signature', signedAround(undefined)],
    ['signed XML', XML, Buffer.from(signedXml)],
  ])('%s', async (_, type, bytes) => {
    expect(await judged(type, bytes)).toBeUndefined();
  });
});

describe('Office documents that do more than being shown', () => {
  const external = 'TargetMode="External"';
  const rels = (relation: string) => ({ 'word/_rels/settings.xml.rels': relation });
  test.each<readonly [string, Record<string, string>, RegExp]>([
    ['macros', { 'word/vbaProject.bin': 'x' }, /macro/],
    [
      'a field that starts programs',
      { 'word/document.xml': '<w:instrText>DDEAUTO c:\\\\x</w:instrText>' },
      /macro/,
    ],
    [
      'a template from elsewhere',
      rels(relations(['attachedTemplate', 'https://evil.example/t.dotm', external])),
      /nơi khác/,
    ],
    [
      'one that is disguised',
      rels(relations(['image', 'file://x', "TargetMode='Ext&#x65;rnal'"])),
      /nơi khác/,
    ],
    ['files within', { 'word/embeddings/oleObject1.bin': 'x' }, /nhúng/],
    ['a text nobody here can read', rels('\0<\0R\0e'), /không kiểm tra/],
    [
      'entities of its own',
      { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' },
      /không kiểm tra/,
    ],
  ])('%s', async (_, parts, words) => {
    expect(await judged(WORD, officeDocument(WORD, parts))).toMatchObject(refusedFor(words));
  });

  test('of LibreOffice: macros, pictures from elsewhere, passwords', async () => {
    expect(await judged(OPEN_TEXT, openDocument({ 'Basic/script.xml': '' }))).toMatchObject(
      refusedFor(/macro/),
    );
    const linked = { 'content.xml': '<x><draw:image xlink:href="http://x/1.png"/></x>' };
    expect(await judged(OPEN_TEXT, openDocument(linked))).toMatchObject(refusedFor(/nơi khác/));
    const locked = { 'META-INF/manifest.xml': '<manifest:encryption-data/>' };
    expect(await judged(OPEN_TEXT, openDocument(locked))).toMatchObject(refusedFor(/mật khẩu/));
  });

  test('a bomb', async () => {
    const structure = officeDocument(WORD, {
      'word/document.xml': new Uint8Array(65 * 1024 * 1024).fill(32),
    });
    expect(await judged(WORD, structure)).toMatchObject(refusedFor(/quá lớn/));
  });

  test('what is none, or another one', async () => {
    expect(await judged(WORD, zipOf({ 'a.txt': 'x' }))).toMatchObject(refusedFor(/tệp nén ZIP/));
    expect(await judged(WORD, officeDocument(EXCEL))).toMatchObject(refusedFor(/Excel/));
    expect(await judged(WORD, officeDocument().subarray(0, -30))).toMatchObject(refusedFor(/cắt cụt/));
    const old = Buffer.from('d0cf11e0a1b11ae1'.padEnd(1200, '0'), 'hex');
    expect(await judged(WORD, old)).toMatchObject(refusedFor(/kiểu cũ.*PDF/));
  });
});

describe('pictures', () => {
  test('that are cut off, whichever kind', async () => {
    const tiff = tiffOf([page, page]);
    const heic = heicOf(page);
    for (const length of [20, 200, tiff.length - 1])
      expect(await judged('image/tiff', tiff.subarray(0, length))).toMatchObject(refusedFor(/cắt cụt/));
    for (const length of [40, heic.length - 1])
      expect(await judged('image/heic', heic.subarray(0, length))).toMatchObject(refusedFor(/cắt cụt/));
  });

  test('whose pages lead back to themselves', async () => {
    const circle = tiffOf([page]);
    circle.writeUInt32LE(8, 8 + 2 + 12 * 9);
    expect(await judged('image/tiff', circle)).toMatchObject(refusedFor(/cắt cụt/));
  });

  test('that would fill the memory of who opens them', async () => {
    const png = rightPng();
    png.writeUInt32BE(200_000, 16);
    png.writeUInt32BE(200_000, 20);
    expect(await judged('image/png', png)).toMatchObject(refusedFor(/120 triệu điểm ảnh/));
    expect(await judged('image/tiff', tiffOf([page], { width: 9_000_000 }))).toMatchObject(
      refusedFor(/điểm ảnh/),
    );
    expect(await judged('image/heic', heicOf({ width: 60_000, height: 60_000 }))).toMatchObject(
      refusedFor(/điểm ảnh/),
    );
    const many = tiffOf(Array.from({ length: 501 }, () => ({ width: 1, height: 1 })));
    expect(await judged('image/tiff', many)).toMatchObject(refusedFor(/500 trang/));
  });
});

describe('a file that is two kinds at once', () => {
  const zip = zipOf({ 'a.txt': 'x' });
  test.each<readonly [string, Type, Buffer]>([
    ['a picture and an archive', 'image/jpeg', Buffer.concat([rightJpeg(), zip])],
    ['a PDF and an archive', 'application/pdf', Buffer.concat([rightPdf(), zip])],
    ['a picture and a PDF', 'image/tiff', Buffer.concat([tiffOf([page]), builtPdf()])],
    [
      'a picture and a RAR archive',
      'image/png',
      Buffer.concat([rightPng(), Buffer.from('Rar!\x1a\x07\x01\0')]),
    ],
    ['a document and a PDF', WORD, Buffer.concat([zipOf({ '%PDF-1.4': '' })])],
  ])('%s', async (_, type, bytes) => {
    expect(await judged(type, bytes)).toMatchObject(refusedFor(/tệp loại khác/));
  });
});

describe('signed files', () => {
  test('hold only what would be taken by itself', async () => {
    const scripted = builtPdf({ objects: ['<< /S /JavaScript >>'] });
    expect(await judged(P7M, signedAround(scripted))).toMatchObject(
      refusedFor(/trong tệp ký số.*JavaScript/),
    );
    expect(await judged(P7M, signedAround(Buffer.from('MZ'.padEnd(200))))).toMatchObject(
      refusedFor(/trong tệp ký số/),
    );
    expect(await judged(P7M, signedAround(undefined))).toMatchObject(refusedFor(/chỉ có chữ ký/));
    expect(await judged(P7M, signedAround(rightPdf()).subarray(0, 100))).toMatchObject(refusedFor(/cắt cụt/));
  });

  test('XML without a signature, with entities, or cut off', async () => {
    expect(await judged(XML, Buffer.from('<a><b/></a>'))).toMatchObject(refusedFor(/không có chữ ký số/));
    const entities = signedXml.replace('<hoSo>', '<!DOCTYPE hoSo [<!ENTITY a "b">]><hoSo>');
    expect(await judged(XML, Buffer.from(entities))).toMatchObject(refusedFor(/không kiểm tra/));
    expect(await judged(XML, Buffer.from(signedXml.slice(0, -10)))).toMatchObject(refusedFor(/cắt cụt/));
    expect(await judged(XML, Buffer.from('<!doctype html><html></html>'))).toMatchObject(refusedFor(/HTML/));
    expect(await judged(XML, Buffer.from('chỉ là chữ'))).toMatchObject(refusedFor(/không rõ loại/));
  });
});
