import { useEffect, useState } from 'preact/hooks';
import type { Client } from '../api/client.ts';
import { LanguageContext, useWords } from '../wording/language.tsx';
import type { PadKey } from './pad-key.ts';
import { type Outcome, Sign } from './sign.tsx';
import { useLook } from './use-look.ts';
import { words } from './words.ts';

/** How long a word of thanks stays before the next person comes. */
const THANKS = 5000;

/** A paired tablet: what waits on it, or nothing. */
export function Pad({
  api,
  pad,
  onEnded,
}: {
  readonly api: Client;
  readonly pad: PadKey;
  readonly onEnded: () => void;
}) {
  const w = useWords(words);
  const { view, waiting, lost, forget } = useLook(api, pad, onEnded);
  const [outcome, setOutcome] = useState<Outcome>();
  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => setOutcome(undefined), THANKS);
    return () => clearTimeout(timer);
  }, [outcome]);
  if (waiting)
    return (
      <LanguageContext.Provider value={waiting.language}>
        <Sign
          key={waiting.id}
          {...{ api, pad, waiting }}
          onDone={how => {
            forget();
            setOutcome(how);
          }}
        />
      </LanguageContext.Provider>
    );
  return (
    <div class="idle">
      <p class="note">{view ? `${view.unitName} – ${view.name}` : ''}</p>
      <h1>{w.welcome}</h1>
      <p role="status">
        {outcome === 'signed' ? w.thanks : outcome === 'declined' ? w.declined : lost ? w.lost : w.idle}
      </p>
    </div>
  );
}
