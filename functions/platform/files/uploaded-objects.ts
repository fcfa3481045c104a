import { GetObjectCommand, HeadObjectCommand, NotFound, type S3Client } from '@aws-sdk/client-s3';

/** What the store holds under a key, as far as it must be what was declared. */
export interface UploadedObject {
  readonly size: number;
  readonly contentType: string | undefined;
  /** SHA-256 in hexadecimal, as the store verified it on receipt; undefined when it was not asked to. */
  readonly sha256: string | undefined;
  /** The first bytes, by which a kind of file is known. */
  readonly beginning: Buffer;
}

/** The bucket of digitized files, to look at. */
export interface UploadedObjects {
  look(key: string): Promise<UploadedObject | undefined>;
}

export function s3UploadedObjects(client: S3Client, bucket: string): UploadedObjects {
  return {
    async look(key) {
      try {
        const head = await client.send(
          new HeadObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' }),
        );
        const start = await client.send(
          new GetObjectCommand({ Bucket: bucket, Key: key, Range: 'bytes=0-15' }),
        );
        return {
          size: head.ContentLength ?? 0,
          contentType: head.ContentType,
          sha256: head.ChecksumSHA256 && Buffer.from(head.ChecksumSHA256, 'base64').toString('hex'),
          beginning: Buffer.from((await start.Body?.transformToByteArray()) ?? []),
        };
      } catch (error) {
        if (error instanceof NotFound) return undefined;
        throw error;
      }
    },
  };
}
