import { RemovalPolicy } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/**
 * The key of the agencies' seals (con dấu điện tử). What it sealed is verified with its public half for ever, so it is
 * retained whatever happens to the stack. RSA, because every program that verifies PDF knows it.
 */
export function sealKey(scope: Construct): Key {
  return new Key(scope, 'SealKey', {
    description: 'Seals results and certified copies',
    keySpec: KeySpec.RSA_3072,
    keyUsage: KeyUsage.SIGN_VERIFY,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
