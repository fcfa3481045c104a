import type { S3Client } from '@aws-sdk/client-s3';
import type { StoredFile } from '../../../schemas/stored/file.ts';
import { putOnce } from '../../kernel/objects/put-once.ts';
import { s3UploadedObjects } from './uploaded-objects.ts';

/** Puts what was fetched for somebody where uploads are, once: what was judged is never written over. */
export type PutUploadedObject = (
  file: Pick<StoredFile, 'key' | 'contentType' | 'sha256'>,
  bytes: Uint8Array,
) => Promise<void>;

export function s3PutUploadedObject(client: S3Client, Bucket: string): PutUploadedObject {
  const objects = s3UploadedObjects(client, Bucket);
  return async ({ key: Key, contentType: ContentType, sha256 }, bytes) => {
    // An earlier try of the same request put it there, or was just doing so and may have failed.
    const isThere = async () => (await objects.look(Key)) !== undefined;
    await putOnce(client, { Bucket, Key, Body: bytes, ContentType, sha256 }, isThere);
  };
}
