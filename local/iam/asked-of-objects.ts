import { parameter, type S3Request } from '../s3/protocol/request.ts';
import type { Asked } from './statement.ts';

/**
 * What a request to S3 asks to be allowed. A request that names nothing asks nothing:
 * the service refuses it itself.
 */
export function askedOfObjects(request: S3Request): readonly Asked[] {
  if (request.bucket === undefined) return [];
  const bucket = `arn:aws:s3:::${request.bucket}`;
  if (request.key === undefined) return [{ action: ofBucket(request), resource: bucket }];
  return [{ action: ofObject(request), resource: `${bucket}/${request.key}` }];
}

const has = (request: S3Request, name: string) => parameter(request, name) !== undefined;

function ofBucket(request: S3Request): string {
  if (request.method === 'HEAD' || has(request, 'list-type')) return 's3:ListBucket';
  if (has(request, 'versions')) return 's3:ListBucketVersions';
  if (has(request, 'uploads')) return 's3:ListBucketMultipartUploads';
  if (has(request, 'location')) return 's3:GetBucketLocation';
  return `s3:${request.method} on the bucket ?${request.query.map(([name]) => name).join('&')}`;
}

function ofObject(request: S3Request): string {
  const version = has(request, 'versionId') ? 'Version' : '';
  const noun = ['retention', 'legal-hold', 'tagging', 'acl'].find(name => has(request, name));
  const parts = has(request, 'uploadId') || has(request, 'uploads');
  if (noun !== undefined) return `s3:${request.method} ?${noun}`;
  switch (request.method) {
    case 'GET':
      return parts ? 's3:ListMultipartUploadParts' : `s3:GetObject${version}`;
    case 'HEAD':
      return `s3:GetObject${version}`;
    case 'DELETE':
      return parts ? 's3:AbortMultipartUpload' : `s3:DeleteObject${version}`;
    default:
      return 's3:PutObject';
  }
}
