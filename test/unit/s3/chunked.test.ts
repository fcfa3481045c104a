import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { decodeChunked } from '../../../local/s3/protocol/chunked.ts';

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const sha = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

// The worked example of AWS's documentation "Transferring payload in multiple chunks".
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const scope = '20130524/us-east-1/s3/aws4_request';
const timestamp = '20130524T000000Z';
const key = hmac(hmac(hmac(hmac(`AWS4${SECRET}`, '20130524'), 'us-east-1'), 's3'), 'aws4_request');
const seed = '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9';
const documented = Buffer.concat([
  Buffer.from('10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648\r\n'),
  Buffer.alloc(65536, 'a'),
  Buffer.from('\r\n400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497\r\n'),
  Buffer.alloc(1024, 'a'),
  Buffer.from(
    '\r\n0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n',
  ),
]);
const signed = { payload: 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD', signature: seed, key, timestamp, scope };
const length = { 'x-amz-decoded-content-length': '66560' };

describe('signed chunks', () => {
  test("AWS's documented example decodes", () => {
    expect(decodeChunked(documented, length, signed).body).toEqual(Buffer.alloc(66560, 'a'));
  });

  test('a changed byte, a cut body and a wrong length are rejected', () => {
    const changed = Buffer.from(documented);
    changed[200] = 98;
    expect(() => decodeChunked(changed, length, signed)).toThrow(
      expect.objectContaining({ code: 'SignatureDoesNotMatch' }),
    );
    expect(() => decodeChunked(documented.subarray(0, 65536 + 90), length, signed)).toThrow(
      expect.objectContaining({ code: 'IncompleteBody' }),
    );
    expect(() => decodeChunked(documented, { 'x-amz-decoded-content-length': '66561' }, signed)).toThrow(
      expect.objectContaining({ code: 'IncompleteBody' }),
    );
  });

  test('a signed trailer is verified', () => {
    const chunk = (previous: string, data: string) =>
      hmac(
        key,
        `AWS4-HMAC-SHA256-PAYLOAD\n${timestamp}\n${scope}\n${previous}\n${sha('')}\n${sha(data)}`,
      ).toString('hex');
    const first = chunk(seed, 'hello');
    const last = chunk(first, '');
    const trailer = (line: string) =>
      hmac(key, `AWS4-HMAC-SHA256-TRAILER\n${timestamp}\n${scope}\n${last}\n${sha(`${line}\n`)}`).toString(
        'hex',
      );
    const body = (signature: string) =>
      Buffer.from(
        `5;chunk-signature=${first}\r\nhello\r\n0;chunk-signature=${last}\r\nx-amz-checksum-crc32:NhCmhg==\r\nx-amz-trailer-signature:${signature}\r\n\r\n`,
      );
    const headers = { 'x-amz-decoded-content-length': '5', 'x-amz-trailer': 'x-amz-checksum-crc32' };
    const trailing = { ...signed, payload: 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER' };
    const decoded = decodeChunked(body(trailer('x-amz-checksum-crc32:NhCmhg==')), headers, trailing);
    expect(decoded).toEqual({ body: Buffer.from('hello'), trailers: { 'x-amz-checksum-crc32': 'NhCmhg==' } });
    expect(() => decodeChunked(body(trailer('x-amz-checksum-crc32:AAAAAA==')), headers, trailing)).toThrow(
      expect.objectContaining({ code: 'SignatureDoesNotMatch' }),
    );
  });
});

describe('unsigned chunks with a trailer', () => {
  const unsigned = { ...signed, payload: 'STREAMING-UNSIGNED-PAYLOAD-TRAILER' };
  const headers = { 'x-amz-decoded-content-length': '5', 'x-amz-trailer': 'x-amz-checksum-crc32' };

  test('chunks and trailer are read', () => {
    const body = Buffer.from('2\r\nhe\r\n3\r\nllo\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n');
    expect(decodeChunked(body, headers, unsigned)).toEqual({
      body: Buffer.from('hello'),
      trailers: { 'x-amz-checksum-crc32': 'NhCmhg==' },
    });
  });

  test('a trailer that was announced must come', () => {
    expect(() => decodeChunked(Buffer.from('5\r\nhello\r\n0\r\n\r\n'), headers, unsigned)).toThrow(
      expect.objectContaining({ code: 'MalformedTrailerError' }),
    );
  });
});
