import type { InvokeOutcome } from '../../host/wire.ts';
import type { Scope } from '../language/expression.ts';
import type { Json } from '../language/json.ts';
import type { TaskState } from '../language/machine.ts';
import { EvaluationError, StateError, TIMEOUT } from '../language/state-error.ts';
import { evaluateAs, evaluateTemplate, isNumber, type Template } from '../language/template.ts';
import type { Flow, TaskWait } from './execution-state.ts';
import { dataDetails, failureDetails } from './history.ts';
import { produce, scopeOf } from './scope.ts';
import { functionError, type TaskIntegration } from './task-integrations.ts';
import { checkSize, leaveState } from './transitions.ts';
import { recordInFlow, type Turn } from './turn.ts';

const LONGEST_TIMEOUT = 99_999_999;

/** Schedules the task: the call goes out once the turn is journaled. */
export async function runTask(turn: Turn, flow: Flow, state: TaskState): Promise<void> {
  const integration = integrationOf(turn, state);
  const call = turn.state.nextCall++;
  const token = integration.callback ? turn.services.issueToken(turn.facts.id, call) : undefined;
  const scope = scopeOf(turn, flow, state, token === undefined ? {} : { token });
  const argument = state.arguments ? await evaluateTemplate(state.arguments, scope) : flow.input;
  checkSize(state.name, argument);
  const timeout = await secondsOf(state.timeoutSeconds, scope, 'TimeoutSeconds');
  const heartbeat = await secondsOf(state.heartbeatSeconds, scope, 'HeartbeatSeconds');
  const { functionArn, payload } = integration.callOf(argument);
  recordScheduled(turn, flow, integration, argument, timeout, heartbeat);
  const waiting: TaskWait = { for: 'task', call, functionArn, payload, callback: integration.callback };
  const scale = integration.callback ? 1 : turn.services.taskTimeScale;
  if (timeout !== undefined) waiting.deadline = turn.now + timeout * 1000 * scale;
  // Only a callback task can send heartbeats; of an ordinary function none could come.
  if (heartbeat !== undefined && integration.callback) {
    waiting.heartbeatSeconds = heartbeat;
    waiting.heartbeatDeadline = turn.now + heartbeat * 1000;
  }
  flow.waiting = waiting;
  turn.invocations.push({ call, functionArn, payload });
}

function recordScheduled(
  turn: Turn,
  flow: Flow,
  integration: TaskIntegration,
  argument: Json,
  timeout: number | undefined,
  heartbeat: number | undefined,
): void {
  const { resource, resourceType } = integration;
  if (integration.events === 'LambdaFunction') {
    recordInFlow(turn, flow, 'LambdaFunctionScheduled', {
      lambdaFunctionScheduledEventDetails: {
        ...dataDetails('input', argument),
        resource,
        ...(timeout !== undefined && { timeoutInSeconds: timeout }),
      },
    });
    recordInFlow(turn, flow, 'LambdaFunctionStarted');
    return;
  }
  recordInFlow(turn, flow, 'TaskScheduled', {
    taskScheduledEventDetails: {
      parameters: JSON.stringify(argument),
      region: turn.services.region,
      resource,
      resourceType,
      ...(timeout !== undefined && { timeoutInSeconds: timeout }),
      ...(heartbeat !== undefined && { heartbeatInSeconds: heartbeat }),
    },
  });
  recordInFlow(turn, flow, 'TaskStarted', { taskStartedEventDetails: { resource, resourceType } });
}

/** The function has answered: the task has succeeded, or of a callback task, it is submitted. Failing fails both. */
export async function takeOutcome(
  turn: Turn,
  flow: Flow,
  state: TaskState,
  waiting: TaskWait,
  outcome: InvokeOutcome,
): Promise<void> {
  const integration = integrationOf(turn, state);
  if (!outcome.ok) throw failTask(turn, flow, integration, functionError(outcome));
  const result = integration.resultOf(jsonOf(outcome.payload), turn.now);
  if (!waiting.callback) return succeedTask(turn, flow, state, result);
  const { resource, resourceType } = integration;
  waiting.submitted = true;
  // It will not be sent again; the journal need not carry it on.
  waiting.payload = null;
  recordInFlow(turn, flow, 'TaskSubmitted', {
    taskSubmittedEventDetails: { ...dataDetails('output', result), resource, resourceType },
  });
}

/** The task has its result: on with Assign and Output. */
export async function succeedTask(turn: Turn, flow: Flow, state: TaskState, result: Json): Promise<void> {
  const { events, resource, resourceType } = integrationOf(turn, state);
  checkSize(state.name, result);
  const output = dataDetails('output', result);
  if (events === 'LambdaFunction') {
    recordInFlow(turn, flow, 'LambdaFunctionSucceeded', { lambdaFunctionSucceededEventDetails: output });
  } else {
    recordInFlow(turn, flow, 'TaskSucceeded', {
      taskSucceededEventDetails: { ...output, resource, resourceType },
    });
  }
  leaveState(turn, flow, await produce(state, scopeOf(turn, flow, state, { result }), result), state.next);
}

/** The holder of the token reports a failure; error and cause may be missing. */
export function rejectTask(turn: Turn, flow: Flow, state: TaskState, error?: string, cause?: string): never {
  throw failTask(turn, flow, integrationOf(turn, state), new StateError(error, cause));
}

/**
 * The task or its heartbeat has lapsed. Both are reported as States.Timeout, as AWS does; Retry and Catch may name a
 * lapsed heartbeat States.HeartbeatTimeout as well.
 */
export function timeOutTask(turn: Turn, flow: Flow, state: TaskState, waiting: TaskWait): never {
  const { events, resource, resourceType } = integrationOf(turn, state);
  const heartbeat =
    (waiting.heartbeatDeadline ?? Infinity) <= Math.min(turn.now, waiting.deadline ?? Infinity);
  if (events === 'LambdaFunction') {
    recordInFlow(turn, flow, 'LambdaFunctionTimedOut', {
      lambdaFunctionTimedOutEventDetails: { error: TIMEOUT },
    });
  } else {
    recordInFlow(turn, flow, 'TaskTimedOut', {
      taskTimedOutEventDetails: { error: TIMEOUT, resource, resourceType },
    });
  }
  throw new StateError(TIMEOUT, undefined, heartbeat ? { aliases: ['States.HeartbeatTimeout'] } : {});
}

function failTask(turn: Turn, flow: Flow, integration: TaskIntegration, failure: StateError): StateError {
  const { events, resource, resourceType } = integration;
  const details = failureDetails(failure.error, failure.explanation);
  if (events === 'LambdaFunction') {
    recordInFlow(turn, flow, 'LambdaFunctionFailed', { lambdaFunctionFailedEventDetails: details });
  } else {
    recordInFlow(turn, flow, 'TaskFailed', {
      taskFailedEventDetails: { ...details, resource, resourceType },
    });
  }
  return failure;
}

function integrationOf(turn: Turn, state: TaskState): TaskIntegration {
  const integration = turn.services.integrations.of(state.resource);
  if (!integration)
    throw new StateError('States.Runtime', `The resource '${state.resource}' is not supported by this host.`);
  return integration;
}

async function secondsOf(
  template: Template | undefined,
  scope: Scope,
  field: string,
): Promise<number | undefined> {
  if (!template) return undefined;
  const seconds = await evaluateAs(template, scope, field, 'number', isNumber);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > LONGEST_TIMEOUT) {
    throw new EvaluationError(
      field,
      `The ${field} field must be a whole number from 1 to ${LONGEST_TIMEOUT}, but was ${seconds}.`,
    );
  }
  return seconds;
}

/** A function that answers nothing gives null. */
function jsonOf(payload: unknown): Json {
  const text = JSON.stringify(payload);
  return text === undefined ? null : JSON.parse(text);
}
