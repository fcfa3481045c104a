import { readFileSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { assemblyJson, onlyResource, resources, type Synthesized, statementsOf } from './synthesized.ts';

const locked: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('./stateful-resources.json', import.meta.url), 'utf8'),
);

/** The key that encrypts, beside the one that signs. */
function encryptionKey(records: Synthesized['records']) {
  const [key, ...others] = resources(records, 'AWS::KMS::Key').filter(
    ([, { Properties }]) => Properties['KeyUsage'] !== 'SIGN_VERIFY',
  );
  if (!key || others.length > 0) throw new TypeError('one key that encrypts was expected');
  return key;
}

/** What holds the province’s records: kept whatever happens, and whole. */
export function recordsSuite(province: () => Synthesized): void {
  describe('the records stack', () => {
    test('its table can be brought back to any moment and cannot be deleted by mistake', () => {
      const { records } = province();
      const [key] = encryptionKey(records);
      const [, table] = onlyResource(records, 'AWS::DynamoDB::Table');
      expect(table).toMatchObject({
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: {
          BillingMode: 'PAY_PER_REQUEST',
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          DeletionProtectionEnabled: true,
          TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
          SSESpecification: {
            SSEEnabled: true,
            SSEType: 'KMS',
            KMSMasterKeyId: { 'Fn::GetAtt': [key, 'Arn'] },
          },
        },
      });
    });

    test('its table has its indexes, each with keys and projection of its own', () => {
      const [, table] = onlyResource(province().records, 'AWS::DynamoDB::Table');
      const indexes = table.Properties['GlobalSecondaryIndexes'] as {
        IndexName: string;
        KeySchema: { AttributeName: string }[];
        Projection: { ProjectionType: string; NonKeyAttributes?: string[] };
      }[];
      expect(
        indexes.map(({ IndexName, KeySchema, Projection }) => [
          IndexName,
          ...KeySchema.map(({ AttributeName }) => AttributeName),
          Projection.ProjectionType,
          ...(Projection.NonKeyAttributes ?? []),
        ]),
      ).toEqual([
        ['submission', 'submissionPk', 'submissionSk', 'INCLUDE', 'row'],
        ['state', 'statePk', 'stateSk', 'INCLUDE', 'row'],
        ['open', 'openPk', 'openSk', 'INCLUDE', 'row'],
        ['due', 'duePk', 'dueSk', 'INCLUDE', 'row'],
        ['procedure', 'procedurePk', 'procedureSk', 'INCLUDE', 'row'],
        ['field', 'fieldPk', 'fieldSk', 'INCLUDE', 'row'],
        ['channel', 'channelPk', 'channelSk', 'INCLUDE', 'row'],
        ['money', 'moneyPk', 'moneySk', 'INCLUDE', 'row'],
        ['found', 'foundPk', 'foundSk', 'INCLUDE', 'spelled', 'words'],
        ['wake', 'wakePk', 'wakeSk', 'KEYS_ONLY'],
        ['reads', 'readsPk', 'readsSk', 'INCLUDE', 'read'],
      ]);
    });

    test('every bucket is private, kept and reached over TLS 1.2 only; all that hold records are versioned', () => {
      const { records } = province();
      records.resourceCountIs('AWS::S3::Bucket', 7);
      records.resourcePropertiesCountIs(
        'AWS::S3::Bucket',
        { VersioningConfiguration: { Status: 'Enabled' } },
        6,
      );
      records.allResources('AWS::S3::Bucket', {
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: Match.objectLike({
          PublicAccessBlockConfiguration: {
            BlockPublicAcls: true,
            BlockPublicPolicy: true,
            IgnorePublicAcls: true,
            RestrictPublicBuckets: true,
          },
          OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        }),
      });
      const policies = resources(records, 'AWS::S3::BucketPolicy');
      expect(policies).toHaveLength(7);
      for (const [, policy] of policies) {
        // What else is denied of anchors is looked at beside them.
        const denials = statementsOf(policy)
          .filter(({ Effect }) => Effect === 'Deny')
          .slice(0, 2);
        expect(denials.map(({ Action, Condition }) => ({ Action, Condition }))).toEqual([
          { Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
          { Action: 's3:*', Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } },
        ]);
      }
    });

    test('files and results are encrypted with the province’s own key, which is turned over yearly', () => {
      const { records } = province();
      const [key, { Properties }] = encryptionKey(records);
      expect(Properties['EnableKeyRotation']).toBe(true);
      const encrypted = resources(records, 'AWS::S3::Bucket')
        .filter(([, bucket]) =>
          JSON.stringify(bucket.Properties['BucketEncryption']).includes(
            `"KMSMasterKeyID":{"Fn::GetAtt":["${key}","Arn"]}`,
          ),
        )
        .map(([id]) => id.replace(/[0-9A-F]{8}$/, ''));
      // Server access logs cannot be delivered into a bucket under a key of the customer’s.
      expect(encrypted.sort()).toEqual(['DigitizedFiles', 'Exports', 'Forms', 'IssuedResults', 'Results']);
    });

    test('old versions are let go, of results after three rounds of the nightly comparison', () => {
      const rulesOf = (begins: string) =>
        resources(province().records, 'AWS::S3::Bucket').find(([id]) => id.startsWith(begins))?.[1]
          .Properties['LifecycleConfiguration'];
      const versions = (days: number) => ({
        Status: 'Enabled',
        NoncurrentVersionExpiration: { NoncurrentDays: days },
        ExpiredObjectDeleteMarker: true,
      });
      const broken = { Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } };
      expect(rulesOf('DigitizedFiles')).toEqual({ Rules: [broken, versions(30)] });
      expect(rulesOf('Results')).toEqual({ Rules: [versions(90)] });
      // Registers are made anew of the records; forms stay.
      const registers = { Status: 'Enabled', ExpirationInDays: 1, Prefix: 'registers/' };
      expect(rulesOf('Forms')).toEqual({ Rules: [versions(90), registers] });
      expect(rulesOf('AccessLogs')).toEqual({ Rules: [versions(30)] });
    });

    test('results are locked for twenty years, under the province’s own key', () => {
      const [, issued] =
        resources(province().records, 'AWS::S3::Bucket').find(([id]) => id.startsWith('IssuedResults')) ?? [];
      expect(issued?.Properties).toMatchObject({
        ObjectLockEnabled: true,
        ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 7305 } } },
      });
      expect(issued?.Properties['LifecycleConfiguration']).toBeUndefined();
    });

    test('exports are gone after a day, versions and broken uploads included', () => {
      const [, exports] =
        resources(province().records, 'AWS::S3::Bucket').find(([id]) => id.startsWith('Exports')) ?? [];
      expect(exports?.Properties['VersioningConfiguration']).toBeUndefined();
      expect(exports?.Properties['LifecycleConfiguration']).toEqual({
        Rules: [
          {
            Status: 'Enabled',
            ExpirationInDays: 1,
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
          },
        ],
      });
      expect(exports?.Properties['LoggingConfiguration']).toMatchObject({ LogFilePrefix: 'Exports/' });
    });

    test('it is protected from deletion as a whole', () => {
      const manifest = assemblyJson(province(), 'manifest.json') as {
        artifacts: Record<string, { properties?: { terminationProtection?: boolean } }>;
      };
      expect(manifest.artifacts['Records']?.properties?.terminationProtection).toBe(true);
    });

    test('logical ids of what holds records are those that were deployed', () => {
      const stateful = Object.entries(
        province().records.toJSON()['Resources'] as Record<string, { Type: string }>,
      )
        .filter(([, { Type }]) => ['AWS::KMS::Key', 'AWS::DynamoDB::Table', 'AWS::S3::Bucket'].includes(Type))
        .map(([id, { Type }]) => [id, Type]);
      expect(
        Object.fromEntries(stateful),
        'A logical id in the records stack changed. CloudFormation would create an EMPTY table, bucket or key under the new id and leave the province’s records behind under the old one. Give the construct its old path, or use overrideLogicalId; a resource that is new may be added to test/infra/stateful-resources.json.',
      ).toEqual(locked);
    });

    test('the state machine keeps its logical id: the executions of open dossiers are its', () => {
      expect(
        onlyResource(province().service, 'AWS::StepFunctions::StateMachine')[0],
        'The logical id of the state machine changed. CloudFormation would delete the machine that carries every open dossier: their alarms and results would stop. Give the construct its old path, or use overrideLogicalId.',
      ).toBe('DossierMachine3E077140');
    });

    test('nothing that holds records is in the stacks of what runs', () => {
      const types = new Set(
        province().running.flatMap(stack =>
          Object.values(stack.toJSON()['Resources'] as Record<string, { Type: string }>).map(
            ({ Type }) => Type,
          ),
        ),
      );
      for (const type of Object.values(locked)) expect(types).not.toContain(type);
    });
  });
}
