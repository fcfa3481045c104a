/** Where in a state an evaluation failed; it makes an EvaluationFailed event precede the failure. */
export interface EvaluationFault {
  /** The field, e.g. `Output/total`. */
  readonly location: string;
  /** The cause without the sentence that names the state. */
  readonly cause: string;
}

/** A state failed: what Retry and Catch match and what the history reports. Fields may be absent, as on AWS. */
export class StateError extends Error {
  readonly error: string | undefined;
  readonly explanation: string | undefined;
  readonly evaluation: EvaluationFault | undefined;
  /** Other names that Retry and Catch may use for this error. */
  readonly aliases: readonly string[];

  constructor(
    error: string | undefined,
    explanation: string | undefined,
    more: { evaluation?: EvaluationFault; aliases?: readonly string[] } = {},
  ) {
    super(`${error ?? 'An error without a name'}: ${explanation ?? 'no cause given'}`);
    this.error = error;
    this.explanation = explanation;
    this.evaluation = more.evaluation;
    this.aliases = more.aliases ?? [];
  }
}

/** An expression or a field's value could not be used. `location` is the field, e.g. `Output/total`. */
export class EvaluationError extends Error {
  readonly location: string;

  constructor(location: string, message: string) {
    super(message);
    this.location = location;
  }
}

export const TIMEOUT = 'States.Timeout';
export const QUERY_EVALUATION_ERROR = 'States.QueryEvaluationError';
export const DATA_LIMIT_EXCEEDED = 'States.DataLimitExceeded';
export const RUNTIME = 'States.Runtime';

/**
 * Whether an ErrorEquals list names the error. States.Runtime always ends the execution; States.ALL leaves
 * States.DataLimitExceeded alone; States.TaskFailed stands for every error but States.Timeout.
 */
export function namesError(errorEquals: readonly string[], failure: StateError): boolean {
  if (failure.error === RUNTIME) return false;
  return errorEquals.some(name => {
    if (name === 'States.ALL') return failure.error !== DATA_LIMIT_EXCEEDED;
    if (name === 'States.TaskFailed') return failure.error !== TIMEOUT;
    return name === failure.error || failure.aliases.includes(name);
  });
}
