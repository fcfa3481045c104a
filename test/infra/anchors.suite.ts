import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { anchorBucket } from '../../infra/constructs/anchor-store.ts';
import { withoutTokens } from '../../infra/validation/house-checks.ts';
import { anchorSettings } from '../../schemas/anchor/settings.ts';
import { listOf, referred, resources, type Synthesized, statementsOf } from './synthesized.ts';

/** The part of a bucket's settings that is about its lock. */
const lockOf = (settings: object) => {
  const outdir = mkdtempSync(join(tmpdir(), 'motcua-anchored-'));
  onTestFinished(() => rmSync(outdir, { recursive: true, force: true }));
  const stack = new Stack(new App({ outdir }), 'Anchored');
  anchorBucket(stack, anchorSettings.parse(settings), new Bucket(stack, 'Logs'));
  const template = Template.fromStack(stack);
  return resources(template, 'AWS::S3::Bucket').find(([id]) => id.startsWith('Anchors'))?.[1].Properties;
};

/** Where each day is anchored: written once, by one function, signed with a key that nobody can read. */
export function anchorsSuite(province: () => Synthesized): void {
  describe('anchors', () => {
    test('their bucket locks every version for ten years, and lets go of none', () => {
      const { records } = province();
      const [, bucket] = resources(records, 'AWS::S3::Bucket').find(([id]) => id.startsWith('Anchors')) ?? [];
      expect(bucket).toMatchObject({
        DeletionPolicy: 'Retain',
        Properties: {
          ObjectLockEnabled: true,
          ObjectLockConfiguration: {
            Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3653 } },
          },
          VersioningConfiguration: { Status: 'Enabled' },
        },
      });
      expect(bucket?.Properties['LifecycleConfiguration']).toBeUndefined();
      expect(lockOf({ mode: 'governance', days: 400 })?.['ObjectLockConfiguration']).toMatchObject({
        Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 400 } },
      });
      expect(lockOf({ bucket: 'kho-neo-cua-so' })).toBeUndefined();
      expect(withoutTokens('AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::kho-neo-cua-so/*]')).toBe(
        'AwsSolutions-IAM5[Resource::TOKEN/*]',
      );
    });

    test.each(['Anchors', 'IssuedResults'])(
      'the policy of %s forbids everybody to remove, to loosen a lock, to bypass it, and to write over',
      name => {
        const { records } = province();
        const [, policy] =
          resources(records, 'AWS::S3::BucketPolicy').find(([id]) => id.startsWith(name)) ?? [];
        const denied = (policy ? statementsOf(policy) : []).filter(
          statement => statement.Effect === 'Deny' && !listOf(statement.Action).includes('s3:*'),
        );
        expect(denied.map(({ Action, Condition, ...rest }) => ({ Action, Condition, rest }))).toMatchObject([
          {
            Action: [
              's3:BypassGovernanceRetention',
              's3:DeleteObject',
              's3:DeleteObjectVersion',
              's3:PutObjectLegalHold',
              's3:PutObjectRetention',
            ],
            Condition: undefined,
            rest: { Principal: { AWS: '*' } },
          },
          {
            Action: 's3:PutObject',
            Condition: { Null: { 's3:if-none-match': 'true' } },
            rest: { Principal: { AWS: '*' } },
          },
        ]);
      },
    );

    test('one function alone signs and writes; it may do nothing else with the key or the bucket', () => {
      const { records, running } = province();
      const [signing] = resources(records, 'AWS::KMS::Key')
        .filter(([, { Properties }]) => Properties['KeyUsage'] === 'SIGN_VERIFY')
        .map(([id]) => id);
      const granted = (part: string) =>
        resources(running, 'AWS::IAM::Policy').flatMap(([, policy]) =>
          statementsOf(policy)
            .filter(({ Resource }) => JSON.stringify(Resource).includes(part))
            .flatMap(({ Action }) =>
              listOf(Action).flatMap(action =>
                (policy.Properties['Roles'] as unknown[]).map(
                  role => `${(referred(role) ?? '').replace(/Role[0-9A-F]{8}$/, '')} ${action}`,
                ),
              ),
            ),
        );
      expect(granted(signing ?? 'none').sort()).toEqual(['Anchor kms:GetPublicKey', 'Anchor kms:Sign']);
      expect([...new Set(granted('AnchorsE78985FD'))].sort()).toEqual([
        'Anchor s3:GetObject',
        'Anchor s3:GetObjectVersion',
        'Anchor s3:ListBucket',
        'Anchor s3:ListBucketVersions',
        'Anchor s3:PutObject',
        'Proofs s3:GetObject',
        'Proofs s3:GetObjectVersion',
        'Proofs s3:ListBucket',
      ]);
    });

    test('the key of the seals is for RSA, and stays whatever happens to the stack', () => {
      const keys = resources(province().records, 'AWS::KMS::Key');
      const [, seal] = keys.find(([id]) => id.startsWith('SealKey')) ?? [];
      expect(seal).toMatchObject({
        DeletionPolicy: 'Retain',
        Properties: { KeySpec: 'RSA_3072', KeyUsage: 'SIGN_VERIFY' },
      });
    });

    test('hearing nothing of them rings, as an old one does', () => {
      const [, alarm] =
        resources(province().running, 'AWS::CloudWatch::Alarm').find(([id]) => id.startsWith('AnchorLate')) ??
        [];
      expect(alarm?.Properties).toMatchObject({
        MetricName: 'AnchorAge',
        Threshold: 48,
        Statistic: 'Maximum',
        TreatMissingData: 'breaching',
      });
    });
  });
}
