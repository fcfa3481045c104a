import { deadlineOperations } from '../../schemas/api/operations/deadlines.ts';
import { httpFunction, route } from '../platform/http/http-function.ts';
import { functionLogger, runtimeNow } from '../platform/http/wiring.ts';
import { explainDeadline } from './explain-deadline.ts';

/** The legal clock, for anybody. */
export const handler = httpFunction([route(deadlineOperations.explainDeadline, explainDeadline)], {
  logger: functionLogger(),
  now: runtimeNow,
});
