import { S3Client } from '@aws-sdk/client-s3';
import { s3PutUploadedObject } from '../../records/files/put-uploaded-object.ts';
import { s3UploadedObjects } from '../../records/files/uploaded-objects.ts';

/** Where uploads are, with its own client: what was fetched is put there, and judged. */
export function openUploadsBucket(bucket: string) {
  const client = new S3Client({});
  return { objects: s3UploadedObjects(client, bucket), put: s3PutUploadedObject(client, bucket) };
}
