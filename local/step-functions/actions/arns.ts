import { ApiError } from './api-error.ts';

/** Builds and reads the service's ARNs for one region and account. */
export interface Arns {
  of(machine: string, execution?: string): string;
  machineIn(arn: string): string;
  executionIn(arn: string): { readonly machine: string; readonly name: string };
}

export function arnsOf(region: string, accountId: string): Arns {
  const prefix = `arn:aws:states:${region}:${accountId}`;
  return {
    of: (machine, execution) =>
      execution === undefined
        ? `${prefix}:stateMachine:${machine}`
        : `${prefix}:execution:${machine}:${execution}`,
    machineIn(arn) {
      const parts = /^arn:aws[\w-]*:states:[\w-]*:\d*:stateMachine:([^:]+)$/.exec(arn);
      if (!parts?.[1])
        throw new ApiError('InvalidArn', `Invalid Arn: '${arn}' is not the ARN of a state machine.`);
      return parts[1];
    },
    executionIn(arn) {
      const parts = /^arn:aws[\w-]*:states:[\w-]*:\d*:execution:([^:]+):([^:]+)$/.exec(arn);
      if (!parts?.[1] || !parts[2]) {
        throw new ApiError('InvalidArn', `Invalid Arn: '${arn}' is not the ARN of an execution.`);
      }
      return { machine: parts[1], name: parts[2] };
    },
  };
}

// Spaces, brackets, wildcards, special characters and control characters, as AWS lists them.
const FORBIDDEN = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]/u;

/** Refuses names that AWS refuses, for machines and executions alike. */
export function checkName(name: string): string {
  if (name.length < 1 || name.length > 80 || FORBIDDEN.test(name)) {
    throw new ApiError('InvalidName', `Invalid Name: '${name}'`);
  }
  return name;
}
