import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { bootHost } from '../../local/host/boot.ts';
import { silentLog } from '../../local/host/log.ts';
import { synthesizeHostApp } from '../fixtures/host-app/app.ts';

/** AWS, or something that says it behaves like it. */
export interface Endpoint {
  readonly table: DynamoDBClient;
  readonly s3: S3Client;
  readonly sqs: SQSClient;
  readonly sfn: SFNClient;
  readonly region: string;
  /** A role that Step Functions may take on to call the function. */
  readonly roleArn: string;
  /** A function that answers whatever it is given. */
  readonly functionArn: string;
  /** A name that nothing else there has. */
  name(what: string): string;
  /** Run from the last to the first when all is over: takes away what was made. */
  readonly undo: (() => unknown)[];
}

type Place = Pick<Endpoint, 'region' | 'roleArn' | 'functionArn'> & {
  readonly endpoint: string | undefined;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
};

/** The endpoint that AWS_ENDPOINT_URL names; without it, an embedded host of its own. See docs/developing.md. */
export async function openEndpoint(): Promise<Endpoint> {
  const undo: (() => unknown)[] = [];
  const { endpoint, region, credentials, ...place } = namedPlace(process.env) ?? (await embeddedPlace(undo));
  const options = {
    region,
    ...(endpoint !== undefined && { endpoint }),
    ...(credentials && { credentials }),
  };
  const suffix = randomBytes(4).toString('hex');
  const clients = {
    table: new DynamoDBClient(options),
    s3: new S3Client({ ...options, forcePathStyle: endpoint !== undefined }),
    sqs: new SQSClient(options),
    sfn: new SFNClient(options),
  };
  return { ...clients, ...place, region, undo, name: what => `motcua-differential-${what}-${suffix}` };
}

/** What the environment names, or undefined when it names no endpoint. Throws a sentence that says what is missing. */
export function namedPlace(environment: NodeJS.ProcessEnv): Place | undefined {
  const endpoint = environment['AWS_ENDPOINT_URL'];
  if (endpoint === undefined || endpoint === '') return undefined;
  const url = URL.parse(endpoint);
  if (!url) throw new Error(`AWS_ENDPOINT_URL is no URL: ${endpoint}`);
  const read = (name: string) => {
    const value = environment[name];
    if (value === undefined || value === '') {
      throw new Error(
        `AWS_ENDPOINT_URL is set, so ${name} must be too: see "Differential test" in docs/developing.md.`,
      );
    }
    return value;
  };
  if (!environment['AWS_PROFILE']) {
    read('AWS_ACCESS_KEY_ID');
    read('AWS_SECRET_ACCESS_KEY');
  }
  // Otherwise the SDK itself would send everything there.
  delete environment['AWS_ENDPOINT_URL'];
  return {
    // AWS has an endpoint for each service and region; its bare name stands for all of them.
    endpoint: url.hostname === 'amazonaws.com' ? undefined : endpoint,
    region: read('AWS_REGION'),
    roleArn: read('DIFFERENTIAL_ROLE_ARN'),
    functionArn: read('DIFFERENTIAL_FUNCTION_ARN'),
  };
}

async function embeddedPlace(undo: (() => unknown)[]): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'differential-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  const assemblyFolder = synthesizeHostApp(join(folder, 'cdk.out'));
  const host = await bootHost({ assemblyFolder, dataFolder: join(folder, 'data'), port: 0, log: silentLog });
  undo.push(() => host.stop());
  const functions = host.resources.ofType('AWS::Lambda::Function');
  return {
    endpoint: host.awsUrl,
    region: 'ap-southeast-1',
    credentials: host.credentials,
    roleArn: 'arn:aws:iam::000000000000:role/differential',
    functionArn: functions.find(({ logicalId }) => logicalId.startsWith('Api'))?.arn ?? '',
  };
}
