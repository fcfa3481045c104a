import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, Grant, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { BucketRight } from '../../functions/kernel/feature.ts';
import { AUDIT_PREFIXES, PREFIX } from '../../functions/records/keys/table-design.ts';
import type { HouseFunction } from './house-function.ts';

const READING = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const WRITING = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:ConditionCheckItem'];

/** Lets a function read the table: single items and queries. Nothing scans. */
export function grantReads(table: Table, key: Key, to: IGrantable): void {
  key.grant(to, 'kms:Decrypt', 'kms:DescribeKey');
  table.grant(to, ...READING);
}

/** Lets a function get single items of these partitions only; of all that begin so, where a name ends with `#`. */
export function grantFinds(table: Table, key: Key, to: IGrantable, partitions: readonly string[]): void {
  key.grant(to, 'kms:Decrypt', 'kms:DescribeKey');
  const grant = (
    matching: 'StringEquals' | 'StringLike',
    leading: readonly string[],
    ...more: readonly string[]
  ) => {
    if (leading.length === 0) return;
    Grant.addToPrincipal({
      grantee: to,
      actions: ['dynamodb:GetItem', ...more],
      resourceArns: [table.tableArn],
      conditions: { [`ForAllValues:${matching}`]: { 'dynamodb:LeadingKeys': leading } },
    });
  };
  const prefixes = partitions.filter(name => name.endsWith('#'));
  grant(
    'StringEquals',
    partitions.filter(name => !prefixes.includes(name)),
  );
  grant(
    'StringLike',
    prefixes.map(prefix => `${prefix}*`),
    // Of many partitions, items are asked for together.
    'dynamodb:BatchGetItem',
  );
}

/** Lets a function work with the table: single items, queries and transactions. Records are never deleted. */
export function grantWork(table: Table, key: Key, to: IGrantable): void {
  grantSealing(key, to);
  table.grant(to, ...READING, ...WRITING);
}

/** Lets a function write items whose partition keys begin so, and no others. */
export function grantWrites(table: Table, key: Key, to: IGrantable, prefixes: readonly string[]): void {
  grantSealing(key, to);
  grantWithin(table, to, WRITING, prefixes);
}

/** Lets a function set these attributes of items whose partition keys begin so, and nothing else of them. */
export function grantMarks(
  table: Table,
  key: Key,
  to: IGrantable,
  prefix: string,
  attributes: readonly string[],
): void {
  grantSealing(key, to);
  Grant.addToPrincipal({
    grantee: to,
    actions: ['dynamodb:UpdateItem'],
    resourceArns: [table.tableArn],
    conditions: {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${prefix}*`] },
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk', ...attributes] },
      // What an update gives back would show the rest of the item.
      StringEqualsIfExists: { 'dynamodb:ReturnValues': ['NONE'] },
    },
  });
}

/** Lets a function write items of these partitions in batches, which nothing checks against what is there. */
export function grantBatches(table: Table, to: IGrantable, partitions: readonly string[]): void {
  Grant.addToPrincipal({
    grantee: to,
    actions: ['dynamodb:BatchWriteItem'],
    resourceArns: [table.tableArn],
    conditions: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [...partitions] } },
  });
}

/** Lets a function make the keyring. That it replaces none, only the function itself sees to: IAM cannot. */
export function grantKeyring(table: Table, key: Key, to: IGrantable): void {
  grantSealing(key, to);
  Grant.addToPrincipal({
    grantee: to,
    actions: ['dynamodb:PutItem'],
    resourceArns: [table.tableArn],
    conditions: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [PREFIX.keyring] } },
  });
}

/**
 * Denies, whatever else is granted now or later: deleting anything of a dossier or of the record of who read what, and
 * writing the keyring, except for its makers. IAM sees partition keys only, so it cannot forbid overwriting a ledger's
 * entry: chain, anchor and nightly comparison detect that.
 */
export function denyTampering(table: Table, to: HouseFunction, makesKeyring: boolean): void {
  const deny = (actions: string[], patterns: readonly string[]) =>
    to.addToRolePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        actions,
        resources: [table.tableArn],
        conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': patterns } },
      }),
    );
  deny(
    ['dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'],
    [PREFIX.dossier, ...AUDIT_PREFIXES].map(prefix => `${prefix}*`),
  );
  const changing = ['dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'];
  deny(makesKeyring ? changing : ['dynamodb:PutItem', ...changing], [PREFIX.keyring]);
}

function grantWithin(table: Table, to: IGrantable, actions: string[], prefixes: readonly string[]): void {
  Grant.addToPrincipal({
    grantee: to,
    actions,
    resourceArns: [table.tableArn],
    conditions: {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': prefixes.map(prefix => `${prefix}*`) },
    },
  });
}

/** What DynamoDB does with the key on behalf of who writes, action by action. */
function grantSealing(key: Key, to: IGrantable): void {
  key.grant(
    to,
    'kms:Decrypt',
    'kms:DescribeKey',
    'kms:Encrypt',
    'kms:GenerateDataKey',
    'kms:GenerateDataKeyWithoutPlaintext',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
  );
}

/** Only entries are ever deleted, never records: limited to the key prefixes of those entries. */
export function grantDeletes(table: Table, to: IGrantable, prefix: string): void {
  grantWithin(table, to, ['dynamodb:DeleteItem'], [prefix]);
}

/** Lets a function be fed by the table's stream. */
export function grantStream(table: Table, key: Key, to: IGrantable): void {
  key.grant(to, 'kms:Decrypt');
  Grant.addToPrincipal({
    grantee: to,
    actions: [
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
    ],
    resourceArns: [streamArnOf(table)],
  });
}

export function streamArnOf({ tableStreamArn }: Table): string {
  if (tableStreamArn === undefined) throw new TypeError('the table has no stream');
  return tableStreamArn;
}

/** Grants a function the bucket rights of its manifest. */
export function grantObjects(bucket: IBucket, to: IGrantable, right: BucketRight): void {
  if (right === 'read') {
    grantObjectReads(bucket, to);
    return;
  }
  if (right === 'tags') {
    grantOn(bucket, to, 's3:GetObjectTagging');
    return;
  }
  if (right === 'versions') {
    Grant.addToPrincipal({
      grantee: to,
      actions: ['s3:ListBucketVersions'],
      resourceArns: [bucket.bucketArn],
    });
    return;
  }
  if (right === 'sweep') {
    grantListing(bucket, to);
    grantOn(bucket, to, 's3:DeleteObject');
    return;
  }
  bucket.encryptionKey?.grant(to, 'kms:Decrypt', 'kms:GenerateDataKey');
  if (right === 'derive') {
    Grant.addToPrincipal({
      grantee: to,
      actions: ['s3:PutObject'],
      resourceArns: [bucket.arnForObjects('derived/*')],
    });
    return;
  }
  grantOn(bucket, to, 's3:PutObject');
  // Including aborting an upload, so that its parts are not left behind.
  if (right === 'multipart') grantOn(bucket, to, 's3:AbortMultipartUpload');
}

/**
 * Lets a function read objects and see that one is missing: without permission to list, a missing object is reported
 * as forbidden.
 */
function grantObjectReads(bucket: IBucket, to: IGrantable): void {
  bucket.encryptionKey?.grant(to, 'kms:Decrypt');
  grantListing(bucket, to);
  grantOn(bucket, to, 's3:GetObject', 's3:GetObjectVersion');
}

function grantListing(bucket: IBucket, to: IGrantable): void {
  Grant.addToPrincipal({ grantee: to, actions: ['s3:ListBucket'], resourceArns: [bucket.bucketArn] });
}

function grantOn(bucket: IBucket, to: IGrantable, ...actions: string[]): void {
  Grant.addToPrincipal({ grantee: to, actions, resourceArns: [bucket.arnForObjects('*')] });
}
