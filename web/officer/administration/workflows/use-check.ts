import { useEffect, useState } from 'preact/hooks';
import type { Client } from '../../../api/client.ts';
import type { Workflow, WorkflowReport } from '../../../api/generated.ts';

const PAUSE = 500;

/** What the API says of a draft, asked once nobody has typed for a moment. */
export function useCheck(api: Client, draft: Workflow | undefined) {
  const [state, setState] = useState<{ report?: WorkflowReport; error?: unknown }>({});
  useEffect(() => {
    if (!draft) return;
    const over = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const report = await api.get('publishWorkflow', {
          params: { code: draft.procedure },
          body: { workflow: draft, checkOnly: true },
          signal: over.signal,
        });
        if (!over.signal.aborted) setState({ report });
      } catch (error) {
        if (!over.signal.aborted) setState({ error });
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      over.abort();
    };
  }, [api, draft]);
  return state;
}
