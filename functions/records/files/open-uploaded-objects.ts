import { S3Client } from '@aws-sdk/client-s3';
import { s3UploadedObjects, type UploadedObjects } from './uploaded-objects.ts';

/** The bucket, with its own client. */
export function openUploadedObjects(bucket: string): UploadedObjects {
  return s3UploadedObjects(new S3Client({}), bucket);
}
