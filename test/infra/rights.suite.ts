import { describe, expect, test } from 'vitest';
import { allOperations } from '../../schemas/api/operations/all.ts';
import { given, grants } from './granted.ts';
import { listOf, resources, type Statement, type Synthesized } from './synthesized.ts';

/** Actions that take no resource, so that “*” is the narrowest there is; each must be explained here to be granted. */
const withoutResource: Readonly<Record<string, readonly string[]>> = {
  'X-Ray takes what it is sent': ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
  'the state machine’s own tracing': ['xray:GetSamplingRules', 'xray:GetSamplingTargets'],
  'deliveries of vended logs': [
    'logs:CreateLogDelivery',
    'logs:DeleteLogDelivery',
    'logs:DescribeLogGroups',
    'logs:DescribeResourcePolicies',
    'logs:GetLogDelivery',
    'logs:ListLogDeliveries',
    'logs:PutResourcePolicy',
    'logs:UpdateLogDelivery',
  ],
};

/** How statements of the service stack name a bucket: by what the records stack hands over. */
function bucketOf(
  province: Synthesized,
  begins: 'Exports' | 'DigitizedFiles' | 'Forms' | 'IssuedResults' | 'Results',
): string {
  const [id] = resources(province.records, 'AWS::S3::Bucket')
    .map(([name]) => name)
    .filter(name => name.startsWith(begins));
  if (id === undefined) throw new TypeError(`there is no bucket ${begins}`);
  return id;
}

const isEverything = (resource: unknown): boolean =>
  (Array.isArray(resource) ? resource : [resource]).includes('*');

/** The deletions there are: of entries, by keys that begin as those of work lists or of searches do. */
const takesAway =
  (keys: string) =>
  ({ Action, Condition }: Statement) =>
    listOf(Action).join() === 'dynamodb:DeleteItem' &&
    JSON.stringify(Condition) ===
      JSON.stringify({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [keys] } });
const takesTasksFromLists = takesAway('WORK#*');
const takesFromSearches = takesAway('FOUND#*');
const takesFromWaiting = takesAway('WAITING#*');
const takesReplays = takesAway('REPLAYS*');
const entriesTaken = [takesTasksFromLists, takesFromSearches, takesFromWaiting, takesReplays];

/** The one removal of objects there is: of uploads that no dossier took. */
const sweeps =
  (province: Synthesized) =>
  ({ Action, Resource }: Statement) =>
    listOf(Action).join() === 's3:DeleteObject' &&
    JSON.stringify(Resource).includes(bucketOf(province, 'DigitizedFiles'));

/** Who may do what: least privilege, checked over every statement there is. */
export function rightsSuite(province: () => Synthesized): void {
  describe('rights', () => {
    test('no statement allows an action by wildcard', () => {
      const all = given(province());
      expect(all.length).toBeGreaterThan(40);
      for (const { policy, statement } of all) {
        for (const action of listOf(statement.Action))
          expect(action, policy).toMatch(/^[a-z0-9-]+:[A-Za-z]+$/);
      }
    });

    test('no statement reaches every resource, but for actions that take none', () => {
      const explained = new Set(Object.values(withoutResource).flat());
      const unexplained = grants(province())
        .filter(({ statement }) => isEverything(statement.Resource))
        .flatMap(({ policy, statement }) =>
          listOf(statement.Action)
            .filter(action => !explained.has(action))
            .map(action => `${policy}: ${action}`),
        );
      expect(unexplained).toEqual([]);
    });

    test('nobody may scan or delete records, or delete objects, but for the sweep of uploads', () => {
      const forbidden =
        /^(dynamodb:(Scan|DeleteItem|DeleteTable|PartiQL\w+)|s3:(Delete\w+|PutBucket\w+)|kms:(ScheduleKeyDeletion|DisableKey|PutKeyPolicy))$/;
      const granted = grants(province())
        .filter(
          ({ statement }) => !entriesTaken.some(takes => takes(statement)) && !sweeps(province())(statement),
        )
        .flatMap(({ statement }) => listOf(statement.Action));
      expect(granted).toContain('dynamodb:UpdateItem');
      expect(granted.filter(action => forbidden.test(action))).toEqual([]);
    });

    test('only the sweep removes uploads, of no other bucket, and none of their versions', () => {
      expect(holding(sweeps(province()))).toEqual(['UploadSweep']);
      const sweep = grants(province())
        .filter(({ roles }) => roles.some(role => role.startsWith('UploadSweepRole')))
        .flatMap(({ statement }) => listOf(statement.Action));
      expect(sweep.filter(action => /^s3:|Item$/.test(action)).sort()).toEqual([
        'dynamodb:BatchGetItem',
        'dynamodb:GetItem',
        's3:DeleteObject',
        's3:ListBucket',
      ]);
    });

    const holding = (named: (statement: Statement) => boolean) => {
      const holders = grants(province())
        .filter(({ statement }) => named(statement))
        .flatMap(({ roles }) => roles.map(role => role.replace(/Role[0-9A-F]{8}$/, '')));
      return [...new Set(holders)].sort();
    };

    test('only what writes searches anew or corrects applicants may take dossiers out of what they find', () => {
      expect(holding(takesFromSearches)).toEqual(['Intake', 'Reconciliation', 'Upkeep']);
    });

    test('only what sends to outside parties ends what waits for them, and what replays ends replays', () => {
      expect(holding(takesFromWaiting)).toEqual(['WebhookWorker']);
      expect(holding(takesReplays)).toEqual(['ReplayWorker']);
    });

    test('only those who change dossiers may take tasks from work lists', () => {
      expect(holding(takesTasksFromLists)).toEqual([
        'CertifiedCopies',
        'CopySealing',
        'ExecutionWatch',
        'Intake',
        'LandTax',
        'LandTaxLine',
        'MachineAlarm',
        'MachineIssue',
        'Organization',
        'PaymentAsking',
        'Payments',
        'ProposedChanges',
        'ProposedChangesWorker',
        'ReceiptAsking',
        'ReceiptIssue',
        'Receipts',
        'Reconciliation',
        'ResultCorrections',
        'Settling',
        'SuccessionWorker',
        'Sweeper',
        'Tasks',
        'Upkeep',
      ]);
    });

    test('only those who carry dossiers on may start machines or answer their waits', () => {
      const holders = (action: string) =>
        [
          ...new Set(
            grants(province())
              .filter(({ statement }) => listOf(statement.Action).includes(action))
              .flatMap(({ roles }) => roles.map(role => role.replace(/Role[0-9A-F]{8}$/, ''))),
          ),
        ].sort();
      expect(holders('states:StartExecution')).toEqual([
        'ExecutionWatch',
        'Intake',
        'LandTax',
        'LandTaxLine',
        'MachineAlarm',
        'PaymentAsking',
        'Payments',
        'Reconciliation',
        'Settling',
        'Sweeper',
        'Tasks',
      ]);
      expect(holders('states:SendTaskSuccess')).toEqual([
        'ExecutionWatch',
        'Intake',
        'LandTax',
        'LandTaxLine',
        'MachineAwait',
        'PaymentAsking',
        'Payments',
        'ProposedChanges',
        'ProposedChangesWorker',
        'Reconciliation',
        'Settling',
        'Sweeper',
        'Tasks',
      ]);
    });

    test('who shows personal data may write the record of it', () => {
      const writers = grants(province())
        .filter(({ statement }) => listOf(statement.Action).includes('dynamodb:PutItem'))
        .flatMap(({ roles }) => roles.map(role => role.replace(/Role[0-9A-F]{8}$/, '').toLowerCase()));
      const showing = allOperations.filter(({ recordsReads }) => recordsReads);
      expect(showing.length).toBeGreaterThanOrEqual(4);
      for (const { id, capability } of showing)
        expect(writers, id).toContain(capability.replaceAll('-', '').toLowerCase());
    });

    test('what names applicants in files may read dossiers in batches and record it, and take nothing away', () => {
      const granted = grants(province())
        .filter(({ roles }) => roles.some(role => role.startsWith('ExportWorkerRole')))
        .flatMap(({ statement }) => listOf(statement.Action))
        .filter(action => action.startsWith('dynamodb:'));
      for (const needed of ['BatchGetItem', 'GetItem', 'PutItem', 'Query'])
        expect(granted).toContain(`dynamodb:${needed}`);
      expect(granted).not.toContain('dynamodb:DeleteItem');
    });

    const holdersOn = (bucket: string) => (action: string) =>
      grants(province())
        .filter(({ statement }) => listOf(statement.Action).includes(action))
        .filter(({ statement }) => JSON.stringify(statement.Resource).includes(bucket))
        .flatMap(({ roles }) => roles.map(role => role.replace(/Role[0-9A-F]{8}$/, '')));

    test('only what checks, prints or shows papers may read them, and only what gives links for uploading or fetches files may write', () => {
      const on = holdersOn(bucketOf(province(), 'DigitizedFiles'));
      expect(on('s3:GetObject').sort()).toEqual([
        'CopySealing',
        'Digitize',
        'Dossiers',
        'Intake',
        'MachineIssue',
        'NationalStore',
        'ResultCorrections',
        'Tasks',
        'UploadCheck',
        'Uploads',
      ]);
      expect(on('s3:PutObject').sort()).toEqual(['CopySealing', 'Digitize', 'NationalStore', 'Uploads']);
    });

    test('results are written by those that make them, where every file is locked, and nowhere else any more', () => {
      const locked = holdersOn(bucketOf(province(), 'IssuedResults'));
      // Receipts are as unchangeable as results.
      expect(locked('s3:PutObject').sort()).toEqual([
        'MachineIssue',
        'ReceiptAsking',
        'ReceiptIssue',
        'ReceiptSummaries',
        'ResultCorrections',
      ]);
      expect(locked('s3:GetObject').sort()).toEqual(['Dossiers', 'Receipts', 'Reconciliation']);
      const former = holdersOn(bucketOf(province(), 'Results'));
      expect(former('s3:PutObject')).toEqual([]);
      expect(former('s3:GetObject').sort()).toEqual(['Dossiers', 'Reconciliation']);
    });

    test.each(['DigitizeRole', 'CopySealingRole'])('%s writes beside papers, and never an original', name => {
      const writes = grants(province()).filter(
        ({ roles, statement }) =>
          roles.some(role => role.startsWith(name)) && listOf(statement.Action).includes('s3:PutObject'),
      );
      expect(writes).toHaveLength(1);
      expect(JSON.stringify(writes[0]?.statement.Resource)).toContain('/derived/*');
    });

    test('one function writes exports, another lets them be fetched, and neither does the other', () => {
      const on = holdersOn(bucketOf(province(), 'Exports'));
      expect(on('s3:PutObject')).toEqual(['ExportWorker']);
      expect(on('s3:AbortMultipartUpload')).toEqual(['ExportWorker']);
      expect(on('s3:GetObject')).toEqual(['Exports']);
      const senders = grants(province()).filter(
        ({ statement }) =>
          listOf(statement.Action).includes('sqs:SendMessage') &&
          JSON.stringify(statement.Resource).includes('ExportWorkOrders'),
      );
      expect(senders.map(({ roles }) => roles)).toEqual([[expect.stringMatching(/^ExportsRole/)]]);
    });

    test('forms and reports are made and fetched by who prints them, and removed by nobody', () => {
      const on = holdersOn(bucketOf(province(), 'Forms'));
      // What is signed on a pad may have to be made first; the ink is kept beside it. Reports are kept like registers.
      expect(on('s3:PutObject').sort()).toEqual(['Forms', 'Pads', 'Settling']);
      expect(on('s3:GetObject').sort()).toEqual(['Forms', 'Pads', 'Settling']);
      expect(on('s3:DeleteObject')).toEqual([]);
    });

    test('what is for anybody has no rights to records at all', () => {
      for (const { roles, statement } of grants(province())) {
        if (!roles.some(role => /^(Deadlines|Site)Role/.test(role))) continue;
        for (const action of listOf(statement.Action)) expect(action).toMatch(/^(logs|xray):/);
      }
    });

    test('who calls is found out with officers’ accounts and nothing else of the records', () => {
      const own = grants(province()).filter(({ roles }) =>
        roles.some(role => role.startsWith('AuthorizerRole')),
      );
      const others = own.filter(({ statement }) =>
        listOf(statement.Action).some(action => !/^(logs|xray|kms):/.test(action)),
      );
      expect(others.map(({ statement: { Action, Condition } }) => [Action, Condition])).toEqual([
        [
          'dynamodb:GetItem',
          { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['OFFICER', 'KEYRING'] } },
        ],
      ]);
      const ofKey = own
        .flatMap(({ statement }) => listOf(statement.Action))
        .filter(action => action.startsWith('kms:'));
      expect(new Set(ofKey)).toEqual(new Set(['kms:Decrypt', 'kms:DescribeKey']));
    });

    test('roles are taken by one service each, and carry no managed or inline policies', () => {
      const roles = resources(province().running, 'AWS::IAM::Role');
      expect(roles.length).toBeGreaterThanOrEqual(17);
      for (const [id, { Properties }] of roles) {
        expect(Object.keys(Properties), id).not.toEqual(expect.arrayContaining(['ManagedPolicyArns']));
        expect(Object.keys(Properties), id).not.toEqual(expect.arrayContaining(['Policies']));
        const trust = Properties['AssumeRolePolicyDocument'] as {
          Statement: { Principal: { Service?: string } }[];
        };
        expect(trust.Statement, id).toHaveLength(1);
        expect(trust.Statement[0]?.Principal.Service, id).toMatch(/^(lambda|states)\.amazonaws\.com$/);
      }
    });
  });
}
