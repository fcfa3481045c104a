import type * as z from 'zod';
import { ApiError } from './api-error.ts';
import * as executions from './execution-actions.ts';
import * as machines from './machine-actions.ts';
import type { Service } from './service.ts';
import * as tasks from './task-actions.ts';

type Action = (body: unknown, service: Service) => Promise<unknown>;

/** Pairs an action with the schema that its request must fit. */
function action<T>(schema: z.ZodType<T>, run: (request: T, service: Service) => unknown): Action {
  return async (body, service) => {
    const read = schema.safeParse(body ?? {});
    if (!read.success) {
      const problems = read.error.issues.map(
        issue => `${issue.path.join('.') || 'the request'}: ${issue.message}`,
      );
      throw new ApiError(
        'ValidationException',
        `${problems.length} validation error detected: ${problems.join('; ')}`,
      );
    }
    return run(read.data, service);
  };
}

/** The actions of the service that this host carries out, by AWS's names. */
export const actions: ReadonlyMap<string, Action> = new Map([
  ['CreateStateMachine', action(machines.createStateMachineRequest, machines.createStateMachine)],
  ['UpdateStateMachine', action(machines.updateStateMachineRequest, machines.updateStateMachine)],
  ['DeleteStateMachine', action(machines.stateMachineRequest, machines.deleteStateMachine)],
  ['DescribeStateMachine', action(machines.stateMachineRequest, machines.describeStateMachine)],
  ['ListStateMachines', action(machines.pagedRequest, machines.listStateMachines)],
  ['TagResource', action(machines.tagResourceRequest, machines.tagResource)],
  ['UntagResource', action(machines.untagResourceRequest, machines.untagResource)],
  ['ListTagsForResource', action(machines.listTagsRequest, machines.listTagsForResource)],
  ['StartExecution', action(executions.startExecutionRequest, executions.startExecution)],
  ['DescribeExecution', action(executions.executionRequest, executions.describeExecution)],
  [
    'DescribeStateMachineForExecution',
    action(executions.executionRequest, executions.describeStateMachineForExecution),
  ],
  ['GetExecutionHistory', action(executions.historyRequest, executions.getExecutionHistory)],
  ['ListExecutions', action(executions.listExecutionsRequest, executions.listExecutions)],
  ['StopExecution', action(executions.stopExecutionRequest, executions.stopExecution)],
  ['SendTaskSuccess', action(tasks.taskSuccessRequest, tasks.sendTaskSuccess)],
  ['SendTaskFailure', action(tasks.taskFailureRequest, tasks.sendTaskFailure)],
  ['SendTaskHeartbeat', action(tasks.taskHeartbeatRequest, tasks.sendTaskHeartbeat)],
]);
