import * as z from 'zod';
import type { Signal } from '../interpreter/interpret.ts';
import { ApiError } from './api-error.ts';
import { readJson, type Service } from './service.ts';

const taskToken = z.string().min(1).max(2048);

export const taskSuccessRequest = z.object({ taskToken, output: z.string() });

export async function sendTaskSuccess(request: z.infer<typeof taskSuccessRequest>, service: Service) {
  const output = readJson(request.output, 'InvalidOutput', 'Output');
  return tell(service, request.taskToken, call => ({ kind: 'taskSucceeded', call, output }));
}

export const taskFailureRequest = z.object({
  taskToken,
  error: z.string().max(256).optional(),
  cause: z.string().max(32_768).optional(),
});

export async function sendTaskFailure(
  { taskToken, error, cause }: z.infer<typeof taskFailureRequest>,
  service: Service,
) {
  return tell(service, taskToken, call => ({
    kind: 'taskFailed',
    call,
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
  }));
}

export const taskHeartbeatRequest = z.object({ taskToken });

export async function sendTaskHeartbeat(request: z.infer<typeof taskHeartbeatRequest>, service: Service) {
  return tell(service, request.taskToken, call => ({ kind: 'heartbeat', call }));
}

/** Hands a signal to the task of a token. A task that has ended, however it ended, answers TaskTimedOut. */
async function tell(service: Service, token: string, signal: (call: number) => Signal): Promise<object> {
  const bearer = service.tokens.read(token);
  if (!bearer)
    throw new ApiError('InvalidToken', 'Invalid Token: the task token was not issued by this service.');
  const execution = service.registry.executions.get(bearer.execution);
  if (!execution)
    throw new ApiError(
      'TaskDoesNotExist',
      'Task Does Not Exist: the token names an execution that is not here.',
    );
  const met = await service.engine.send(execution, signal(bearer.call));
  if (!met) throw new ApiError('TaskTimedOut', 'Task Timed Out: the task has ended or has timed out.');
  return {};
}
