import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { BucketRight } from '../../functions/kernel/feature.ts';

const READING = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const WRITING = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:ConditionCheckItem',
  'dynamodb:BatchWriteItem',
];

/** Lets a function read the table: single items and queries. Nothing scans. */
export function grantReads(table: Table, key: Key, to: IGrantable): void {
  key.grant(to, 'kms:Decrypt', 'kms:DescribeKey');
  table.grant(to, ...READING);
}

/** Lets a function get single items of these partitions only. */
export function grantFinds(table: Table, key: Key, to: IGrantable, partitions: readonly string[]): void {
  key.grant(to, 'kms:Decrypt', 'kms:DescribeKey');
  Grant.addToPrincipal({
    grantee: to,
    actions: ['dynamodb:GetItem'],
    resourceArns: [table.tableArn],
    conditions: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [...partitions] } },
  });
}

/** Lets a function work with the table: single items, queries and transactions. Records are never deleted. */
export function grantWork(table: Table, key: Key, to: IGrantable): void {
  // What DynamoDB does with the key on behalf of its caller, action by action.
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
  table.grant(to, ...READING, ...WRITING);
}

/** Only entries are ever deleted, never records: limited to the key prefixes of those entries. */
export function grantDeletes(table: Table, to: IGrantable, prefix: string): void {
  Grant.addToPrincipal({
    grantee: to,
    actions: ['dynamodb:DeleteItem'],
    resourceArns: [table.tableArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${prefix}*`] } },
  });
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
