import type { WireResponse } from '../../host/wire.ts';
import { verifyDigests } from '../protocol/checksums.ts';
import { S3Error } from '../protocol/errors.ts';
import { parameter } from '../protocol/request.ts';
import { childrenNamed, childText, element, parseXml, xmlDocument } from '../protocol/xml.ts';
import type { ObjectProperties } from '../storage/records.ts';
import { emptyAnswer, type ObjectCall, xmlAnswer } from './call.ts';
import { findVersion, readingSettled } from './find-version.ts';
import { versionHeader } from './object-properties.ts';
import { checkTags } from './tags.ts';

async function replaceTags(
  { bucket, key, request }: ObjectCall,
  tags: ObjectProperties['tags'],
  status: 200 | 204,
): Promise<WireResponse> {
  return bucket.locked('key', key, async () => {
    const version = findVersion(bucket, key, parameter(request, 'versionId'));
    await bucket.rewrite(version, { ...(await bucket.readObject(version)), tags });
    return emptyAnswer(status, versionHeader(bucket, version));
  });
}

/** The tags of a Tagging document. Throws MalformedXML and what `checkTags` throws. */
export function parseTags(body: Buffer): ObjectProperties['tags'] {
  const [set] = childrenNamed(parseXml(body, 'Tagging'), 'TagSet');
  if (!set) throw new S3Error('MalformedXML');
  return checkTags(
    childrenNamed(set, 'Tag').map(tag => {
      const [name, value] = [childText(tag, 'Key'), childText(tag, 'Value')];
      if (name === undefined || value === undefined) throw new S3Error('MalformedXML');
      return [name, value];
    }),
  );
}

export async function putObjectTagging(call: ObjectCall): Promise<WireResponse> {
  verifyDigests(call.request.headers, call.request.body);
  return replaceTags(call, parseTags(call.request.body), 200);
}

export function deleteObjectTagging(call: ObjectCall): Promise<WireResponse> {
  return replaceTags(call, {}, 204);
}

export function getObjectTagging({ bucket, key, request }: ObjectCall): Promise<WireResponse> {
  return readingSettled(async () => {
    const version = findVersion(bucket, key, parameter(request, 'versionId'));
    const { tags } = await bucket.readObject(version);
    const set = Object.entries(tags).map(([name, value]) =>
      element('Tag', [element('Key', name), element('Value', value)]),
    );
    return xmlAnswer(xmlDocument('Tagging', [element('TagSet', set)]), versionHeader(bucket, version));
  });
}
