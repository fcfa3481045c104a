import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { openSealKey } from '../../../functions/connectors/kms-signing/kms-signer.ts';
import { signXml } from '../../../functions/domain/sealing/xades/sign-xml.ts';
import { s3ReceiptFiles } from '../../../functions/features/receipts/receipt-files.ts';
import { summarizeDays } from '../../../functions/features/receipts/summarize.ts';
import { dynamoItems } from '../../../functions/kernel/table/dynamo-items.ts';
import { receiptStore } from '../../../functions/records/money/receipt-store.ts';
import { dynamoOrganizationStore } from '../../../functions/records/organization/organization-store.ts';
import type { RunningHost } from '../../../local/host/boot.ts';

/** Sums up the receipts of a host's day, as its schedule would in the evening, for tests whose clock stands still. */
export async function summarizeNow(host: RunningHost): Promise<{ made: number; failed: number }> {
  const nameOf = (type: string, begins: string) =>
    host.resources.ofType(type).find(({ logicalId }) => logicalId.startsWith(begins))?.name ?? '';
  const options = { region: 'ap-southeast-1', endpoint: host.awsUrl, credentials: host.credentials };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(options));
  const table = { client, name: nameOf('AWS::DynamoDB::Table', 'Records') };
  const key = await openSealKey(new KMSClient(options), nameOf('AWS::KMS::Key', 'SealKey'));
  const s3 = new S3Client({ ...options, forcePathStyle: true });
  return summarizeDays({
    organization: dynamoOrganizationStore(table),
    receipts: receiptStore(dynamoItems(table)),
    files: s3ReceiptFiles(nameOf('AWS::S3::Bucket', 'IssuedResults'), s3),
    sign: async (document, { name }) => signXml(document, await key.signerFor(name), host.clock.now()),
    now: () => host.clock.now(),
    failed: (_, error) => {
      throw error;
    },
  });
}
