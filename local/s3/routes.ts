import type { WireResponse } from '../host/wire.ts';
import {
  createBucketOperation,
  deleteBucket,
  getBucketEncryption,
  getBucketLocation,
  getBucketVersioning,
  getObjectLockConfiguration,
  headBucket,
  listBuckets,
  putBucketVersioning,
} from './operations/bucket-operations.ts';
import type { BucketCall, ObjectCall, Service } from './operations/call.ts';
import { completeMultipartUpload } from './operations/complete-upload.ts';
import { copyObject } from './operations/copy-object.ts';
import { deleteBucketCors, getBucketCors, putBucketCors } from './operations/cors.ts';
import { deleteObject, deleteObjects } from './operations/delete-object.ts';
import { getObject, headObject } from './operations/get-object.ts';
import { listObjectsV2, listObjectVersions } from './operations/list-objects.ts';
import {
  abortMultipartUpload,
  createMultipartUpload,
  listMultipartUploads,
  listParts,
  uploadPart,
} from './operations/multipart-upload.ts';
import { putObject } from './operations/put-object.ts';
import { deleteObjectTagging, getObjectTagging, putObjectTagging } from './operations/tagging.ts';
import { S3Error } from './protocol/errors.ts';
import { parameter, type S3Request } from './protocol/request.ts';

/** Query parameters that make a request another operation, with the operation's noun. */
const SUBRESOURCES: Readonly<Record<string, string>> = {
  accelerate: 'AccelerateConfiguration',
  acl: 'Acl',
  analytics: 'AnalyticsConfiguration',
  attributes: 'Attributes',
  cors: 'Cors',
  delete: 'Objects',
  encryption: 'Encryption',
  'intelligent-tiering': 'IntelligentTieringConfiguration',
  inventory: 'InventoryConfiguration',
  'legal-hold': 'LegalHold',
  lifecycle: 'LifecycleConfiguration',
  location: 'Location',
  logging: 'Logging',
  metrics: 'MetricsConfiguration',
  notification: 'NotificationConfiguration',
  'object-lock': 'ObjectLockConfiguration',
  ownershipControls: 'OwnershipControls',
  policy: 'Policy',
  policyStatus: 'PolicyStatus',
  publicAccessBlock: 'PublicAccessBlock',
  renameObject: 'Rename',
  replication: 'Replication',
  requestPayment: 'RequestPayment',
  restore: 'Restore',
  retention: 'Retention',
  select: 'SelectContent',
  tagging: 'Tagging',
  torrent: 'Torrent',
  uploadId: 'Upload',
  uploads: 'Uploads',
  versioning: 'Versioning',
  versions: 'Versions',
  website: 'Website',
};

const BUCKET_OPERATIONS: Readonly<Record<string, (call: BucketCall) => Promise<WireResponse>>> = {
  HEAD: headBucket,
  DELETE: deleteBucket,
  'GET location': getBucketLocation,
  'GET versioning': getBucketVersioning,
  'PUT versioning': putBucketVersioning,
  'GET cors': getBucketCors,
  'PUT cors': putBucketCors,
  'DELETE cors': deleteBucketCors,
  'GET encryption': getBucketEncryption,
  'GET object-lock': getObjectLockConfiguration,
  'GET versions': listObjectVersions,
  'GET uploads': listMultipartUploads,
  'GET list-type': listObjectsV2,
  'POST delete': deleteObjects,
};

const OBJECT_OPERATIONS: Readonly<Record<string, (call: ObjectCall) => Promise<WireResponse>>> = {
  GET: getObject,
  HEAD: headObject,
  PUT: putObject,
  'PUT copy': copyObject,
  DELETE: deleteObject,
  'GET tagging': getObjectTagging,
  'PUT tagging': putObjectTagging,
  'DELETE tagging': deleteObjectTagging,
  'POST uploads': createMultipartUpload,
  'PUT uploadId': uploadPart,
  'POST uploadId': completeMultipartUpload,
  'DELETE uploadId': abortMultipartUpload,
  'GET uploadId': listParts,
};

/** The name of an operation that this host does not have, as near to AWS's as its parts tell. */
function operationName({ method, key }: S3Request, subresource: string | undefined): string {
  const verb = { GET: 'Get', HEAD: 'Head', PUT: 'Put', POST: 'Post', DELETE: 'Delete' }[method] ?? method;
  if (subresource === 'copy part') return 'UploadPartCopy';
  if (key === undefined && method === 'GET' && subresource === undefined) return 'ListObjects';
  return `${verb}${key === undefined ? 'Bucket' : 'Object'}${SUBRESOURCES[subresource ?? ''] ?? ''}`;
}

function subresourceOf(request: S3Request): string | undefined {
  const named = request.query.find(([name]) => Object.hasOwn(SUBRESOURCES, name))?.[0];
  if (request.headers['x-amz-copy-source'] !== undefined && request.method === 'PUT')
    return named === 'uploadId' ? 'copy part' : (named ?? 'copy');
  if (named === undefined && request.key === undefined && parameter(request, 'list-type') === '2')
    return 'list-type';
  return named;
}

/** Finds the operation that a verified request asks for and runs it. Throws NotImplemented naming those we do not have. */
export async function dispatch(service: Service, request: S3Request): Promise<WireResponse> {
  const { method, bucket: name, key } = request;
  const subresource = subresourceOf(request);
  if (name === undefined && method === 'GET' && subresource === undefined) return listBuckets(service);
  if (name === undefined)
    throw new S3Error('MethodNotAllowed', undefined, { Method: method, ResourceType: 'SERVICE' });
  if (key === undefined && method === 'PUT' && subresource === undefined)
    return createBucketOperation(service, name, request);
  const route = subresource === undefined ? method : `${method} ${subresource}`;
  const run = key === undefined ? BUCKET_OPERATIONS[route] : undefined;
  const runObject = key === undefined ? undefined : OBJECT_OPERATIONS[route];
  if (!run && !runObject) {
    const operation = operationName(request, subresource);
    throw new S3Error('NotImplemented', `This host does not implement the S3 operation ${operation}.`, {
      Operation: operation,
    });
  }
  const bucket = service.store.bucket(name);
  if (key !== undefined && runObject) return runObject({ ...service, request, bucket, key });
  if (run) return run({ ...service, request, bucket });
  throw new S3Error('InternalError');
}
