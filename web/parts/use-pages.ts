import { useEffect, useRef, useState } from 'preact/hooks';

/** A list that is read page by page. */
export interface Pages<Item> {
  /** Undefined until the first page is there. */
  readonly items: readonly Item[] | undefined;
  readonly error: unknown;
  readonly busy: boolean;
  readonly hasMore: boolean;
  /** Reads the next page; after a failure the one that failed. */
  more(): void;
}

type Ask<Item> = (
  cursor: string | undefined,
  signal: AbortSignal,
) => Promise<{ readonly items: readonly Item[]; readonly nextCursor: string | null }>;

interface State<Item> {
  readonly items?: readonly Item[];
  readonly next?: string | null;
  readonly error?: unknown;
  readonly busy: boolean;
}

/** Asks for the first page while the component is shown, anew when the question changes, and for more on demand. */
export function usePages<Item>(question: string, ask: Ask<Item>): Pages<Item> {
  const [state, setState] = useState<State<Item>>({ busy: true });
  const over = useRef(new AbortController());
  const read = (before: State<Item>) => {
    const { signal } = over.current;
    setState({ ...before, busy: true, error: undefined });
    ask(before.next ?? undefined, signal).then(
      ({ items, nextCursor }) => {
        if (signal.aborted) return;
        setState({ items: [...(before.items ?? []), ...items], next: nextCursor, busy: false });
      },
      error => {
        if (!signal.aborted) setState({ ...before, busy: false, error });
      },
    );
  };
  useEffect(() => {
    over.current = new AbortController();
    read({ busy: true });
    return () => over.current.abort();
  }, [question]);
  return {
    items: state.items,
    error: state.error,
    busy: state.busy,
    hasMore: typeof state.next === 'string',
    more: () => !state.busy && read(state),
  };
}
