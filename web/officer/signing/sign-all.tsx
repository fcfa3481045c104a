import { useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useWords } from '../../wording/language.tsx';
import type { Ended } from '../decision/decide-each.ts';
import { words } from './words.ts';

/** The one confirmation: which dossiers, with the digest of what is signed in each. */
export function SignAll(props: {
  readonly ready: readonly Answer<'getTask'>[];
  readonly outcomes: ReadonlyMap<string, Ended>;
  readonly busy: boolean;
  readonly onSign: () => void;
}) {
  const w = useWords(words);
  const [asking, setAsking] = useState(false);
  const { ready, outcomes, busy } = props;
  const signed = [...outcomes.values()].filter(outcome => outcome === 'done').length;
  return (
    <div class="row">
      <button
        type="button"
        class="ds-button"
        disabled={ready.length === 0 || busy}
        onClick={() => setAsking(true)}
      >
        {w.sign(ready.length)}
      </button>
      <p role="status">{outcomes.size > 0 && w.progress(signed, signed + ready.length)}</p>
      {asking && (
        <Dialog title={w.confirmTitle(ready.length)} onClose={() => setAsking(false)}>
          <p>{w.confirm}</p>
          <ul>
            {ready.map(({ id, dossier, proposal }) => (
              <li key={id}>
                {dossier} · <code>{proposal?.digest.slice(0, 16)}…</code>
              </li>
            ))}
          </ul>
          <button
            type="button"
            class="ds-button"
            onClick={() => {
              setAsking(false);
              props.onSign();
            }}
          >
            {w.yes}
          </button>
        </Dialog>
      )}
    </div>
  );
}
