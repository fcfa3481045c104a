import * as z from 'zod';
import type { ExecutionEnd, ExecutionState } from '../interpreter/execution-state.ts';
import type { HistoryEvent } from '../interpreter/history.ts';
import type { Json } from '../language/json.ts';

/** A state machine as created or last updated. */
const machineRecord = z.object({
  kind: z.literal('machine'),
  name: z.string(),
  roleArn: z.string(),
  createdAt: z.number(),
  /** Counts the definitions this name has had; executions keep the one they began with. */
  revision: z.int(),
  revisionId: z.string(),
  /** Milliseconds. */
  updatedAt: z.number(),
  definition: z.string(),
  tags: z.record(z.string(), z.string()),
  deleted: z.boolean(),
});

/** What begins an execution. */
const beginning = z.object({
  machine: z.string(),
  revision: z.int(),
  name: z.string(),
  roleArn: z.string(),
  startedAt: z.number(),
  input: z.custom<Json>(value => value !== undefined),
});

/**
 * One turn of an execution. The checksum vouches for what the interpreter itself wrote into `state`, `end` and
 * `events`; their shapes are its own.
 */
const turnRecord = z.object({
  kind: z.literal('turn'),
  execution: z.int(),
  /** Place of the execution's turn before this one; absent in its first. */
  before: z.int().optional(),
  begins: beginning.optional(),
  events: z.array(z.custom<HistoryEvent>()),
  /** The state to go on from; absent at the end. */
  state: z.custom<ExecutionState>().optional(),
  end: z.custom<ExecutionEnd>().optional(),
  /** The next instant at which the execution wants to be woken. */
  wake: z.number().optional(),
  /** Whether a restart must take it up at once. */
  restless: z.boolean().optional(),
});

/** The end of an execution has been announced. */
const announced = z.object({ kind: z.literal('announced'), execution: z.int() });

const journalRecord = z.discriminatedUnion('kind', [machineRecord, turnRecord, announced]);

export type MachineRecord = z.infer<typeof machineRecord>;
export type TurnRecord = z.infer<typeof turnRecord>;
export type Beginning = z.infer<typeof beginning>;
export type JournalRecord = z.infer<typeof journalRecord>;

export function parseRecord(json: string): JournalRecord {
  return journalRecord.parse(JSON.parse(json));
}

export function announcedRecord(execution: number): string {
  return JSON.stringify({ kind: 'announced', execution } satisfies z.infer<typeof announced>);
}
