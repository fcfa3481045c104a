import { orderInput } from '../../../../../schemas/machine.ts';
import { machineFunction } from '../../../../kernel/lambda/machine-function.ts';
import { functionLogger } from '../../../../kernel/lambda/runtime.ts';
import { issueResult } from '../../issue-result.ts';
import { openMaking } from '../../open-making.ts';

const deps = openMaking(import.meta.url, async () => ({
  ...(await import('../../../../connectors/kms-signing/kms-signer.ts')),
  ...(await import('../../../../connectors/timestamping/timestamp-authority.ts')),
  ...(await import('../../../../connectors/revocation/http-revocation-source.ts')),
}));
const logger = functionLogger();

/** The machine makes the result of a decided dossier. */
export const handler = machineFunction(orderInput, logger, ({ order }) => issueResult(deps, order));
