import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DescribeKeyCommand, KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { Refusal } from '../refusal.mjs';

/** Where the records, the anchors and the key are. */
export interface Whereabouts {
  readonly table: string;
  readonly bucket: string;
  /** Undefined where the trusted public keys are given. */
  readonly key: string | undefined;
}

/** Has every client of AWS in this process ask an embedded host, with the keys in its data folder. */
export function askHost(port: number, dataFolder: string): void {
  const file = join(dataFolder, 'host-keys.json');
  const kept = read(file);
  process.env['AWS_ENDPOINT_URL'] = `http://127.0.0.1:${port + 1}`;
  process.env['AWS_REGION'] = 'ap-southeast-1';
  process.env['AWS_ACCESS_KEY_ID'] = kept['accessKeyId'];
  process.env['AWS_SECRET_ACCESS_KEY'] = kept['secretAccessKey'];
  process.env['AWS_SESSION_TOKEN'] = kept['sessionToken'];
}

function read(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch (cause) {
    throw new Refusal(
      {
        vi: `Không đọc được ${file}: --data phải là thư mục dữ liệu của máy chủ giả lập.`,
        en: `${file} cannot be read: --data must name the data folder of the embedded host.`,
      },
      { cause },
    );
  }
}

/** What the one application of an embedded host has, by the names that its templates give. */
export async function ofHost(): Promise<Whereabouts> {
  const s3 = new S3Client({ forcePathStyle: true });
  const kms = new KMSClient({});
  const [{ TableNames = [] }, { Buckets = [] }, { Keys = [] }] = await Promise.all([
    new DynamoDBClient({}).send(new ListTablesCommand({})),
    s3.send(new ListBucketsCommand({})),
    kms.send(new ListKeysCommand({})),
  ]);
  const described = await Promise.all(Keys.map(({ KeyId }) => kms.send(new DescribeKeyCommand({ KeyId }))));
  const key = described.find(({ KeyMetadata }) => KeyMetadata?.KeyUsage === 'SIGN_VERIFY')?.KeyMetadata
    ?.KeyId;
  const table = TableNames.find(name => /-records-/i.test(name));
  const bucket = Buckets.find(({ Name }) => /-anchors/i.test(Name ?? ''))?.Name;
  if (table !== undefined && bucket !== undefined && key !== undefined) return { table, bucket, key };
  throw new Refusal({
    vi: 'Máy chủ giả lập này không có bảng dữ liệu, kho tệp neo và khóa ký: có phải phiên bản trước khi có neo dữ liệu không?',
    en: 'This host has no table, bucket of anchors and signing key: is it one from before there were anchors?',
  });
}
