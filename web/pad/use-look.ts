import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Client } from '../api/client.ts';
import { Refused } from '../api/problem.ts';
import type { Document } from './document.tsx';
import type { PadKey } from './pad-key.ts';

/** Milliseconds between two looks. */
const EVERY = 3000;

type View = Answer<'lookAtPad'>;
export type Waiting = NonNullable<View['request']> & { readonly document: Document };

export interface Looked {
  readonly view: View | undefined;
  /** What waits to be signed, with its document. */
  readonly waiting: Waiting | undefined;
  readonly lost: boolean;
  /** Forgets what is shown, at once. */
  forget(): void;
}

/** Looks every few seconds what waits on this pad. Nothing of a document outlives its request. */
export function useLook(api: Client, key: PadKey, onEnded: () => void): Looked {
  const [view, setView] = useState<View>();
  const [waiting, setWaiting] = useState<Waiting>();
  const [lost, setLost] = useState(false);
  const shown = useRef<Waiting>(undefined);
  /** Requests that were answered here: a look on its way may still bring them. */
  const over = useRef(new Set<string>());
  const show = useCallback((next: Waiting | undefined) => {
    shown.current = next;
    setWaiting(next);
  }, []);
  useEffect(() => {
    const ended = new AbortController();
    const look = async () => {
      const known = shown.current?.id;
      try {
        const body = { pad: key, ...(known !== undefined && { shown: known }) };
        const seen = await api.get('lookAtPad', { body, signal: ended.signal });
        if (ended.signal.aborted) return;
        setView(seen);
        setLost(false);
        const { request } = seen;
        if (!request || over.current.has(request.id)) show(undefined);
        else if (request.document) show({ ...request, document: request.document });
      } catch (error) {
        if (ended.signal.aborted) return;
        if (error instanceof Refused && error.problem.code === 'pad-not-paired') return onEnded();
        setLost(true);
      }
    };
    void look();
    const timer = setInterval(() => document.visibilityState === 'visible' && void look(), EVERY);
    return () => {
      ended.abort();
      clearInterval(timer);
    };
  }, [api, key]);
  // Without a connection nobody says that the time is over.
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => show(undefined), waiting.secondsLeft * 1000);
    return () => clearTimeout(timer);
  }, [waiting]);
  const forget = useCallback(() => {
    if (shown.current) over.current.add(shown.current.id);
    show(undefined);
  }, []);
  return { view, waiting, lost, forget };
}
