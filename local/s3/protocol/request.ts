import type { IncomingHttpHeaders } from 'node:http';
import type { WireRequest } from '../../host/wire.ts';
import { S3Error } from './errors.ts';

/** An S3 request with its address resolved; `body` is still as sent. */
export interface S3Request {
  readonly method: string;
  readonly bucket: string | undefined;
  readonly key: string | undefined;
  /** Decoded query parameters in the order sent. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Lower-case names; values as UTF-8 text. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The decoded path, which signatures cover. */
  readonly path: string;
}

/** The first value of a query parameter. */
export function parameter(request: Pick<S3Request, 'query'>, name: string): string | undefined {
  return request.query.find(([known]) => known === name)?.[1];
}

const LONGEST_KEY_BYTES = 1024;

/**
 * The bucket named by the Host header in virtual-host style: `bucket.s3.region.amazonaws.com`,
 * `bucket.s3.localhost` or `bucket.localhost`. Addresses and bare names mean path style.
 */
function bucketOfHost(host: string): string | undefined {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return (
    /^(?<bucket>.+?)\.s3(?:[.-][a-z0-9-]+)*\.(?:amazonaws\.com|localhost)$/.exec(name)?.groups?.['bucket'] ??
    /^(?!s3(?:[.-]|$))(?<bucket>.+)\.localhost$/.exec(name)?.groups?.['bucket']
  );
}

function decodeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error('InvalidURI', undefined, { URI: text });
  }
}

/** Decoded query parameters; a plus is a space, as S3 reads it. */
export function parseQuery(query: string): [string, string][] {
  return query
    .split('&')
    .filter(pair => pair !== '')
    .map(pair => {
      const at = pair.indexOf('=');
      const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
      return [decodeUri(name.replaceAll('+', ' ')), decodeUri(value.replaceAll('+', ' '))];
    });
}

/** Node hands header bytes over as Latin-1; clients that send more than ASCII send UTF-8. */
function headerText(value: string): string {
  const bytes = Buffer.from(value, 'latin1');
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : value;
}

function flattenHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined)
      flat[name.toLowerCase()] = headerText(Array.isArray(value) ? value.join(',') : value);
  return flat;
}

/** Resolves bucket and key (virtual-host or path style). Throws InvalidURI and KeyTooLongError. */
export function parseRequest(wire: WireRequest): S3Request {
  const headers = flattenHeaders(wire.headers);
  const path = decodeUri(wire.path);
  const hosted = bucketOfHost(headers['host'] ?? '');
  const [, bucket, key] =
    hosted === undefined ? (/^\/([^/]*)\/?([\s\S]*)$/.exec(path) ?? []) : [path, hosted, path.slice(1)];
  if (key !== undefined && Buffer.byteLength(key) > LONGEST_KEY_BYTES)
    throw new S3Error('KeyTooLongError', undefined, {
      Size: String(Buffer.byteLength(key)),
      MaxSizeAllowed: String(LONGEST_KEY_BYTES),
    });
  return {
    method: wire.method.toUpperCase(),
    bucket: bucket || undefined,
    key: key || undefined,
    query: parseQuery(wire.query),
    headers,
    body: wire.body,
    path,
  };
}
