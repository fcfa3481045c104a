import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  HttpMethods,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

export interface RecordsStackProps extends StackProps {
  /** Where browser pages may upload from. */
  readonly allowedOrigins: readonly string[];
}

/**
 * The indexes of the table, each with its own pair of attributes. Those of lists carry the rows that lists show, so that a page is
 * one read. docs/access-patterns.md says what each answers.
 */
const indexes = [
  { name: 'submission', projection: ['row'] },
  { name: 'state', projection: ['row'] },
  { name: 'open', projection: ['row'] },
  { name: 'due', projection: ['row'] },
  { name: 'procedure', projection: ['row'] },
  { name: 'field', projection: ['row'] },
  { name: 'channel', projection: ['row'] },
  { name: 'money', projection: ['row'] },
  { name: 'found', projection: ['spelled', 'words'] },
  { name: 'wake', projection: [] },
  { name: 'reads', projection: ['read'] },
] as const;

/**
 * What must never be lost: the table, the digitized files and results, and the key they are encrypted with; and the bucket of exports,
 * whose files are gone after a day. Retained whatever happens to the stack; logical ids are locked by a test.
 */
export class RecordsStack extends Stack {
  readonly key: Key;
  readonly table: Table;
  readonly uploads: Bucket;
  readonly results: Bucket;
  readonly exports: Bucket;

  constructor(scope: Construct, id: string, props: RecordsStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    const key = new Key(this, 'Key', {
      description: 'Encrypts the dossiers, files and results of the province',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.key = key;
    this.table = this.makeTable(key);
    const accessLogs = this.bucket('AccessLogs', undefined);
    this.uploads = this.bucket('DigitizedFiles', { key, accessLogs });
    this.results = this.bucket('Results', { key, accessLogs });
    this.exports = this.bucket('Exports', { key, accessLogs }, { versioned: false });
    // A copy of records, not a record: no version of it may outlive its day.
    this.exports.addLifecycleRule({
      expiration: Duration.days(1),
      abortIncompleteMultipartUploadAfter: Duration.days(1),
    });
    this.uploads.addCorsRule({
      allowedMethods: [HttpMethods.PUT],
      allowedOrigins: props.allowedOrigins.length > 0 ? [...props.allowedOrigins] : ['https://*'],
      allowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
      maxAge: 3600,
    });
    this.uploads.addLifecycleRule({ abortIncompleteMultipartUploadAfter: Duration.days(1) });
    announceObjects(this.uploads);
  }

  private makeTable(key: Key): Table {
    const table = new Table(this, 'Records', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      timeToLiveAttribute: 'expiresAt',
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const { name, projection } of indexes) {
      table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: { name: `${name}Pk`, type: AttributeType.STRING },
        sortKey: { name: `${name}Sk`, type: AttributeType.STRING },
        ...(projection.length > 0
          ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...projection] }
          : { projectionType: ProjectionType.KEYS_ONLY }),
      });
    }
    return table;
  }

  private bucket(
    id: string,
    guarded: { key: Key; accessLogs: Bucket } | undefined,
    { versioned = true }: { versioned?: boolean } = {},
  ): Bucket {
    return new Bucket(this, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(guarded
        ? {
            encryption: BucketEncryption.KMS,
            encryptionKey: guarded.key,
            bucketKeyEnabled: true,
            // CDK's own interfaces are looser about optional members than its classes.
            serverAccessLogsBucket: guarded.accessLogs as IBucket,
            serverAccessLogsPrefix: `${id}/`,
          }
        : { encryption: BucketEncryption.S3_MANAGED }),
    });
  }
}

/** Lets the bucket tell EventBridge of new objects. Set on the resource itself: the construct would add a function of its own for it. */
function announceObjects(bucket: Bucket): void {
  const resource = bucket.node.defaultChild as CfnBucket;
  resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
}
