import type { Context } from 'aws-lambda';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import { moveEndedUnits } from '../../../../records/succession/move-units.ts';
import { openSuccession } from '../../../../records/succession/open-succession.ts';

const logger = functionLogger();
const deps = openSuccession(openDossierServices(readEnvironment(tableEnvironment).TABLE_NAME), runtimeNow);

/** Time reserved for work in progress when a run stops: the next one continues. */
const RESERVE = 10_000;

/** Shortly after midnight and four times an hour: hands over what ended units still have. */
export async function handler(_event: unknown, context: Context): Promise<void> {
  const until = runtimeNow() + context.getRemainingTimeInMillis() - RESERVE;
  const { stranded, ...made } = await moveEndedUnits(deps, until);
  logger.info('UNITS_HANDED_OVER', made);
  if (stranded.length === 0) return;
  logger.error('UNITS_STRANDED', { units: stranded });
  throw new Error(`${stranded.length} unit(s) ended with work left and without a successor.`);
}
