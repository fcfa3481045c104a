import * as z from 'zod';
import type { Resource, Resources } from '../assembly/load-resources.ts';
import type { Announcement } from '../events/bus.ts';
import { HostError } from './host-error.ts';

/** What happened to an object, as the S3 service tells it. */
export interface ObjectChange {
  readonly bucket: string;
  readonly key: string;
  readonly kind: 'created' | 'deleted';
  readonly cause: 'Put' | 'Post' | 'Copy' | 'CompleteMultipartUpload' | 'Delete' | 'DeleteMarkerCreated';
  readonly size: number;
  readonly eTag: string;
  readonly versionId?: string | undefined;
  readonly sequencer: string;
}

const Method = z.enum(['GET', 'PUT', 'POST', 'DELETE', 'HEAD']);
const CorsRule = z
  .looseObject({
    Id: z.string().optional(),
    AllowedOrigins: z.array(z.string()).min(1),
    AllowedMethods: z.array(Method).min(1),
    AllowedHeaders: z.array(z.string()).default([]),
    ExposedHeaders: z.array(z.string()).default([]),
    MaxAge: z.coerce.number().int().optional(),
  })
  .transform(({ Id, AllowedOrigins, AllowedMethods, AllowedHeaders, ExposedHeaders, MaxAge }) => ({
    ...(Id === undefined ? {} : { id: Id }),
    allowedOrigins: AllowedOrigins,
    allowedMethods: AllowedMethods,
    allowedHeaders: AllowedHeaders,
    exposedHeaders: ExposedHeaders,
    ...(MaxAge === undefined ? {} : { maxAge: MaxAge }),
  }));

/** Only announcements on the event bus; a bucket that calls functions or queues itself is refused. */
const Notifications = z.strictObject({
  EventBridgeConfiguration: z.looseObject({}).optional(),
  EventBridgeEnabled: z.boolean().optional(),
});
/** A lock by default; a bucket that leaves it to each writer is refused. */
const Lock = z
  .looseObject({
    Rule: z.looseObject({
      DefaultRetention: z.strictObject({
        Mode: z.enum(['GOVERNANCE', 'COMPLIANCE']),
        Days: z.coerce.number().int().min(1).optional(),
        Years: z.coerce.number().int().min(1).optional(),
      }),
    }),
  })
  .transform(({ Rule: { DefaultRetention: rule } }) => ({
    mode: rule.Mode,
    days: rule.Days ?? 365 * (rule.Years ?? 1),
  }));
const Bucket = z.looseObject({
  ObjectLockConfiguration: Lock.optional(),
  VersioningConfiguration: z.looseObject({ Status: z.string() }).optional(),
  CorsConfiguration: z.looseObject({ CorsRules: z.array(CorsRule) }).optional(),
  NotificationConfiguration: Notifications.optional(),
});
const BucketNotifications = z.looseObject({
  BucketName: z.string(),
  NotificationConfiguration: Notifications,
});

/** One bucket of the template. */
export interface BucketSpec {
  readonly name: string;
  readonly versioning: boolean;
  readonly cors: z.output<typeof CorsRule>[];
  readonly announces: boolean;
  readonly lock?: z.output<typeof Lock> | undefined;
}

/** Reads AWS::S3::Bucket resources, and the custom resources in which CDK keeps their notifications. */
export function bucketSpecs(resources: Resources): readonly BucketSpec[] {
  const announcing = new Set(
    resources
      .ofType('Custom::S3BucketNotifications')
      .map(resource => parse(BucketNotifications, resource).BucketName),
  );
  return resources.ofType('AWS::S3::Bucket').map(resource => {
    const { VersioningConfiguration, CorsConfiguration, NotificationConfiguration, ObjectLockConfiguration } =
      parse(Bucket, resource);
    return {
      name: resource.name,
      versioning: VersioningConfiguration?.Status === 'Enabled',
      cors: CorsConfiguration?.CorsRules ?? [],
      announces: NotificationConfiguration !== undefined || announcing.has(resource.name),
      lock: ObjectLockConfiguration,
    };
  });
}

const REASONS = {
  Put: 'PutObject',
  Post: 'POST Object',
  Copy: 'CopyObject',
  CompleteMultipartUpload: 'CompleteMultipartUpload',
  Delete: 'DeleteObject',
  DeleteMarkerCreated: 'DeleteObject',
};

/** A change of an object in the shape in which S3 puts it on the event bus. */
export function objectAnnouncement(change: ObjectChange, accountId: string): Announcement {
  const { bucket, key, kind, cause, size, eTag, versionId, sequencer } = change;
  const version = versionId === undefined ? {} : { 'version-id': versionId };
  const object =
    kind === 'created'
      ? { key, size, etag: eTag, ...version, sequencer }
      : { key, etag: eTag, ...version, sequencer };
  return {
    source: 'aws.s3',
    detailType: kind === 'created' ? 'Object Created' : 'Object Deleted',
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object,
      'request-id': sequencer,
      requester: accountId,
      'source-ip-address': '127.0.0.1',
      reason: REASONS[cause],
      ...(kind === 'deleted' && {
        'deletion-type': cause === 'DeleteMarkerCreated' ? 'Delete Marker Created' : 'Permanently Deleted',
      }),
    },
  };
}

function parse<Schema extends z.ZodType>(schema: Schema, resource: Resource): z.output<Schema> {
  const parsed = schema.safeParse(resource.properties);
  if (!parsed.success)
    throw new HostError(
      `The embedded host cannot keep ${resource.type} ${resource.logicalId}: ${z.prettifyError(parsed.error)}.`,
    );
  return parsed.data;
}
