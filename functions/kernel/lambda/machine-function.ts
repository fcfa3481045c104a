import type { Logger } from '@aws-lambda-powertools/logger';
import type * as z from 'zod';
import { inRequest } from '../table/request-reads.ts';
import { errorFacts } from './error-facts.ts';

/** How the state machine is told of a fault. */
export class MachineStepError extends Error {
  override readonly name = 'MachineStepError';
}

/**
 * The handler of a function that the state machine calls: its input is parsed, and errors are rethrown so that Retry
 * and Catch see them. Inputs are never logged, because one of them contains a token.
 */
export function machineFunction<S extends z.ZodType, R>(
  schema: S,
  logger: Logger,
  work: (input: z.infer<S>) => Promise<R>,
): (event: unknown) => Promise<R> {
  return async event => {
    const parsed = schema.safeParse(event);
    if (!parsed.success) {
      throw new Error(
        `The machine’s input is not right at: ${parsed.error.issues.map(issue => issue.path.join('.')).join(', ')}`,
      );
    }
    try {
      return await inRequest(() => work(parsed.data));
    } catch (error) {
      logger.error('MACHINE_STEP_FAILED', { error: errorFacts(error) });
      // Step Functions keeps thrown errors in its history: pass on the fault's name and nothing its message may
      // quote.
      throw new MachineStepError(
        `A step of the machine failed with ${errorFacts(error).name}; see the function’s log.`,
        {
          cause: error,
        },
      );
    }
  };
}
