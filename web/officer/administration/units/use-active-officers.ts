import { useEffect, useState } from 'preact/hooks';
import type { Client } from '../../../api/client.ts';
import type { Officer } from '../../../api/generated.ts';
import { atWork, officersOf } from '../../officers-of.ts';

/** The officers who work in a unit, and why they could not be had. */
export function useActiveOfficers(api: Client, unit: string) {
  const [state, setState] = useState<{ officers: readonly Officer[]; error?: unknown }>({ officers: [] });
  useEffect(() => {
    const over = new AbortController();
    officersOf(api, unit, over.signal).then(
      officers => !over.signal.aborted && setState({ officers: atWork(officers) }),
      error => !over.signal.aborted && setState({ officers: [], error }),
    );
    return () => over.abort();
  }, [api, unit]);
  return state;
}
