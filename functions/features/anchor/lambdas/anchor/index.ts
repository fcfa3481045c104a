import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { anchorSettings } from '../../../../../schemas/anchor/settings.ts';
import { endOfDay, HOUR, toRfc3339 } from '../../../../domain/vietnam-time.ts';
import { jsonSetting, readEnvironment } from '../../../../kernel/config/environment.ts';
import { countOnce } from '../../../../kernel/lambda/count-once.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { dynamoDossierLists } from '../../../../records/lists/dossier-lists.ts';
import { openDossierWalk } from '../../../../records/projections/dossier-walk.ts';
import { reconciliationStore } from '../../../../records/reconciliation/reconciliation-store.ts';
import { anchorsEnvironment, openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import { anchorDays } from '../../anchor-day.ts';
import { archive } from '../../archive.ts';
import type { AuditFinding } from '../../audit-finding.ts';
import { auditNight } from '../../audit-night.ts';
import { auditProgress } from '../../audit-progress.ts';
import { s3Objects } from '../../s3-objects.ts';
import { kmsSigner } from '../../signer.ts';

const environment = readEnvironment(
  tableEnvironment.extend(anchorsEnvironment.shape).extend({
    SIGNING_KEY: z.string().min(1),
    PROVINCE: jsonSetting(z.string()),
    ANCHORS: jsonSetting(anchorSettings),
  }),
);
const logger = functionLogger();
const metrics = new Metrics({ namespace: 'motcua' });
const { dossiers, table, organization } = openDossierServices(environment.TABLE_NAME);
const items = dynamoItems(table);
const findings = reconciliationStore(items);
const signer = kmsSigner(new KMSClient({}), environment.SIGNING_KEY);
const deps = {
  ...openDossierWalk({ items, organization, lists: dynamoDossierLists(table) }, runtimeNow),
  items,
  changes: findings,
  archive: archive(s3Objects(new S3Client({}), environment.ANCHORS_BUCKET)),
  signer,
  province: environment.PROVINCE,
  progress: auditProgress(items),
  now: runtimeNow,
  async tell({ day, name, detail, fault }: AuditFinding, night: string) {
    countOnce('AnchorBroken', { subject: name, position: `${day}: ${detail}` });
    const foundAt = toRfc3339(runtimeNow());
    const kind = 'anchorDiffers' as const;
    await findings.keep({ day: night, name, kind, detail: `${day}: ${detail}`, state: 'open', foundAt });
    if (fault) await dossiers.hold(name, fault, runtimeNow());
  },
};

/** Time for what cannot be cut off, in milliseconds. */
const ENOUGH = 60_000;

/** Every hour: anchors what is over, then continues the audit of what was anchored. */
export async function handler(_: unknown, context: Context): Promise<void> {
  const nearlyOver = () => context.getRemainingTimeInMillis() < ENOUGH;
  const newest = await anchorDays({ ...deps, nearlyOver });
  if (newest === undefined) return;
  metrics.addMetric('AnchorAge', MetricUnit.NoUnit, (runtimeNow() - endOfDay(newest)) / HOUR);
  metrics.publishStoredMetrics();
  const publicKeys = [await signer.publicKey(), ...environment.ANCHORS.formerKeys];
  const { looked, found, done } = await auditNight({ ...deps, publicKeys, nearlyOver }, newest);
  if (looked > 0 || found > 0) logger.info('AUDITED', { newest, looked, found, done });
}
