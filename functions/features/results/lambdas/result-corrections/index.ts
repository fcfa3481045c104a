import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { errorFacts } from '../../../../kernel/lambda/error-facts.ts';
import { functionLogger } from '../../../../kernel/lambda/runtime.ts';
import { eachNudge } from '../../../../records/consumers/take-nudges.ts';
import { correctResult } from '../../correct-result.ts';
import { openMaking } from '../../open-making.ts';

const deps = openMaking(import.meta.url, async () => ({
  ...(await import('../../../../connectors/kms-signing/kms-signer.ts')),
  ...(await import('../../../../connectors/timestamping/timestamp-authority.ts')),
  ...(await import('../../../../connectors/revocation/http-revocation-source.ts')),
}));
const logger = functionLogger();

/** Makes the results of signed corrections; one that fails is tried again, then kept among the dead letters. */
export const handler = (event: SQSEvent): Promise<SQSBatchResponse> =>
  eachNudge(
    event,
    async ({ dossier }) =>
      logger.info('CORRECTION_MADE', { dossier, outcome: await correctResult(deps, dossier) }),
    ({ dossier }, error) => logger.error('CORRECTION_FAILED', { dossier, error: errorFacts(error) }),
  );
