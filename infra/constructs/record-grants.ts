import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';

/** Lets a function work with the table: single items, queries and transactions. Nothing of the house scans, and records are never deleted. */
export function grantWork(table: Table, key: Key, to: IGrantable): Grant {
  grantKey(key, to);
  return table.grant(
    to,
    'dynamodb:GetItem',
    'dynamodb:BatchGetItem',
    'dynamodb:Query',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
    'dynamodb:ConditionCheckItem',
    'dynamodb:BatchWriteItem',
  );
}

/** Lets a function change dossiers: as work with the table, and a task’s entry may be taken out of a work list. */
export function grantChanges(table: Table, key: Key, to: IGrantable): void {
  grantWork(table, key, to);
  grantDeletes(table, to, 'WORK#*');
}

/** Lets a function write anew what searches find: as work with the table, and a dossier’s entry may be taken away. */
export function grantSearchEntries(table: Table, key: Key, to: IGrantable): void {
  grantWork(table, key, to);
  grantSearchDeletes(table, to);
}

/** Lets a function take a dossier from what searches find. */
export function grantSearchDeletes(table: Table, to: IGrantable): void {
  grantDeletes(table, to, 'FOUND#*');
}

/** The only things ever deleted are entries, never a record: by keys that begin as those of one kind do. */
function grantDeletes(table: Table, to: IGrantable, keys: 'WORK#*' | 'FOUND#*'): void {
  Grant.addToPrincipal({
    grantee: to,
    actions: ['dynamodb:DeleteItem'],
    resourceArns: [table.tableArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [keys] } },
  });
}

/** Lets a function read objects of a bucket, and know that one is missing: without leave to list it is told as a forbidden one. */
export function grantObjectReads(bucket: Bucket, key: Key, to: IGrantable): void {
  key.grant(to, 'kms:Decrypt');
  Grant.addToPrincipal({ grantee: to, actions: ['s3:ListBucket'], resourceArns: [bucket.bucketArn] });
  Grant.addToPrincipal({
    grantee: to,
    actions: ['s3:GetObject', 's3:GetObjectVersion'],
    resourceArns: [bucket.arnForObjects('*')],
  });
}

/** Lets a function write objects into a bucket, under new keys or as new versions. */
export function grantObjectWrites(bucket: Bucket, key: Key, to: IGrantable): void {
  key.grant(to, 'kms:Decrypt', 'kms:GenerateDataKey');
  Grant.addToPrincipal({ grantee: to, actions: ['s3:PutObject'], resourceArns: [bucket.arnForObjects('*')] });
}

/** Lets a function write objects in parts: to break one off, too, so that its parts do not stay. */
export function grantUploadsInParts(bucket: Bucket, key: Key, to: IGrantable): void {
  grantObjectWrites(bucket, key, to);
  Grant.addToPrincipal({
    grantee: to,
    actions: ['s3:AbortMultipartUpload'],
    resourceArns: [bucket.arnForObjects('*')],
  });
}

/** What DynamoDB does with the key on behalf of its caller, each action by name. */
function grantKey(key: Key, to: IGrantable): void {
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
