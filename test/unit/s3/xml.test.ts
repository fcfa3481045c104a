import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { childrenNamed, childText, element, parseXml, xmlDocument } from '../../../local/s3/protocol/xml.ts';

test('any text comes back from a document as it went in', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), texts => {
      const written = xmlDocument(
        'List',
        texts.map(text => element('Item', text)),
      );
      const parsed = parseXml(Buffer.from(written), 'List');
      expect(childrenNamed(parsed, 'Item').map(({ text }) => text)).toEqual(texts);
    }),
  );
});

test('namespaces, attributes, comments and CDATA are read as S3 reads them', () => {
  const source =
    '\ufeff<?xml version="1.0"?><!-- c --><s3:A xmlns:s3="http://s3.amazonaws.com/doc/2006-03-01/" x="1"><s3:B><![CDATA[<&]]>&#x1F600;</s3:B><C/></s3:A>';
  const parsed = parseXml(Buffer.from(source), 'A');
  expect([childText(parsed, 'B'), childText(parsed, 'C'), childText(parsed, 'D')]).toEqual([
    '<&😀',
    '',
    undefined,
  ]);
});

test.each([
  '',
  'text',
  '<A>',
  '<A></B>',
  '</A>',
  '<A/><A/>',
  '<A/>text',
  '<B/>',
  '<A>&unknown;</A>',
  '<A>&#x110000;</A>',
  '<A>&constructor;</A>',
  '<A><</A>',
  '<!DOCTYPE A [<!ENTITY a "aaaa">]><A>&a;</A>',
])('%s is malformed', source => {
  expect(() => parseXml(Buffer.from(source), 'A')).toThrow(expect.objectContaining({ code: 'MalformedXML' }));
});
