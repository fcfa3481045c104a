import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Client, OperationId, Sent } from '../api/client.ts';

/** What was asked of the API: not there yet, there (perhaps while newer is on its way), or refused. */
export interface Asked<Body> {
  readonly body: Body | undefined;
  readonly etag: string | undefined;
  readonly error: unknown;
  /** Asks again; what is shown stays until the answer is there. */
  reload(): void;
}

/**
 * Asks the API while the component is shown, and again when the question changes; with `every` (milliseconds) also in
 * between, at the price of a 304 where nothing changed. An answer that comes too late is dropped.
 */
export function useAnswer<Id extends OperationId>(
  api: Client,
  id: Id | undefined,
  sent: Omit<Sent<Id>, 'known' | 'signal'> = {},
  { every }: { readonly every?: number } = {},
): Asked<Answer<Id>> {
  const question = JSON.stringify([id, sent]);
  const [state, setState] = useState<{
    readonly question: string;
    readonly body?: Answer<Id>;
    readonly etag?: string | undefined;
    readonly error?: unknown;
  }>({ question });
  const [turn, setTurn] = useState(0);
  const known = useRef<string>(undefined);
  useEffect(() => {
    if (id === undefined) return;
    const over = new AbortController();
    const ask = async (etag: string | undefined) => {
      try {
        const answer = await api.ask(id, { ...sent, known: etag, signal: over.signal });
        if (over.signal.aborted || answer.body === undefined) return;
        known.current = answer.etag;
        setState({ question, body: answer.body, etag: answer.etag });
      } catch (error) {
        if (!over.signal.aborted) setState(before => ({ ...before, question, error }));
      }
    };
    known.current = undefined;
    void ask(undefined);
    const timer =
      every === undefined
        ? undefined
        : setInterval(() => document.visibilityState === 'visible' && void ask(known.current), every);
    return () => {
      over.abort();
      clearInterval(timer);
    };
  }, [api, question, turn, every]);
  const reload = useCallback(() => setTurn(before => before + 1), []);
  const current = state.question === question ? state : { question };
  return { body: current.body, etag: current.etag, error: current.error, reload };
}
