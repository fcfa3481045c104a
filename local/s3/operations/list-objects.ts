import type { WireResponse } from '../../host/wire.ts';
import { S3Error } from '../protocol/errors.ts';
import { parameter } from '../protocol/request.ts';
import { uriEncode } from '../protocol/signature.ts';
import { element, optional, type XmlElement, xmlDocument } from '../protocol/xml.ts';
import { compareKeys, type SortedKeys } from '../storage/key-order.ts';
import type { Version } from '../storage/version-files.ts';
import { type BucketCall, xmlAnswer } from './call.ts';

const MOST_KEYS = 1000;

/** Where a page goes on: after a key (and one of its versions), or after all keys with a common prefix. */
interface Position {
  readonly after: string;
  readonly skipPrefix: boolean;
  /** Go on inside this key, after its version of this sequence. */
  readonly afterSequence?: string;
}

interface Page {
  readonly items: readonly { key: string; version: Version; latest: boolean }[];
  readonly prefixes: readonly string[];
  /** Where the next page begins, when there is one. */
  readonly next?: Position;
}

interface PageQuery {
  readonly prefix: string;
  readonly delimiter: string;
  readonly maxKeys: number;
  readonly from: Position | undefined;
  readonly versions: (key: string) => readonly Version[];
}

function firstPosition(keys: SortedKeys, prefix: string, from: Position | undefined): number {
  const start = keys.seek(key => compareKeys(key, prefix) < 0);
  if (!from) return start;
  const { after, skipPrefix, afterSequence } = from;
  const inKey = afterSequence !== undefined;
  const rest = keys.seek(key => {
    const order = compareKeys(key, after);
    return order < 0 || (order === 0 && !inKey) || (skipPrefix && key.startsWith(after));
  });
  return Math.max(start, rest);
}

function listPage(keys: SortedKeys, { prefix, delimiter, maxKeys, from, versions }: PageQuery): Page {
  const items: { key: string; version: Version; latest: boolean }[] = [];
  const prefixes: string[] = [];
  let last: Position | undefined;
  let at = firstPosition(keys, prefix, from);
  for (let key = keys.at(at); key?.startsWith(prefix); key = keys.at(at)) {
    const cut = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    if (cut >= 0) {
      const common = key.slice(0, cut + delimiter.length);
      at = keys.seek(other => compareKeys(other, common) < 0 || other.startsWith(common));
      // A prefix under which everything is deleted is not shown.
      if (!sharesPrefix(keys, common, versions)) continue;
      if (items.length + prefixes.length >= maxKeys) return { items, prefixes, ...(last && { next: last }) };
      prefixes.push(common);
      last = { after: common, skipPrefix: true };
      continue;
    }
    const all = versions(key);
    for (const version of all) {
      if (from?.afterSequence !== undefined && key === from.after && version.sequence >= from.afterSequence)
        continue;
      if (items.length + prefixes.length >= maxKeys) return { items, prefixes, ...(last && { next: last }) };
      items.push({ key, version, latest: version === all[0] });
      last = {
        after: key,
        skipPrefix: false,
        ...(all.length > 1 ? { afterSequence: version.sequence } : {}),
      };
    }
    at++;
  }
  return { items, prefixes };
}

function sharesPrefix(keys: SortedKeys, common: string, versions: PageQuery['versions']): boolean {
  let at = keys.seek(key => compareKeys(key, common) < 0);
  for (let key = keys.at(at); key?.startsWith(common); key = keys.at(++at))
    if (versions(key).length > 0) return true;
  return false;
}

function encodeToken(position: Position): string {
  return Buffer.from(JSON.stringify([position.after, position.skipPrefix])).toString('base64url');
}

function decodeToken(token: string): Position {
  try {
    const [after, skipPrefix]: unknown[] = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (typeof after === 'string' && typeof skipPrefix === 'boolean') return { after, skipPrefix };
  } catch {
    // Answered like any other text that is not one of our tokens.
  }
  throw new S3Error('InvalidArgument', 'The continuation token provided is incorrect', {
    ArgumentName: 'continuation-token',
  });
}

/** What both lists ask in the same words. */
function commonQuery({ request }: BucketCall) {
  const text = parameter(request, 'max-keys');
  const maxKeys = text === undefined || text === '' ? MOST_KEYS : Number(text);
  if (!Number.isInteger(maxKeys) || maxKeys < 0)
    throw new S3Error('InvalidArgument', 'Provided max-keys not an integer or within integer range', {
      ArgumentName: 'max-keys',
      ArgumentValue: text ?? '',
    });
  const encoding = parameter(request, 'encoding-type');
  if (encoding !== undefined && encoding !== 'url')
    throw new S3Error('InvalidArgument', 'Invalid Encoding Method specified in Request', {
      ArgumentName: 'encoding-type',
      ArgumentValue: encoding,
    });
  const encode = (value: string) => (encoding === 'url' ? value.split('/').map(uriEncode).join('/') : value);
  return {
    maxKeys: Math.min(maxKeys, MOST_KEYS),
    prefix: parameter(request, 'prefix') ?? '',
    delimiter: parameter(request, 'delimiter') ?? '',
    encoding,
    encode,
  };
}

function facts(
  { version: { summary }, key }: Page['items'][number],
  encode: (key: string) => string,
): XmlElement[] {
  const name = element('Key', encode(key));
  const modified = optional('LastModified', summary && new Date(summary.modifiedAt).toISOString());
  return [name, ...modified];
}

function contents({ version: { summary } }: Page['items'][number]): XmlElement[] {
  if (!summary) return [];
  return [
    element('ETag', `"${summary.eTag}"`),
    element('ChecksumAlgorithm', summary.checksumAlgorithm.toUpperCase()),
    element('ChecksumType', summary.checksumType),
    element('Size', summary.size),
    element('StorageClass', summary.storageClass),
  ];
}

/** ListObjectsV2. */
export async function listObjectsV2(call: BucketCall): Promise<WireResponse> {
  const { bucket, request } = call;
  const { maxKeys, prefix, delimiter, encoding, encode } = commonQuery(call);
  const [token, startAfter] = ['continuation-token', 'start-after'].map(name => parameter(request, name));
  const keys = await bucket.listable();
  const from =
    token !== undefined
      ? decodeToken(token)
      : startAfter
        ? { after: startAfter, skipPrefix: false }
        : undefined;
  const versions = (key: string) =>
    bucket
      .versions(key)
      .slice(0, 1)
      .filter(version => !version.marker);
  const page =
    maxKeys === 0
      ? { items: [], prefixes: [] }
      : listPage(keys, { prefix, delimiter, maxKeys, from, versions });
  return xmlAnswer(
    xmlDocument('ListBucketResult', [
      element('Name', bucket.record().name),
      element('Prefix', encode(prefix)),
      ...optional('StartAfter', startAfter === undefined ? undefined : encode(startAfter)),
      ...optional('ContinuationToken', token),
      ...optional('NextContinuationToken', page.next && encodeToken(page.next)),
      element('KeyCount', page.items.length + page.prefixes.length),
      element('MaxKeys', maxKeys),
      ...optional('Delimiter', delimiter === '' ? undefined : encode(delimiter)),
      ...optional('EncodingType', encoding),
      element('IsTruncated', page.next !== undefined),
      ...page.items.map(item => element('Contents', [...facts(item, encode), ...contents(item)])),
      ...page.prefixes.map(common => element('CommonPrefixes', [element('Prefix', encode(common))])),
    ]),
  );
}

/** ListObjectVersions: versions and delete markers, newest first under each key. */
export async function listObjectVersions(call: BucketCall): Promise<WireResponse> {
  const { bucket, request } = call;
  const { maxKeys, prefix, delimiter, encoding, encode } = commonQuery(call);
  const [keyMarker, versionMarker] = ['key-marker', 'version-id-marker'].map(name =>
    parameter(request, name),
  );
  if (versionMarker && !keyMarker)
    throw new S3Error('InvalidArgument', 'A version-id marker cannot be specified without a key marker.');
  const keys = await bucket.listable();
  const inside = bucket.versions(keyMarker ?? '').find(version => version.versionId === versionMarker);
  const from = keyMarker
    ? {
        after: keyMarker,
        skipPrefix: delimiter !== '' && keyMarker.endsWith(delimiter),
        ...(inside && { afterSequence: inside.sequence }),
      }
    : undefined;
  const page =
    maxKeys === 0
      ? { items: [], prefixes: [] }
      : listPage(keys, { prefix, delimiter, maxKeys, from, versions: key => bucket.versions(key) });
  const last = page.next && !page.next.skipPrefix ? page.items.at(-1) : undefined;
  return xmlAnswer(
    xmlDocument('ListVersionsResult', [
      element('Name', bucket.record().name),
      element('Prefix', encode(prefix)),
      element('KeyMarker', encode(keyMarker ?? '')),
      element('VersionIdMarker', versionMarker ?? ''),
      ...optional('NextKeyMarker', page.next && encode(page.next.after)),
      ...optional('NextVersionIdMarker', last?.version.versionId),
      element('MaxKeys', maxKeys),
      ...optional('Delimiter', delimiter === '' ? undefined : encode(delimiter)),
      ...optional('EncodingType', encoding),
      element('IsTruncated', page.next !== undefined),
      ...page.items.map(item => {
        const identity = [
          ...facts(item, encode),
          element('VersionId', item.version.versionId),
          element('IsLatest', item.latest),
        ];
        return item.version.marker
          ? element('DeleteMarker', identity)
          : element('Version', [...identity, ...contents(item)]);
      }),
      ...page.prefixes.map(common => element('CommonPrefixes', [element('Prefix', encode(common))])),
    ]),
  );
}
