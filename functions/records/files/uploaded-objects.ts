import { GetObjectCommand, HeadObjectCommand, NotFound, type S3Client } from '@aws-sdk/client-s3';

/** What the store holds under a key, as far as it must match the declaration. */
export interface UploadedObject {
  readonly size: number;
  readonly contentType: string | undefined;
  /** SHA-256 in hexadecimal, as the store verified it on receipt; undefined if it was not asked to. */
  readonly sha256: string | undefined;
  /** The whole content. */
  read(): Promise<Uint8Array>;
}

/** Read access to the bucket of digitized files. */
export interface UploadedObjects {
  look(key: string): Promise<UploadedObject | undefined>;
}

export function s3UploadedObjects(client: S3Client, bucket: string): UploadedObjects {
  async function bytesOf(key: string): Promise<Uint8Array> {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  }

  return {
    async look(key) {
      try {
        const head = await client.send(
          new HeadObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' }),
        );
        const size = head.ContentLength ?? 0;
        return {
          size,
          contentType: head.ContentType,
          sha256: head.ChecksumSHA256 && Buffer.from(head.ChecksumSHA256, 'base64').toString('hex'),
          read: () => bytesOf(key),
        };
      } catch (error) {
        if (error instanceof NotFound) return undefined;
        throw error;
      }
    },
  };
}
