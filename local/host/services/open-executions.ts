import type { Bus } from '../../events/bus.ts';
import { openStepFunctions, type StepFunctions } from '../../step-functions/step-functions.ts';
import { PLACE } from '../place.ts';
import type { InvokeFunction } from '../wire.ts';
import { type Opening, under } from './opening.ts';

const A_DAY = 24 * 3600 * 1000;

/** Opens Step Functions; executions announce on the bus that they begin and end. */
export async function openExecutions(
  opening: Opening,
  bus: Bus,
  invokeFunction: InvokeFunction,
): Promise<StepFunctions> {
  const { options, clock, speed, onFault, undo } = opening;
  const { keepExecutionsDays } = options;
  const stepFunctions = await openStepFunctions({
    clock,
    journalFolder: under(opening, 'executions'),
    invokeFunction,
    region: PLACE.region,
    accountId: PLACE.accountId,
    taskTimeScale: Math.max(1, speed),
    ...(keepExecutionsDays !== undefined && { keepEnded: keepExecutionsDays * A_DAY }),
    onFault,
    announce: detail =>
      bus.announce({
        source: 'aws.states',
        detailType: 'Step Functions Execution Status Change',
        resources: [detail.executionArn],
        detail,
      }),
  });
  undo.push(() => stepFunctions.close());
  return stepFunctions;
}
