import { deadlineOperations } from '../../../../../schemas/api/operations/deadlines.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { explainDeadline } from '../../explain-deadline.ts';

/** The legal clock, for everyone. */
export const handler = httpFunction([route(deadlineOperations.explainDeadline, explainDeadline)], {
  logger: functionLogger(),
  now: runtimeNow,
  authorize: demandAnyhow,
});
