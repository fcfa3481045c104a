import * as z from 'zod';
import { CHECKSUM_ALGORITHMS } from '../protocol/checksums.ts';

const headerMap = z.record(z.string(), z.string());

/** A rule of a bucket's CORS configuration. `*` may stand once in an origin or a header. */
export const corsRule = z.strictObject({
  id: z.string().optional(),
  allowedOrigins: z.array(z.string()).min(1),
  allowedMethods: z.array(z.enum(['GET', 'PUT', 'POST', 'DELETE', 'HEAD'])).min(1),
  allowedHeaders: z.array(z.string()).optional(),
  exposedHeaders: z.array(z.string()).optional(),
  /** Seconds for which a browser may keep a preflight answer. */
  maxAge: z.int().min(0).optional(),
});
export type CorsRule = z.infer<typeof corsRule>;

/** How long Object Lock keeps each new version of a bucket from being removed. */
export const lockRule = z.strictObject({ mode: z.enum(['GOVERNANCE', 'COMPLIANCE']), days: z.int().min(1) });
export type LockRule = z.infer<typeof lockRule>;

export const bucketRecord = z.strictObject({
  name: z.string(),
  createdAt: z.number(),
  versioning: z.enum(['never', 'enabled', 'suspended']),
  cors: z.array(corsRule),
  /** Absent in a bucket without Object Lock. */
  lock: lockRule.optional(),
});
export type BucketRecord = z.infer<typeof bucketRecord>;

export const checksumRecord = z.strictObject({ algorithm: z.enum(CHECKSUM_ALGORITHMS), value: z.string() });

/** What the uploader says of an object, kept from the start of a multipart upload to the object. */
export const objectProperties = z.strictObject({
  /** Content-Type, Cache-Control and the like, by lower-case name. */
  headers: headerMap,
  /** User metadata without the `x-amz-meta-` prefix. */
  metadata: headerMap,
  tags: headerMap,
  storageClass: z.string(),
  encryption: z.strictObject({
    algorithm: z.enum(['AES256', 'aws:kms']),
    keyId: z.string().optional(),
    bucketKey: z.boolean().optional(),
  }),
});
export type ObjectProperties = z.infer<typeof objectProperties>;

/** One version of an object, beside its bytes. */
export const objectRecord = objectProperties.extend({
  key: z.string(),
  /** Milliseconds since the epoch. */
  modifiedAt: z.number(),
  size: z.int(),
  /** Without quotes. */
  eTag: z.string(),
  checksum: checksumRecord,
  checksumType: z.enum(['FULL_OBJECT', 'COMPOSITE']),
  /** Sizes of the parts, of an object that was uploaded in parts. */
  parts: z.array(z.int()).optional(),
  /** The multipart upload it came from, so that completing twice is answered alike. */
  uploadId: z.string().optional(),
  /** Until when (milliseconds since the epoch) the version may not be removed. */
  lock: z.strictObject({ mode: lockRule.shape.mode, until: z.number() }).optional(),
});
export type ObjectRecord = z.infer<typeof objectRecord>;

/** A delete marker. */
export const markerRecord = z.strictObject({ key: z.string(), modifiedAt: z.number() });
export type MarkerRecord = z.infer<typeof markerRecord>;

export const uploadRecord = objectProperties.extend({
  uploadId: z.string(),
  bucket: z.string(),
  key: z.string(),
  startedAt: z.number(),
  checksumAlgorithm: z.enum(CHECKSUM_ALGORITHMS),
  checksumType: z.enum(['FULL_OBJECT', 'COMPOSITE']),
  /** Whether the uploader named the algorithm, and so may be held to it. */
  checksumAsked: z.boolean(),
});
export type UploadRecord = z.infer<typeof uploadRecord>;

export const partRecord = z.strictObject({
  number: z.int(),
  size: z.int(),
  eTag: z.string(),
  modifiedAt: z.number(),
  checksum: checksumRecord,
  /** The file with its bytes, in the upload's folder. */
  file: z.string(),
});
export type PartRecord = z.infer<typeof partRecord>;

/** What happened to an object, told to the host once it is durable. */
export const objectEvent = z.strictObject({
  bucket: z.string(),
  key: z.string(),
  kind: z.enum(['created', 'deleted']),
  /** The last part of S3's event name: `ObjectCreated:Put`, `ObjectRemoved:DeleteMarkerCreated`. */
  cause: z.enum(['Put', 'Post', 'Copy', 'CompleteMultipartUpload', 'Delete', 'DeleteMarkerCreated']),
  size: z.int(),
  eTag: z.string(),
  versionId: z.string().optional(),
  /** Greater for later events of the same key, compared as text. */
  sequencer: z.string(),
});
export type ObjectEvent = z.infer<typeof objectEvent>;
