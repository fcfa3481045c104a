import { useRef, useState } from 'preact/hooks';
import { Refused } from '../api/problem.ts';
import { type Faults, faultsOf } from './faults.ts';

export interface Action extends Faults {
  readonly busy: boolean;
  readonly error: unknown;
  /** The key of a try whose answer is not known: the next one must carry it, after a new sign-in as well. */
  keyBegun(): string | undefined;
  /** Runs unless it is running; keeps what was refused until the next run. */
  run(): Promise<void>;
  /** Begins anew, with another key. */
  reset(): void;
}

/**
 * A change that somebody makes by a button. A double click makes it once; a try after a lost answer carries the same
 * key, so that the API does it once, too; if what is sent was changed meanwhile, the API refuses it and says that the
 * first one arrived. After another refusal the next try is a new request. `begun` is the key of a try before.
 */
export function useAction(act: (key: string) => Promise<void>, begun?: string): Action {
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: undefined });
  const running = useRef(false);
  const key = useRef(begun);
  return {
    ...state,
    ...faultsOf(state.error),
    keyBegun: () => key.current,
    async run() {
      if (running.current) return;
      running.current = true;
      setState({ busy: true, error: undefined });
      key.current ??= crypto.randomUUID();
      try {
        await act(key.current);
        key.current = undefined;
        setState({ busy: false, error: undefined });
      } catch (error) {
        // A key that was used with other words: what was sent first did arrive, and must not be sent anew.
        if (error instanceof Refused && error.problem.code !== 'idempotency-key-reused')
          key.current = undefined;
        setState({ busy: false, error });
      } finally {
        running.current = false;
      }
    },
    reset() {
      key.current = undefined;
      setState({ busy: false, error: undefined });
    },
  };
}
