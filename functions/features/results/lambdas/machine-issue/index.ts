import { orderInput } from '../../../../../schemas/machine.ts';
import { machineFunction } from '../../../../kernel/lambda/machine-function.ts';
import { functionLogger } from '../../../../kernel/lambda/runtime.ts';
import { issueResult } from '../../issue-result.ts';
import { openMaking } from '../../open-making.ts';

const deps = openMaking(new URL('./fonts/', import.meta.url));
const logger = functionLogger();

/** The machine makes the result of a decided dossier. */
export const handler = machineFunction(orderInput, logger, ({ order }) => issueResult(deps, order));
