import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { errorFacts } from '../../../../kernel/lambda/error-facts.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { whenNeeded } from '../../../../kernel/lambda/when-needed.ts';
import { failedMessages } from '../../../../kernel/queue/each-message.ts';
import { batchedNudges } from '../../../../records/consumers/take-nudges.ts';
import { sealEnvironment } from '../../../../records/services.ts';
import { readSignatureSettings } from '../../../../records/signature-settings.ts';
import { correctResult } from '../../correct-result.ts';
import { openMaking } from '../../open-making.ts';
import { unitSealers } from '../../sealing/unit-sealers.ts';

const { SEAL_KEY } = readEnvironment(sealEnvironment);
// Loaded with the first result: the client of KMS, and all that reads and writes signatures.
const sealing = whenNeeded(async () => {
  const [{ KMSClient }, { openSealKey }, { httpTimestampAuthority }, { httpRevocationSource }] =
    await Promise.all([
      import('@aws-sdk/client-kms'),
      import('../../../../connectors/kms-signing/kms-signer.ts'),
      import('../../../../connectors/timestamping/timestamp-authority.ts'),
      import('../../../../connectors/revocation/http-revocation-source.ts'),
    ]);
  const key = await openSealKey(new KMSClient({}), SEAL_KEY);
  return unitSealers(readSignatureSettings(new URL('./signatures.json', import.meta.url)), {
    signerFor: key.signerFor,
    timestamps: (url, authorities) => httpTimestampAuthority({ url, authorities }),
    revocation: trustedHosts => httpRevocationSource({ trustedHosts, now: runtimeNow }),
  });
});
const deps = openMaking(new URL('./fonts/', import.meta.url), {
  of: async (unit, agency) => (await sealing()).of(unit, agency),
});
const logger = functionLogger();

/** Makes the results of signed corrections; one that fails is tried again, then kept among the dead letters. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const { nudges, unreadable } = batchedNudges(event);
  const failed = [...unreadable];
  for (const { nudge, messages } of nudges) {
    try {
      logger.info('CORRECTION_MADE', {
        dossier: nudge.dossier,
        outcome: await correctResult(deps, nudge.dossier),
      });
    } catch (error) {
      logger.error('CORRECTION_FAILED', { dossier: nudge.dossier, error: errorFacts(error) });
      failed.push(...messages);
    }
  }
  return failedMessages(failed);
}
