import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { S3Request } from './request.ts';

/** The algorithm named by every Signature Version 4 request. */
export const SIGV4 = 'AWS4-HMAC-SHA256';

/** The SHA-256 of nothing. */
export const EMPTY_SHA256 = createHash('sha256').digest('hex');

/** Lower-case hex SHA-256. */
export function sha256Hex(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}

function hmac(key: Buffer | string, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest();
}

/** Who signed, and for which day, region and service: `AKID/20260101/region/s3/aws4_request`. */
export interface CredentialScope {
  readonly accessKeyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  /** The credential without the access key. */
  readonly scope: string;
}

/** Parses a credential; undefined when it is not one. Access keys may not hold slashes. */
export function parseCredential(credential: string): CredentialScope | undefined {
  const [accessKeyId, date, region, service, terminator, ...rest] = credential.split('/');
  if (!accessKeyId || !date || !region || !service || terminator !== 'aws4_request' || rest.length > 0)
    return undefined;
  return { accessKeyId, date, region, service, scope: `${date}/${region}/${service}/aws4_request` };
}

const SIGNING_KEYS_KEPT = 50;
const signingKeys = new Map<string, Buffer>();

/** The day's key for one secret, region and service: the same for all requests of a day, so it is kept. */
export function signingKey(secret: string, { date, region, service, scope }: CredentialScope): Buffer {
  const name = `${scope} ${secret}`;
  const kept = signingKeys.get(name);
  if (kept) return kept;
  const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), service), 'aws4_request');
  const [oldest] = signingKeys.keys();
  if (oldest !== undefined && signingKeys.size >= SIGNING_KEYS_KEPT) signingKeys.delete(oldest);
  signingKeys.set(name, key);
  return key;
}

/** Hex signature of a text under a day's key. */
export function sign(key: Buffer, text: string): string {
  return hmac(key, text).toString('hex');
}

/** Compares two hex signatures in constant time. */
export function sameSignature(ours: string, theirs: string): boolean {
  const [a, b] = [Buffer.from(ours), Buffer.from(theirs)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Percent-encodes all but RFC 3986's unreserved characters, as Signature Version 4 asks. */
export function uriEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function canonicalQuery(query: S3Request['query']): string {
  return query
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]): [string, string] => [uriEncode(name), uriEncode(value)])
    .sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0))
    .map(pair => pair.join('='))
    .join('&');
}

/** The canonical request: what was really asked, in the one spelling that both sides sign. */
export function canonicalRequest(
  request: Pick<S3Request, 'method' | 'path' | 'query' | 'headers'>,
  signedHeaders: readonly string[],
  payload: string,
): string {
  const headers = signedHeaders.map(
    name => `${name}:${(request.headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`,
  );
  return [
    request.method,
    request.path.split('/').map(uriEncode).join('/'),
    canonicalQuery(request.query),
    headers.join(''),
    signedHeaders.join(';'),
    payload,
  ].join('\n');
}

/** The text that the signature of a request covers. `timestamp` is in the basic form `20260101T000000Z`. */
export function stringToSign(timestamp: string, scope: string, canonical: string): string {
  return [SIGV4, timestamp, scope, sha256Hex(canonical)].join('\n');
}

/** The instant of a basic-form timestamp, in milliseconds; undefined when it is not one. */
export function parseTimestamp(timestamp: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(timestamp)?.slice(1);
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second] = parts;
  const instant = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(instant) ? undefined : instant;
}
