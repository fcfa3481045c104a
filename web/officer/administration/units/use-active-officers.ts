import { useEffect, useState } from 'preact/hooks';
import type { Client } from '../../../api/client.ts';
import type { Officer } from '../../../api/generated.ts';

/** All who work in a unit, however many pages that takes: somebody is to be chosen among them. */
async function activeOfficers(api: Client, unit: string, signal: AbortSignal): Promise<Officer[]> {
  const found: Officer[] = [];
  let cursor: string | null | undefined;
  do {
    const query = { unit, limit: 100, ...(cursor && { cursor }) };
    const page = await api.get('listOfficers', { query, signal });
    found.push(...page.items.filter(({ active }) => active));
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

/** The officers who work in a unit, and why they could not be had. */
export function useActiveOfficers(api: Client, unit: string) {
  const [state, setState] = useState<{ officers: readonly Officer[]; error?: unknown }>({ officers: [] });
  useEffect(() => {
    const over = new AbortController();
    activeOfficers(api, unit, over.signal).then(
      officers => !over.signal.aborted && setState({ officers }),
      error => !over.signal.aborted && setState({ officers: [], error }),
    );
    return () => over.abort();
  }, [api, unit]);
  return state;
}
