import { orderInput } from '../../../../../schemas/machine.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { machineFunction } from '../../../../kernel/lambda/machine-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { whenNeeded } from '../../../../kernel/lambda/when-needed.ts';
import { sealEnvironment } from '../../../../records/services.ts';
import { readSignatureSettings } from '../../../../records/signature-settings.ts';
import { issueResult } from '../../issue-result.ts';
import { openMaking } from '../../open-making.ts';

const { SEAL_KEY } = readEnvironment(sealEnvironment);
// Loaded with the first result: the client of KMS, and all that reads and writes signatures.
const sealing = whenNeeded(async () => {
  const { openSealing } = await import('../../../../connectors/sealing/open-sealing.ts');
  return openSealing(
    SEAL_KEY,
    readSignatureSettings(new URL('./signatures.json', import.meta.url)),
    runtimeNow,
  );
});
const deps = openMaking(new URL('./fonts/', import.meta.url), {
  of: async (unit, agency) => (await sealing()).of(unit, agency),
});
const logger = functionLogger();

/** The machine makes the result of a decided dossier. */
export const handler = machineFunction(orderInput, logger, ({ order }) => issueResult(deps, order));
