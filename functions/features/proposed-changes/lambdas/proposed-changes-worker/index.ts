import type { Context } from 'aws-lambda';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { machineEnvironment, tableEnvironment } from '../../../../records/services.ts';
import { carryOnAll } from '../../carry-on-all.ts';
import { openCarryOn } from '../../open-carry-on.ts';

const logger = functionLogger();
const { carrying } = openCarryOn(readEnvironment(tableEnvironment.extend(machineEnvironment.shape)), logger);

/** Time reserved for work in progress when a run stops: the next one continues. */
const RESERVE = 10_000;

/** Every five minutes: carries on what did not fit into the request that confirmed it. */
export async function handler(_event: unknown, context: Context): Promise<void> {
  const until = runtimeNow() + context.getRemainingTimeInMillis() - RESERVE;
  logger.info('CHANGES_CARRIED_ON', await carryOnAll(carrying, until));
}
