import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { StoredFile } from '../../../schemas/stored/file.ts';
import { lostRace } from '../forms/form-files.ts';
import { s3UploadedObjects } from './uploaded-objects.ts';

/** Puts what was fetched for somebody where uploads are, once: what was judged is never written over. */
export type PutUploadedObject = (
  file: Pick<StoredFile, 'key' | 'contentType' | 'sha256'>,
  bytes: Uint8Array,
) => Promise<void>;

export function s3PutUploadedObject(client: S3Client, Bucket: string): PutUploadedObject {
  const objects = s3UploadedObjects(client, Bucket);
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
      // An earlier try of the same request put it there, or was just doing so and may have failed.
      if (!(lostRace(error) && (await objects.look(key)))) throw error;
    }
  };
}
