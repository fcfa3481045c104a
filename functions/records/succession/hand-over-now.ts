import type { Logger } from '@aws-lambda-powertools/logger';
import { errorFacts } from '../../kernel/lambda/error-facts.ts';
import { type MoveUnitsDeps, moveEndedUnits } from './move-units.ts';

/**
 * Hands over what ended units still have, within the request that ended them: for so many milliseconds at most. It
 * never fails, for the units are published by then; the worker hands over the rest.
 */
export function handOverNow(
  succession: MoveUnitsDeps,
  logger: Pick<Logger, 'info' | 'error'>,
  milliseconds: number,
): () => Promise<void> {
  return async () => {
    try {
      const { stranded: _, ...made } = await moveEndedUnits(succession, succession.clock() + milliseconds);
      logger.info('UNITS_HANDED_OVER', made);
    } catch (error) {
      logger.error('HANDING_OVER_FAILED', { error: errorFacts(error) });
    }
  };
}
