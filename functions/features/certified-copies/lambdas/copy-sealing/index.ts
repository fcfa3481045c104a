import { fileURLToPath } from 'node:url';
import { S3Client } from '@aws-sdk/client-s3';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { letterheadOf } from '../../../../domain/printing/letterhead.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { errorFacts } from '../../../../kernel/lambda/error-facts.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { whenNeeded } from '../../../../kernel/lambda/when-needed.ts';
import { failedMessages } from '../../../../kernel/queue/each-message.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { batchedNudges } from '../../../../records/consumers/take-nudges.ts';
import { s3DerivedObjects } from '../../../../records/digitizing/derived-objects.ts';
import { digitizationStore } from '../../../../records/digitizing/digitization-store.ts';
import { dynamoFileStore } from '../../../../records/files/file-store.ts';
import {
  openDossierServices,
  sealEnvironment,
  tableEnvironment,
  uploadsEnvironment,
} from '../../../../records/services.ts';
import { readSignatureSettings } from '../../../../records/signature-settings.ts';
import { copyStore } from '../../copy-store.ts';
import { type CopySealingDeps, sealCopies } from '../../seal-copies.ts';

const environment = readEnvironment(
  tableEnvironment.extend(uploadsEnvironment.shape).extend(sealEnvironment.shape),
);
const logger = functionLogger();
const { table, dossiers, organization } = openDossierServices(environment.TABLE_NAME);
/** Loaded with the first copy: the client of KMS, and all that reads and writes signatures. */
const sealing = whenNeeded(async () => {
  const [{ openSealers }, { drawWith }, kms, timestamping, revocation] = await Promise.all([
    import('../../../../records/sealing/open-sealers.ts'),
    import('../../../../records/sealing/draw.ts'),
    import('../../../../connectors/kms-signing/kms-signer.ts'),
    import('../../../../connectors/timestamping/timestamp-authority.ts'),
    import('../../../../connectors/revocation/http-revocation-source.ts'),
  ]);
  const settings = readSignatureSettings(new URL('./signatures.json', import.meta.url));
  const adapters = { ...kms, ...timestamping, ...revocation };
  return {
    sealers: await openSealers(adapters, environment.SEAL_KEY, settings, runtimeNow),
    draw: drawWith(fileURLToPath(new URL('./fonts/', import.meta.url))),
    now: runtimeNow,
  };
});
const deps: CopySealingDeps = {
  dossiers,
  now: runtimeNow,
  copies: copyStore({
    files: dynamoFileStore(table),
    digitizations: digitizationStore(dynamoItems(table)),
    objects: s3DerivedObjects(new S3Client({}), environment.UPLOADS_BUCKET),
  }),
  async seal(copy, { unit, comparedWith }) {
    const [{ sealCopy }, how, current] = await Promise.all([
      import('../../seal-copy.ts'),
      sealing(),
      organization.current(),
    ]);
    const { agency } = letterheadOf(current?.units ?? [], unit);
    return sealCopy(how, copy, { unit, agency, comparedWith });
  },
};

/** Seals certified copies; one that fails is tried again, then kept among the dead letters. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const { nudges, unreadable } = batchedNudges(event);
  const failed = [...unreadable];
  for (const { nudge, messages } of nudges) {
    try {
      const sealed = await sealCopies(deps, nudge.dossier);
      logger.info('COPIES_SEALED', { dossier: nudge.dossier, sealed });
    } catch (error) {
      logger.error('COPY_SEALING_FAILED', { dossier: nudge.dossier, error: errorFacts(error) });
      failed.push(...messages);
    }
  }
  return failedMessages(failed);
}
