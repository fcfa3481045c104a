import {
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { FirstWritten, LockedObjects } from './locked-objects.ts';

/** The objects of a bucket with Object Lock, whose default retention locks each version that is written. */
export function s3Objects(s3: Pick<S3Client, 'send'>, Bucket: string): LockedObjects {
  const textOf = async (Key: string, VersionId?: string) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, ...(VersionId && { VersionId }) }));
    return (await Body?.transformToString('utf8')) ?? '';
  };
  return {
    async names(prefix, after) {
      const names: string[] = [];
      for (let token: string | undefined, more = true; more; more = token !== undefined) {
        const page = await s3.send(
          new ListObjectsV2Command({
            Bucket,
            Prefix: prefix,
            ...(after !== undefined && { StartAfter: after }),
            ...(token !== undefined && { ContinuationToken: token }),
          }),
        );
        names.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
        token = page.NextContinuationToken;
      }
      return names;
    },
    async read(name) {
      try {
        return await textOf(name);
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async add(name, text) {
      try {
        const sent = { Bucket, Key: name, Body: text, ContentType: 'text/plain; charset=utf-8' };
        // A locked object takes a checksum; nothing is ever written over.
        await s3.send(new PutObjectCommand({ ...sent, IfNoneMatch: '*', ChecksumAlgorithm: 'SHA256' }));
        return 'added';
      } catch (error) {
        if (error instanceof S3ServiceException && error.name === 'PreconditionFailed') return 'there';
        throw error;
      }
    },
    async firstWritten(prefix) {
      const versions: Version[] = [];
      for (let at: Partial<Version> | undefined = {}; at; ) {
        const page: ListObjectVersionsCommandOutput = await s3.send(
          new ListObjectVersionsCommand({
            Bucket,
            Prefix: prefix,
            ...(at.Key !== undefined && { KeyMarker: at.Key }),
            ...(at.VersionId !== undefined && { VersionIdMarker: at.VersionId }),
          }),
        );
        versions.push(...versionsOf(page));
        at = page.IsTruncated
          ? { Key: page.NextKeyMarker ?? '', VersionId: page.NextVersionIdMarker ?? '' }
          : undefined;
      }
      const found = [...Map.groupBy(versions, ({ Key }) => Key)].map(async ([name, all]) => {
        // Versions are listed newest first.
        const first = all.filter(({ marker }) => !marker).at(-1);
        const text = first && (await textOf(name, first.VersionId));
        return text === undefined ? [] : [{ name, text, covered: all.length > 1 } satisfies FirstWritten];
      });
      return (await Promise.all(found)).flat();
    },
  };
}

interface Version {
  readonly Key: string;
  readonly VersionId: string;
  readonly marker: boolean;
}

/** Of a key, the marks that it is deleted and the versions; their order among one another does not matter. */
function versionsOf({ Versions = [], DeleteMarkers = [] }: ListObjectVersionsCommandOutput): Version[] {
  const told = (marker: boolean) => (one: { Key?: string | undefined; VersionId?: string | undefined }) => ({
    Key: one.Key ?? '',
    VersionId: one.VersionId ?? '',
    marker,
  });
  return [...DeleteMarkers.map(told(true)), ...Versions.map(told(false))];
}
