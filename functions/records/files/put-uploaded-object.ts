import { PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { StoredFile } from '../../../schemas/stored/file.ts';

/** Puts what was fetched for somebody where uploads are, once: what was judged is never written over. */
export type PutUploadedObject = (
  file: Pick<StoredFile, 'key' | 'contentType' | 'sha256'>,
  bytes: Uint8Array,
) => Promise<void>;

export function s3PutUploadedObject(client: S3Client, Bucket: string): PutUploadedObject {
  return async ({ key, contentType, sha256 }, bytes) => {
    try {
      await client.send(
        new PutObjectCommand({
          Bucket,
          Key: key,
          Body: bytes,
          ContentType: contentType,
          ContentLength: bytes.length,
          ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
          IfNoneMatch: '*',
        }),
      );
    } catch (error) {
      // An earlier try of the same request put it there.
      if (!(error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412)) throw error;
    }
  };
}
