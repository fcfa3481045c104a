import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { AnchorSettings } from '../../schemas/anchor/settings.ts';

/** The key that signs each day's statement. Nobody can read its private half, whoever administers the account. */
export function signingKey(scope: Construct): Key {
  return new Key(scope, 'SigningKey', {
    description: 'Signs what was recorded each day',
    keySpec: KeySpec.ECC_NIST_P256,
    keyUsage: KeyUsage.SIGN_VERIFY,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

/**
 * Where anchors are kept: a bucket that locks what is written, or one of another account. It is encrypted by S3's
 * own key: what proves the records must not be lost with the key of the records, and nothing in it is secret.
 */
export function anchorBucket(scope: Construct, settings: AnchorSettings, accessLogs: Bucket): IBucket {
  if (settings.bucket !== undefined) return Bucket.fromBucketName(scope, 'Anchors', settings.bucket);
  const period = Duration.days(settings.days);
  const bucket = new Bucket(scope, 'Anchors', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    encryption: BucketEncryption.S3_MANAGED,
    objectLockEnabled: true,
    objectLockDefaultRetention:
      settings.mode === 'compliance'
        ? ObjectLockRetention.compliance(period)
        : ObjectLockRetention.governance(period),
    serverAccessLogsBucket: accessLogs as IBucket,
    serverAccessLogsPrefix: 'Anchors/',
    removalPolicy: RemovalPolicy.RETAIN,
  });
  for (const statement of onceForAll(bucket)) bucket.addToResourcePolicy(statement);
  // CDK's own interfaces are looser about optional members than its classes.
  return bucket as IBucket;
}

/** What nobody may do to an anchor, whatever a role allows: take it away, loosen its lock, write over it. */
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
