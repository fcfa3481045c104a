import type { Authorization } from './authenticate.ts';
import { S3Error } from './errors.ts';
import { EMPTY_SHA256, sameSignature, sha256Hex, sign } from './signature.ts';

/** A body taken out of aws-chunked encoding, with the headers that came after it. */
export interface DecodedBody {
  readonly body: Buffer;
  readonly trailers: Readonly<Record<string, string>>;
}

/** The forms of x-amz-content-sha256 that announce an aws-chunked body. */
const FORMS: Readonly<Record<string, { signed: boolean; trailer: boolean }>> = {
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD': { signed: true, trailer: false },
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER': { signed: true, trailer: true },
  'STREAMING-UNSIGNED-PAYLOAD-TRAILER': { signed: false, trailer: true },
};

/** Whether a payload hash announces an aws-chunked body. */
export function isChunked(payload: string): boolean {
  return Object.hasOwn(FORMS, payload);
}

const CRLF = '\r\n';
const SMALLEST_SIGNED_CHUNK = 8192;

/**
 * Decodes an aws-chunked body. Chunk signatures, the trailer's signature, the announced trailer names and
 * x-amz-decoded-content-length are verified. Throws IncompleteBody, SignatureDoesNotMatch, InvalidChunkSizeError,
 * MalformedTrailerError and MissingContentLength.
 */
export function decodeChunked(
  encoded: Buffer,
  headers: Readonly<Record<string, string>>,
  authorization: Pick<Authorization, 'payload' | 'signature' | 'key' | 'timestamp' | 'scope'>,
): DecodedBody {
  const form = FORMS[authorization.payload];
  if (!form) throw new S3Error('InvalidArgument');
  const announced = headers['x-amz-decoded-content-length'];
  if (announced === undefined || !/^\d+$/.test(announced)) throw new S3Error('MissingContentLength');
  let previous = authorization.signature;
  const chain = (kind: 'PAYLOAD' | 'TRAILER', provided: string | undefined, hashes: string[]) => {
    const text = [
      `AWS4-HMAC-SHA256-${kind}`,
      authorization.timestamp,
      authorization.scope,
      previous,
      ...hashes,
    ];
    if (provided === undefined || !sameSignature(sign(authorization.key, text.join('\n')), provided))
      throw new S3Error('SignatureDoesNotMatch');
    previous = provided;
  };

  const chunks: Buffer[] = [];
  let at = 0;
  let short = false;
  for (;;) {
    const end = encoded.indexOf(CRLF, at, 'latin1');
    if (end < 0) throw new S3Error('IncompleteBody');
    const head = /^([0-9a-f]{1,8})(?:;chunk-signature=([0-9a-f]{64}))?$/i.exec(
      encoded.toString('latin1', at, end),
    );
    if (!head?.[1]) throw new S3Error('IncompleteBody');
    const size = Number.parseInt(head[1], 16);
    at = end + CRLF.length;
    const data = encoded.subarray(at, at + size);
    if (data.length < size) throw new S3Error('IncompleteBody');
    if (form.signed) chain('PAYLOAD', head[2], [EMPTY_SHA256, sha256Hex(data)]);
    at += size;
    if (size === 0) break;
    if (form.signed && short) throw new S3Error('InvalidChunkSizeError');
    short = size < SMALLEST_SIGNED_CHUNK;
    chunks.push(data);
    if (encoded.toString('latin1', at, at + 2) !== CRLF) throw new S3Error('IncompleteBody');
    at += CRLF.length;
  }

  const trailers = readTrailers(encoded.toString('utf8', at));
  const { 'x-amz-trailer-signature': signature, ...named } = trailers;
  if (form.signed && form.trailer) {
    const block = Object.entries(named).map(([name, value]) => `${name}:${value}\n`);
    chain('TRAILER', signature, [sha256Hex(block.join(''))]);
  }
  const expected = (headers['x-amz-trailer'] ?? '')
    .split(',')
    .flatMap(name => name.trim().toLowerCase() || []);
  if (expected.length !== Object.keys(named).length || expected.some(name => named[name] === undefined))
    throw new S3Error('MalformedTrailerError');
  const body = Buffer.concat(chunks);
  if (body.length !== Number(announced)) throw new S3Error('IncompleteBody');
  return { body, trailers: named };
}

function readTrailers(text: string): Record<string, string> {
  const trailers: Record<string, string> = {};
  for (const line of text.split(/\r?\n/).filter(line => line !== '')) {
    const colon = line.indexOf(':');
    if (colon < 1) throw new S3Error('MalformedTrailerError');
    trailers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  return trailers;
}
