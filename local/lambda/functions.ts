import type { InvokeOutcome } from '../host/wire.ts';
import type { CallOutcome } from './execution-environment.ts';
import type { FunctionPool } from './pool.ts';

/** How a call by name ended; `unknown` when no such function exists. */
export type NamedOutcome = (CallOutcome & { readonly requestId: string }) | { readonly unknown: true };

/** All functions of the host. */
export interface Functions {
  /** Finds a function by name, ARN, or either with a qualifier. */
  find(nameOrArn: string): FunctionPool | undefined;
  names(): readonly string[];
  /** Calls a function and waits. Never rejects; a function that does not exist is an outcome like any other. */
  invoke(nameOrArn: string, payload: unknown): Promise<InvokeOutcome>;
  busy(): number;
  stop(): Promise<void>;
}

export function openFunctions(pools: readonly FunctionPool[]): Functions {
  const byName = new Map(pools.map(pool => [pool.config.name, pool]));
  const find = (nameOrArn: string) => byName.get(functionName(nameOrArn));
  return {
    find,
    names: () => [...byName.keys()],
    async invoke(nameOrArn, payload) {
      const pool = find(nameOrArn);
      if (!pool)
        return {
          ok: false,
          errorType: 'Lambda.ResourceNotFoundException',
          errorMessage: `Function not found: ${nameOrArn}`,
        };
      const outcome = await pool.call(JSON.stringify(payload) ?? 'null');
      return outcome.ok
        ? { ok: true, payload: JSON.parse(outcome.payload) }
        : { ok: false, ...outcome.error };
    },
    busy: () => pools.reduce((sum, pool) => sum + pool.busy(), 0),
    async stop() {
      await Promise.all(pools.map(pool => pool.stop()));
    },
  };
}

/** `arn:aws:lambda:region:account:function:NAME[:qualifier]`, `account:function:NAME` or `NAME[:qualifier]`. */
export function functionName(nameOrArn: string): string {
  const [, inArn] = /(?:^|:)function:([^:]+)/.exec(nameOrArn) ?? [];
  return inArn ?? nameOrArn.split(':')[0] ?? nameOrArn;
}
