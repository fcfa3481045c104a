import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
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
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { SecretName } from '../../functions/kernel/feature.ts';
import {
  INDEXES,
  indexAttributes,
  PRIMARY_KEY,
  TIME_TO_LIVE,
} from '../../functions/records/keys/table-design.ts';
import type { AnchorSettings } from '../../schemas/anchor/settings.ts';
import type { ResultsLock } from '../../schemas/results-lock.ts';
import { anchorBucket, signingKey } from '../constructs/anchor-store.ts';
import { lockedBucket } from '../constructs/locked-bucket.ts';
import { outsideSecret } from '../constructs/outside-secret.ts';
import { sealKey } from '../constructs/seal-key.ts';

/** Pages over TLS, and those of the machine that somebody sits at: the link, not the page, is the right to upload. */
const ANY_PAGE = ['https://*', 'http://127.0.0.1:*', 'http://localhost:*'];

export interface RecordsStackProps extends StackProps {
  readonly anchors: AnchorSettings;
  readonly resultsLock: ResultsLock;
  /** Origins of browser pages that may upload. */
  readonly allowedOrigins: readonly string[];
  /** The outside parties that the province is connected with, and the province's name. */
  readonly connected?: { readonly province: string; readonly parties: readonly SecretName[] };
  /** Whether functions are notified of new items; keys only, because images would contain applicants. */
  readonly streams?: boolean;
}

/**
 * What must never be lost: the table, the digitized files, results and forms, and their encryption key; and the bucket
 * of exports, whose files are deleted after a day. Retained whatever happens to the stack; logical ids are locked by a
 * test.
 */
export class RecordsStack extends Stack {
  readonly key: Key;
  readonly table: Table;
  readonly uploads: Bucket;
  /** Results from before their files were locked: read, and never written to any more. */
  readonly results: Bucket;
  /** Results, each file locked. */
  readonly issued: Bucket;
  readonly forms: Bucket;
  readonly exports: Bucket;
  readonly anchors: IBucket;
  readonly signingKey: Key;
  readonly sealKey: Key;
  readonly secrets: Readonly<Partial<Record<SecretName, Secret>>>;

  constructor(scope: Construct, id: string, props: RecordsStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    const key = new Key(this, 'Key', {
      description: 'Encrypts the dossiers, files and results of the province',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.key = key;
    this.table = this.makeTable(key, props.streams ?? false);
    const accessLogs = this.bucket('AccessLogs', undefined);
    this.uploads = this.bucket('DigitizedFiles', { key, accessLogs });
    this.results = this.bucket('Results', { key, accessLogs });
    this.issued = lockedBucket(this, 'IssuedResults', {
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      lock: props.resultsLock,
      accessLogs,
    });
    this.forms = this.bucket('Forms', { key, accessLogs });
    this.exports = this.bucket('Exports', { key, accessLogs }, { versioned: false });
    this.anchors = anchorBucket(this, props.anchors, accessLogs);
    this.signingKey = signingKey(this);
    this.sealKey = sealKey(this);
    const { province = '', parties = [] } = props.connected ?? {};
    this.secrets = Object.fromEntries(parties.map(name => [name, outsideSecret(this, name, province)]));
    // A copy of records, not a record: no version may outlive its day.
    this.exports.addLifecycleRule({
      expiration: Duration.days(1),
      abortIncompleteMultipartUploadAfter: Duration.days(1),
    });
    this.uploads.addCorsRule({
      allowedMethods: [HttpMethods.PUT],
      allowedOrigins: props.allowedOrigins.length > 0 ? [...props.allowedOrigins] : ANY_PAGE,
      allowedHeaders: ['content-type', 'if-none-match', 'x-amz-checksum-sha256'],
      maxAge: 3600,
    });
    this.uploads.addLifecycleRule({ abortIncompleteMultipartUploadAfter: Duration.days(1) });
    // What the nightly sweep removed, and what was written over, can be brought back until then.
    forgetOldVersions(this.uploads, Duration.days(30));
    // Nobody writes over a result: the nightly comparison, which sees each within 30 days, comes three times before.
    forgetOldVersions(this.results, Duration.days(90));
    forgetOldVersions(this.forms, Duration.days(90));
    // Registers are made anew of the records whenever they are asked for.
    this.forms.addLifecycleRule({ prefix: 'registers/', expiration: Duration.days(1) });
    forgetOldVersions(accessLogs, Duration.days(30));
    announceObjects(this.uploads);
  }

  private makeTable(key: Key, streams: boolean): Table {
    const table = new Table(this, 'Records', {
      partitionKey: { name: PRIMARY_KEY.partition, type: AttributeType.STRING },
      sortKey: { name: PRIMARY_KEY.sort, type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      timeToLiveAttribute: TIME_TO_LIVE,
      ...(streams && { stream: StreamViewType.KEYS_ONLY }),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const { name, carries } of INDEXES) {
      const { partition, sort } = indexAttributes(name);
      table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: { name: partition, type: AttributeType.STRING },
        sortKey: { name: sort, type: AttributeType.STRING },
        ...(carries.length > 0
          ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...carries] }
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

/**
 * Lets go of versions so long after they were replaced or removed, and of the marks of removals that have no version
 * left.
 */
function forgetOldVersions(bucket: Bucket, after: Duration): void {
  bucket.addLifecycleRule({ noncurrentVersionExpiration: after, expiredObjectDeleteMarker: true });
}

/**
 * Lets the bucket tell EventBridge of new objects. Set on the resource itself: the construct would add a function of
 * its own for it.
 */
function announceObjects(bucket: Bucket): void {
  const resource = bucket.node.defaultChild as CfnBucket;
  resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
}
