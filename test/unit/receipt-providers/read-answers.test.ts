import { describe, expect, test } from 'vitest';
import {
  readFound as foundByViettel,
  readIssued as issuedByViettel,
} from '../../../functions/connectors/receipt-viettel/read-answers.ts';
import { readFound, readIssued, readPage } from '../../../functions/connectors/receipt-vnpt/read-answers.ts';
import { readXml } from '../../../functions/connectors/xml/saxes-reader.ts';

const KEY = '4f0c2a6e-8d1b-8c35-9a72-5b1e6f7d0c93';
const name = { form: 'EBL01', serial: '26TAA', number: 12 };
const found = (text: string) => readFound(text, readXml);
const item = '<Item><pattern>EBL01</pattern><serial>26TAA</serial><invNum>12</invNum></Item>';

describe('answers of VNPT', () => {
  test('name what was issued, with or without its key', () => {
    expect(readIssued(`OK:EBL01;26TAA-${KEY}_12`, KEY)).toEqual({ state: 'issued', name });
    expect(readIssued('OK:EBL01;26TAA;00000012', KEY)).toEqual({ state: 'issued', name });
  });

  test.each([
    'OK:EBL01;26TAA-another_12',
    `OK:01BLP0-001;AA-22E-${KEY}_12`,
    `OK:EBL01;26TAA-${KEY}_0`,
    `OK:EBL01;26TAA-${KEY}_123456789`,
    'OK:',
    'OK',
    '',
    '<html>',
  ])('are not believed that say %j', text => {
    expect(readIssued(text, KEY)).toMatchObject({ state: 'unavailable', reason: 'untrustworthy' });
  });

  test('list one receipt of a key, or none', () => {
    expect(found(`<Data>${item}</Data>`)).toEqual({ state: 'issued', name });
    expect(found(`OK:<Data>${item}<Item></Item></Data>`)).toEqual({ state: 'issued', name });
    expect(found('<Data></Data>')).toEqual({ state: 'none' });
    expect(found('ERR:6')).toEqual({ state: 'none' });
    expect(found('ERR:7')).toEqual({ state: 'blocked', code: '7' });
  });

  test.each([
    '',
    'ERR:',
    'ERR:4x',
    '<Data>',
    '<Other/>',
    `<Data>${item}${item}</Data>`,
    '<Data><Item><a/></Item></Data>',
  ])('do not say that there is none by %j', text => {
    expect(found(text)).toMatchObject({ state: 'unavailable' });
  });

  test('are no page where they are no PDF', () => {
    expect(readPage('AAAA')).toMatchObject({ state: 'unavailable', detail: 'no-pdf' });
    expect(readPage('')).toMatchObject({ state: 'unavailable', detail: 'no-pdf' });
  });
});

describe('answers of Viettel', () => {
  test('name what was issued', () => {
    const result = { invoiceNo: '26TAA12' };
    expect(issuedByViettel({ errorCode: null, result }, 'EBL01')).toEqual({ state: 'issued', name });
    expect(foundByViettel({ errorCode: '', result: [result] }, 'EBL01')).toEqual({ state: 'issued', name });
    expect(foundByViettel({ result: [] }, 'EBL01')).toEqual({ state: 'none' });
  });

  test.each([
    { result: { invoiceNo: 'K26TYY12' } },
    { result: { invoiceNo: '26TAA' } },
    { result: null },
    {},
    { code: 500, message: 'Lỗi hệ thống' },
    { code: 503 },
  ])('are not believed that say %j', answer => {
    expect(issuedByViettel(answer, 'EBL01')).toMatchObject({ state: 'unavailable' });
  });

  test.each([
    {},
    { result: {} },
    { code: 400, message: 'Sai' },
    { result: [{ invoiceNo: '26TAA1' }, { invoiceNo: '26TAA2' }] },
  ])('do not say that there is none by %j', answer => {
    expect(foundByViettel(answer, 'EBL01')).toMatchObject({ state: 'unavailable' });
  });
});
