import type { ReferencePath } from './reference-path.ts';
import type { Template } from './template.ts';

/** A definition, read and compiled. Branches and iterations are machines inside a machine. */
export interface Machine {
  readonly startAt: string;
  readonly states: ReadonlyMap<string, State>;
  /** Whole seconds for an execution; only at the top. */
  readonly timeoutSeconds: number | undefined;
}

interface Named {
  readonly name: string;
  readonly assign: Assignment | undefined;
  readonly output: Template | undefined;
}

/** Assign: in JSONata a template; in a JSONPath state the values at reference paths beside literals. */
export type Assignment =
  | { readonly kind: 'template'; readonly template: Template }
  | {
      readonly kind: 'paths';
      readonly literals: Template;
      readonly paths: readonly (readonly [string, ReferencePath])[];
    };

interface Continuing extends Named {
  /** The state after this one; undefined at an end. */
  readonly next: string | undefined;
}

export interface Retrier {
  readonly errorEquals: readonly string[];
  readonly intervalSeconds: number;
  readonly backoffRate: number;
  readonly maxAttempts: number;
  readonly maxDelaySeconds: number | undefined;
  readonly fullJitter: boolean;
}

export interface Catcher {
  readonly errorEquals: readonly string[];
  readonly next: string;
  readonly assign: Assignment | undefined;
  readonly output: Template | undefined;
}

interface Recovering {
  readonly retry: readonly Retrier[];
  readonly catch: readonly Catcher[];
}

export interface PassState extends Continuing {
  readonly type: 'Pass';
}

export interface SucceedState extends Named {
  readonly type: 'Succeed';
}

export interface FailState {
  readonly type: 'Fail';
  readonly name: string;
  readonly error: Template | undefined;
  readonly cause: Template | undefined;
}

export interface WaitState extends Continuing {
  readonly type: 'Wait';
  readonly until: { readonly kind: 'seconds' | 'timestamp'; readonly value: Template };
}

export interface ChoiceRule {
  readonly condition: Template;
  readonly next: string;
  readonly assign: Assignment | undefined;
  readonly output: Template | undefined;
}

export interface ChoiceState extends Named {
  readonly type: 'Choice';
  readonly rules: readonly ChoiceRule[];
  readonly default: string | undefined;
}

export interface TaskState extends Continuing, Recovering {
  readonly type: 'Task';
  readonly resource: string;
  readonly arguments: Template | undefined;
  readonly timeoutSeconds: Template | undefined;
  readonly heartbeatSeconds: Template | undefined;
}

export interface ParallelState extends Continuing, Recovering {
  readonly type: 'Parallel';
  readonly arguments: Template | undefined;
  readonly branches: readonly Machine[];
}

export interface MapState extends Continuing, Recovering {
  readonly type: 'Map';
  readonly items: Template | undefined;
  readonly itemSelector: Template | undefined;
  readonly maxConcurrency: Template | undefined;
  /** Of a distributed Map's use: an inline one evaluates them and fails with its first iteration all the same. */
  readonly toleratedFailureCount: Template | undefined;
  readonly toleratedFailurePercentage: Template | undefined;
  readonly processor: Machine;
}

export type State =
  | PassState
  | SucceedState
  | FailState
  | WaitState
  | ChoiceState
  | TaskState
  | ParallelState
  | MapState;
