import type { EndStatus, ExecutionEnd, ExecutionFacts } from './interpreter/execution-state.ts';

/** The detail of EventBridge's "Step Functions Execution Status Change". Dates are in milliseconds. */
export interface ExecutionStatusChange {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly status: 'RUNNING' | EndStatus;
  readonly startDate: number;
  readonly stopDate: number | null;
  readonly input: string;
  readonly inputDetails: { readonly included: boolean };
  readonly output: string | null;
  readonly outputDetails: { readonly included: boolean } | null;
  readonly error: string | null;
  readonly cause: string | null;
}

/** The detail of an execution that has begun (no end) or ended. */
export function statusChange(facts: ExecutionFacts, end: ExecutionEnd | undefined): ExecutionStatusChange {
  const output = end?.output === undefined ? null : JSON.stringify(end.output);
  return {
    executionArn: facts.arn,
    stateMachineArn: facts.machineArn,
    name: facts.name,
    status: end?.status ?? 'RUNNING',
    startDate: facts.startedAt,
    stopDate: end?.stoppedAt ?? null,
    input: JSON.stringify(facts.input),
    inputDetails: { included: true },
    output,
    outputDetails: output === null ? null : { included: true },
    error: end?.error ?? null,
    cause: end?.cause ?? null,
  };
}
