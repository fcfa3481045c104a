import type { HostClock } from '../../host/clock.ts';
import type { Engine } from '../engine.ts';
import type { InterpreterServices } from '../interpreter/turn.ts';
import type { MachineRecord } from '../journal/records.ts';
import { exceedsDataLimit, type Json } from '../language/json.ts';
import type { Execution, Registry } from '../registry.ts';
import type { TaskTokens } from '../task-token.ts';
import { ApiError } from './api-error.ts';
import type { Arns } from './arns.ts';

/** What the actions work on. */
export interface Service {
  readonly clock: HostClock;
  readonly registry: Registry;
  readonly engine: Engine;
  readonly services: InterpreterServices;
  readonly tokens: TaskTokens;
  readonly arns: Arns;
  /** Appends a machine's record; resolves when it is on disk. */
  readonly saveMachine: (record: MachineRecord) => Promise<void>;
}

export function findMachine({ registry, arns }: Service, arn: string): MachineRecord {
  const machine = registry.machine(arns.machineIn(arn));
  if (!machine) throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  return machine;
}

export function findExecution({ registry, arns }: Service, arn: string): Execution {
  const { machine, name } = arns.executionIn(arn);
  const execution = registry.execution(machine, name);
  if (!execution || execution.first < 0) {
    throw new ApiError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  }
  return execution;
}

/** Reads JSON text that a caller sent as a member of its request. */
export function readJson(text: string, errorType: string, what: string): Json {
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ApiError(errorType, `Invalid ${what}: ${error instanceof Error ? error.message : error}`);
  }
  if (exceedsDataLimit(value)) throw new ApiError(errorType, `Invalid ${what}: larger than 262144 bytes.`);
  return value;
}

/** Milliseconds to the epoch seconds of the protocol. */
export function onWire(milliseconds: number): number {
  return milliseconds / 1000;
}

/** A page of a list with AWS's paging; the token names where the next page begins. */
export function pageOf<T>(
  items: readonly T[],
  { maxResults, nextToken }: Paging,
): { page: readonly T[]; nextToken?: string } {
  const start = nextToken === undefined ? 0 : Number(Buffer.from(nextToken, 'base64').toString('latin1'));
  if (!Number.isInteger(start) || start < 0)
    throw new ApiError('InvalidToken', `Invalid Token: '${nextToken}'`);
  const size = maxResults === undefined || maxResults === 0 ? 100 : maxResults;
  const end = start + size;
  const page = items.slice(start, end);
  return end < items.length ? { page, nextToken: Buffer.from(String(end)).toString('base64') } : { page };
}

export interface Paging {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}
