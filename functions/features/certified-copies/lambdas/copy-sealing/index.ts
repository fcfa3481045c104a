import { S3Client } from '@aws-sdk/client-s3';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { letterheadOf } from '../../../../domain/printing/letterhead.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { errorFacts } from '../../../../kernel/lambda/error-facts.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { eachNudge } from '../../../../records/consumers/take-nudges.ts';
import { s3DerivedObjects } from '../../../../records/digitizing/derived-objects.ts';
import { digitizationStore } from '../../../../records/digitizing/digitization-store.ts';
import { dynamoFileStore } from '../../../../records/files/file-store.ts';
import { openSealing } from '../../../../records/sealing/open-sealing.ts';
import {
  openDossierServices,
  sealEnvironment,
  tableEnvironment,
  uploadsEnvironment,
} from '../../../../records/services.ts';
import { copyStore } from '../../copy-store.ts';
import { type CopySealingDeps, sealCopies } from '../../seal-copies.ts';

const environment = readEnvironment(
  tableEnvironment.extend(uploadsEnvironment.shape).extend(sealEnvironment.shape),
);
const logger = functionLogger();
const { table, dossiers, organization } = openDossierServices(environment.TABLE_NAME);
const sealing = openSealing(import.meta.url, environment.SEAL_KEY, async () => ({
  ...(await import('../../../../connectors/kms-signing/kms-signer.ts')),
  ...(await import('../../../../connectors/timestamping/timestamp-authority.ts')),
  ...(await import('../../../../connectors/revocation/http-revocation-source.ts')),
}));
const deps: CopySealingDeps = {
  dossiers,
  now: runtimeNow,
  copies: copyStore({
    files: dynamoFileStore(table),
    digitizations: digitizationStore(dynamoItems(table)),
    objects: s3DerivedObjects(new S3Client({}), environment.UPLOADS_BUCKET),
  }),
  async seal(copy, { unit, comparedWith }) {
    const [{ sealCopy }, tools, current] = await Promise.all([
      import('../../seal-copy.ts'),
      sealing(),
      organization.current(),
    ]);
    const { agency } = letterheadOf(current?.units ?? [], unit);
    return sealCopy(tools, copy, { unit, agency, comparedWith });
  },
};

/** Seals certified copies; one that fails is tried again, then kept among the dead letters. */
export const handler = (event: SQSEvent): Promise<SQSBatchResponse> =>
  eachNudge(
    event,
    async ({ dossier }) => logger.info('COPIES_SEALED', { dossier, sealed: await sealCopies(deps, dossier) }),
    ({ dossier }, error) => logger.error('COPY_SEALING_FAILED', { dossier, error: errorFacts(error) }),
  );
