import { useState } from 'preact/hooks';
import type { Client } from '../api/client.ts';
import { Pad } from './pad.tsx';
import { dropKey, keptKey, type PadKey } from './pad-key.ts';
import { Pair } from './pair.tsx';

/** A tablet at a counter: to be paired, or a pad. A new code in the address pairs it anew. */
export function App({ api, code }: { readonly api: Client; readonly code: string }) {
  const [key, setKey] = useState<PadKey | undefined>(code === '' ? keptKey : undefined);
  const [ended, setEnded] = useState(false);
  if (!key) return <Pair api={api} given={ended ? '' : code} ended={ended} onPaired={setKey} />;
  return (
    <Pad
      api={api}
      pad={key}
      onEnded={() => {
        dropKey();
        setEnded(true);
        setKey(undefined);
      }}
    />
  );
}
