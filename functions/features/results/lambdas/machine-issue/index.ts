import { orderInput } from '../../../../../schemas/machine.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { machineFunction } from '../../../../kernel/lambda/machine-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { whenNeeded } from '../../../../kernel/lambda/when-needed.ts';
import { sealEnvironment } from '../../../../records/services.ts';
import { readSignatureSettings } from '../../../../records/signature-settings.ts';
import { issueResult } from '../../issue-result.ts';
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

/** The machine makes the result of a decided dossier. */
export const handler = machineFunction(orderInput, logger, ({ order }) => issueResult(deps, order));
