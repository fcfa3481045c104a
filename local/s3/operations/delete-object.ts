import type { WireResponse } from '../../host/wire.ts';
import { S3Error } from '../protocol/errors.ts';
import { parameter } from '../protocol/request.ts';
import {
  childrenNamed,
  childText,
  element,
  optional,
  type XmlElement,
  xmlDocument,
} from '../protocol/xml.ts';
import type { Bucket } from '../storage/bucket.ts';
import { type BucketCall, emptyAnswer, type ObjectCall, requestDocument, xmlAnswer } from './call.ts';
import { checkWriteConditions } from './conditions.ts';
import { checkVersionId, currentObject } from './find-version.ts';

/** What a deletion did. */
interface Deletion {
  /** The delete marker made or removed; its version id. */
  readonly marker?: string;
  /** The version removed for good. */
  readonly versionId?: string;
}

/** Deletes as the bucket's versioning has it: for good, or by a delete marker. Deleting nothing succeeds. */
async function deleteKey(
  { bucket, now }: Pick<BucketCall, 'bucket' | 'now'>,
  key: string,
  versionId: string | undefined,
  headers: Readonly<Record<string, string>>,
): Promise<Deletion> {
  if (versionId !== undefined) checkVersionId(versionId);
  return bucket.locked('key', key, async () => {
    if (headers['if-match'] !== undefined)
      checkWriteConditions({ 'if-match': headers['if-match'] }, key, await currentObject(bucket, key));
    if (versionId !== undefined) return deleteVersion(bucket, key, versionId, now());
    if (bucket.record().versioning !== 'never') {
      const marker = await bucket.addMarker({ key, modifiedAt: now() });
      return { marker: marker.versionId };
    }
    const [current] = bucket.versions(key);
    if (current) await bucket.remove(key, current);
    return {};
  });
}

async function deleteVersion(bucket: Bucket, key: string, versionId: string, now: number): Promise<Deletion> {
  const version = bucket.versions(key).find(known => known.versionId === versionId);
  // Whoever may bypass a lock in governance mode, policies say; this host has none, so nobody may.
  if (version && !version.marker && ((await bucket.readObject(version)).lock?.until ?? 0) > now)
    throw new S3Error('AccessDenied', 'Access Denied because object protected by object lock.');
  if (version) await bucket.remove(key, version);
  return { versionId, ...(version?.marker ? { marker: versionId } : {}) };
}

export async function deleteObject(call: ObjectCall): Promise<WireResponse> {
  const { marker, versionId } = await deleteKey(
    call,
    call.key,
    parameter(call.request, 'versionId'),
    call.request.headers,
  );
  const version = versionId ?? marker;
  return emptyAnswer(204, {
    ...(marker === undefined ? {} : { 'x-amz-delete-marker': 'true' }),
    ...(version === undefined || call.bucket.record().versioning === 'never'
      ? {}
      : { 'x-amz-version-id': version }),
  });
}

const MOST_KEYS = 1000;

/** Deletions of one request that run side by side; those of one key still run in order. */
const AT_ONCE = 32;

interface Target {
  readonly key: string;
  readonly versionId: string | undefined;
  readonly eTag: string | undefined;
}

async function deleteOne(
  call: BucketCall,
  { key, versionId, eTag }: Target,
  quiet: boolean,
): Promise<XmlElement[]> {
  const named = [element('Key', key), ...optional('VersionId', versionId)];
  try {
    const { marker } = await deleteKey(call, key, versionId, eTag === undefined ? {} : { 'if-match': eTag });
    const markerFacts =
      marker === undefined ? [] : [element('DeleteMarker', true), element('DeleteMarkerVersionId', marker)];
    return quiet ? [] : [element('Deleted', [...named, ...markerFacts])];
  } catch (error) {
    if (!(error instanceof S3Error)) throw error;
    return [element('Error', [...named, element('Code', error.code), element('Message', error.message)])];
  }
}

/** DeleteObjects: up to 1,000 keys, each on its own; failures are told beside the successes. */
export async function deleteObjects(call: BucketCall): Promise<WireResponse> {
  const { headers } = call.request;
  if (!Object.keys(headers).some(name => name === 'content-md5' || name.startsWith('x-amz-checksum-')))
    throw new S3Error('InvalidRequest', 'Missing required header for this request: Content-MD5');
  const document = requestDocument(call.request, 'Delete');
  const quiet = childText(document, 'Quiet') === 'true';
  const targets = childrenNamed(document, 'Object').map(node => ({
    key: childText(node, 'Key') ?? '',
    versionId: childText(node, 'VersionId') || undefined,
    eTag: childText(node, 'ETag'),
  }));
  if (targets.length === 0 || targets.length > MOST_KEYS || targets.some(({ key }) => key === ''))
    throw new S3Error('MalformedXML');
  const results: XmlElement[][] = [];
  for (let at = 0; at < targets.length; at += AT_ONCE)
    results.push(
      ...(await Promise.all(targets.slice(at, at + AT_ONCE).map(target => deleteOne(call, target, quiet)))),
    );
  return xmlAnswer(xmlDocument('DeleteResult', results.flat()));
}
