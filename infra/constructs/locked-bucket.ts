import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  type BucketProps,
  type IBucket,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

export interface LockedBucketProps
  extends Pick<BucketProps, 'encryption' | 'encryptionKey' | 'bucketKeyEnabled'> {
  readonly lock: { readonly mode: 'compliance' | 'governance'; readonly days: number };
  readonly accessLogs: Bucket;
}

/** A bucket in which every object is written once and stays for the time of its lock. */
export function lockedBucket(
  scope: Construct,
  id: string,
  { lock, accessLogs, ...own }: LockedBucketProps,
): Bucket {
  const period = Duration.days(lock.days);
  const bucket = new Bucket(scope, id, {
    ...own,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    objectLockEnabled: true,
    objectLockDefaultRetention:
      lock.mode === 'compliance'
        ? ObjectLockRetention.compliance(period)
        : ObjectLockRetention.governance(period),
    // CDK's own interfaces are looser about optional members than its classes.
    serverAccessLogsBucket: accessLogs as IBucket,
    serverAccessLogsPrefix: `${id}/`,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  for (const statement of onceForAll(bucket)) bucket.addToResourcePolicy(statement);
  return bucket;
}

/** What nobody may do to an object, whatever a role allows: take it away, loosen its lock, write over it. */
function onceForAll(bucket: Bucket): PolicyStatement[] {
  const denied = {
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    resources: [bucket.arnForObjects('*')],
  };
  return [
    new PolicyStatement({
      sid: 'NothingIsTakenAway',
      ...denied,
      actions: [
        's3:DeleteObject',
        's3:DeleteObjectVersion',
        's3:PutObjectRetention',
        's3:PutObjectLegalHold',
        's3:BypassGovernanceRetention',
      ],
    }),
    new PolicyStatement({
      sid: 'NothingIsWrittenOver',
      ...denied,
      actions: ['s3:PutObject'],
      conditions: { Null: { 's3:if-none-match': 'true' } },
    }),
  ];
}
