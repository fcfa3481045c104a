import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { eventOnWire } from '../interpreter/history.ts';
import type { TurnRecord } from '../journal/records.ts';
import type { Execution } from '../registry.ts';
import { ApiError } from './api-error.ts';
import { checkName } from './arns.ts';
import { findExecution, findMachine, onWire, pageOf, readJson, type Service } from './service.ts';

export const startExecutionRequest = z.object({
  stateMachineArn: z.string(),
  name: z.string().optional(),
  input: z.string().optional(),
  traceHeader: z.string().optional(),
});

/**
 * Starts an execution. The same name with the same input, while the first one runs, is a success with the first
 * one's date; any other use of a name is refused. Answers once the start is on disk.
 */
export async function startExecution(request: z.infer<typeof startExecutionRequest>, service: Service) {
  const machine = findMachine(service, request.stateMachineArn);
  const name = request.name === undefined ? randomUUID() : checkName(request.name);
  const input = readJson(request.input ?? '{}', 'InvalidExecutionInput', 'State Machine Execution Input');
  const executionArn = service.arns.of(machine.name, name);
  const holder = service.registry.execution(machine.name, name);
  if (holder && holder.startedAt >= machine.createdAt) {
    await service.engine.started(holder);
    const { first } = await service.engine.firstAndLastTurn(holder);
    const same = JSON.stringify(first.begins?.input) === JSON.stringify(input);
    if (holder.status !== 'RUNNING' || !same) {
      throw new ApiError('ExecutionAlreadyExists', `Execution Already Exists: '${executionArn}'`);
    }
    return { executionArn, startDate: onWire(holder.startedAt) };
  }
  const { execution, started } = service.engine.start(
    machine.name,
    machine.revision,
    machine.roleArn,
    name,
    input,
  );
  await started;
  return { executionArn, startDate: onWire(execution.startedAt) };
}

export const executionRequest = z.object({ executionArn: z.string(), includedData: z.string().optional() });

const INCLUDED = { included: true };

export async function describeExecution(request: z.infer<typeof executionRequest>, service: Service) {
  const execution = findExecution(service, request.executionArn);
  const { first, last } = await service.engine.firstAndLastTurn(execution);
  const { end } = last;
  return {
    executionArn: service.arns.of(execution.machine, execution.name),
    stateMachineArn: service.arns.of(execution.machine),
    name: execution.name,
    status: end?.status ?? 'RUNNING',
    startDate: onWire(execution.startedAt),
    ...(end && { stopDate: onWire(end.stoppedAt) }),
    input: JSON.stringify(first.begins?.input),
    inputDetails: INCLUDED,
    ...(end?.output !== undefined && { output: JSON.stringify(end.output), outputDetails: INCLUDED }),
    ...(end?.error !== undefined && { error: end.error }),
    ...(end?.cause !== undefined && { cause: end.cause }),
    redriveCount: 0,
    redriveStatus: 'NOT_REDRIVABLE',
    redriveStatusReason: 'This host does not redrive executions.',
  };
}

export async function describeStateMachineForExecution(
  request: z.infer<typeof executionRequest>,
  service: Service,
) {
  const execution = findExecution(service, request.executionArn);
  const record = service.registry.revision(execution.machine, execution.revision);
  if (!record)
    throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${execution.machine}'`);
  return {
    stateMachineArn: service.arns.of(execution.machine),
    name: execution.machine,
    definition: record.definition,
    roleArn: record.roleArn,
    updateDate: onWire(record.updatedAt),
    loggingConfiguration: { level: 'OFF', includeExecutionData: false },
    tracingConfiguration: { enabled: false },
    revisionId: record.revisionId,
  };
}

export const historyRequest = z.object({
  executionArn: z.string(),
  maxResults: z.int().min(0).max(1000).optional(),
  reverseOrder: z.boolean().optional(),
  nextToken: z.string().optional(),
  includeExecutionData: z.boolean().optional(),
});

export async function getExecutionHistory(request: z.infer<typeof historyRequest>, service: Service) {
  const execution = findExecution(service, request.executionArn);
  const turns: TurnRecord[] = await service.engine.turnsOf(execution);
  const events = turns.flatMap(turn => turn.events);
  if (request.reverseOrder) events.reverse();
  const { page, ...more } = pageOf(events, request);
  return { events: page.map(event => eventOnWire(event, request.includeExecutionData ?? true)), ...more };
}

export const listExecutionsRequest = z.object({
  stateMachineArn: z.string().optional(),
  mapRunArn: z.string().optional(),
  statusFilter: z
    .enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE'])
    .optional(),
  redriveFilter: z.string().optional(),
  maxResults: z.int().min(0).max(1000).optional(),
  nextToken: z.string().optional(),
});

/** Executions of a machine, the most recent first. The token names the execution to go on after, so that new ones do not shift the pages. */
export function listExecutions(request: z.infer<typeof listExecutionsRequest>, service: Service) {
  if (request.stateMachineArn === undefined) {
    throw new ApiError('ValidationException', 'This host lists executions by stateMachineArn only.');
  }
  const machine = findMachine(service, request.stateMachineArn);
  const all = service.registry.executionsOf(machine.name);
  const before = request.nextToken === undefined ? Infinity : idInToken(request.nextToken);
  const wanted = request.maxResults || 100;
  const found: Execution[] = [];
  let more = false;
  for (let at = all.length - 1; at >= 0; at--) {
    const execution = all[at];
    if (!execution || execution.id >= before || execution.first < 0) continue;
    if (execution.startedAt < machine.createdAt) break;
    if (request.statusFilter !== undefined && execution.status !== request.statusFilter) continue;
    if (found.length === wanted) {
      more = true;
      break;
    }
    found.push(execution);
  }
  const last = found.at(-1);
  return {
    executions: found.map(({ name, status, startedAt, stoppedAt }) => ({
      executionArn: service.arns.of(machine.name, name),
      stateMachineArn: service.arns.of(machine.name),
      name,
      status,
      startDate: onWire(startedAt),
      ...(stoppedAt !== undefined && { stopDate: onWire(stoppedAt) }),
      redriveCount: 0,
    })),
    ...(more && last && { nextToken: Buffer.from(String(last.id)).toString('base64') }),
  };
}

function idInToken(token: string): number {
  const id = Number(Buffer.from(token, 'base64').toString('latin1'));
  if (!Number.isInteger(id)) throw new ApiError('InvalidToken', `Invalid Token: '${token}'`);
  return id;
}

export const stopExecutionRequest = z.object({
  executionArn: z.string(),
  error: z.string().max(256).optional(),
  cause: z.string().max(32_768).optional(),
});

/** Stops an execution; one that has ended already keeps its end and gives its date. */
export async function stopExecution(request: z.infer<typeof stopExecutionRequest>, service: Service) {
  const execution = findExecution(service, request.executionArn);
  const { error, cause } = request;
  await service.engine.send(execution, {
    kind: 'stop',
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
  });
  return { stopDate: onWire(execution.stoppedAt ?? service.clock.now()) };
}
