import { RemovalPolicy } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { AnchorSettings } from '../../schemas/anchor/settings.ts';
import { lockedBucket } from './locked-bucket.ts';

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
  // CDK's own interfaces are looser about optional members than its classes.
  return lockedBucket(scope, 'Anchors', {
    encryption: BucketEncryption.S3_MANAGED,
    lock: settings,
    accessLogs,
  }) as IBucket;
}
