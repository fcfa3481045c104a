import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { anchorDays } from '../../../functions/features/anchor/anchor-day.ts';
import { archive } from '../../../functions/features/anchor/archive.ts';
import type { AuditFinding } from '../../../functions/features/anchor/audit-finding.ts';
import { auditNight } from '../../../functions/features/anchor/audit-night.ts';
import { auditProgress } from '../../../functions/features/anchor/audit-progress.ts';
import { s3Objects } from '../../../functions/features/anchor/s3-objects.ts';
import { kmsSigner } from '../../../functions/features/anchor/signer.ts';
import { dynamoItems } from '../../../functions/kernel/table/dynamo-items.ts';
import { dynamoDossierLists } from '../../../functions/records/lists/dossier-lists.ts';
import { dynamoOrganizationStore } from '../../../functions/records/organization/organization-store.ts';
import { openDossierWalk } from '../../../functions/records/projections/dossier-walk.ts';
import { reconciliationStore } from '../../../functions/records/reconciliation/reconciliation-store.ts';
import type { RunningHost } from '../../../local/host/boot.ts';

/** What anchors of a host's application are made of, by the names of its templates. */
export function anchorNames({ resources }: RunningHost) {
  const nameOf = (type: string, begins: string) =>
    resources.ofType(type).find(({ logicalId }) => logicalId.startsWith(begins))?.name ?? '';
  return {
    table: nameOf('AWS::DynamoDB::Table', 'Records'),
    bucket: nameOf('AWS::S3::Bucket', 'Anchors'),
    key: nameOf('AWS::KMS::Key', 'SigningKey'),
  };
}

/**
 * Anchors the day that is under way, as it would be anchored tomorrow, for tests whose clock stands still, and
 * audits it: there is nothing to be found.
 */
export async function anchorToday(host: RunningHost, firstDay: string): Promise<void> {
  const names = anchorNames(host);
  const options = { region: 'ap-southeast-1', endpoint: host.awsUrl, credentials: host.credentials };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(options));
  const table = { client, name: names.table };
  const items = dynamoItems(table);
  const stores = { items, organization: dynamoOrganizationStore(table), lists: dynamoDossierLists(table) };
  const deps = {
    ...openDossierWalk(stores, host.clock.now),
    items,
    changes: reconciliationStore(items),
    archive: archive(s3Objects(new S3Client({ ...options, forcePathStyle: true }), names.bucket)),
    signer: kmsSigner(new KMSClient(options), names.key),
    province: 'H44',
    firstRecords: async () => firstDay,
    now: () => host.clock.now() + 24 * 3600 * 1000,
    nearlyOver: () => false,
  };
  const day = await anchorDays(deps);
  const tell = async ({ name, detail }: AuditFinding) => {
    throw new Error(`${name}: ${detail}`);
  };
  const publicKeys = [await deps.signer.publicKey()];
  const progress = auditProgress(items);
  await auditNight({ ...deps, publicKeys, progress, tell }, day ?? '');
}
