import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { CheckField } from '../../parts/check-field.tsx';
import { Failure } from '../../parts/failure.tsx';
import { TextField } from '../../parts/field.tsx';
import { useListKeys } from '../../parts/use-list-keys.ts';
import { useWords } from '../../wording/language.tsx';
import { type Desk, useDesk } from '../desk.tsx';
import { DossierRow } from './dossier-row.tsx';
import { words } from './words.ts';

/** Milliseconds without a key before the words are looked up, and the fewest letters: each search counts (quota). */
const PAUSE = 250;
const FEWEST = 3;

/**
 * What was searched for last, for the way back from a dossier. Not in the address: it may be a person's name or
 * number, and addresses are kept by browsers and logs.
 */
const last = new WeakMap<Desk, { typed: string; named: boolean }>();

export function Search() {
  const w = useWords(words);
  const desk = useDesk();
  const [typed, setTyped] = useState(last.get(desk)?.typed ?? '');
  const [named, setNamed] = useState(last.get(desk)?.named ?? false);
  const [state, setState] = useState<{ found?: Answer<'searchDossiers'>; error?: unknown }>({});
  const q = typed.trim();
  useEffect(() => {
    last.set(desk, { typed, named });
    if (q.length < FEWEST) {
      setState({});
      return;
    }
    const over = new AbortController();
    const timer = setTimeout(() => {
      desk.api
        .get('searchDossiers', {
          query: { q, limit: 25, ...(named && { expand: 'applicant' as const }) },
          signal: over.signal,
        })
        .then(found => setState({ found }))
        .catch(error => !over.signal.aborted && setState({ error }));
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      over.abort();
    };
  }, [q, named, desk]);
  const items = state.found?.items ?? [];
  const keys = useListKeys({ count: items.length, choose: () => undefined });
  return (
    <search class="panel stack">
      <TextField label={w.search} hint={w.searchHint} type="search" value={typed} onValue={setTyped} slash />
      <CheckField checked={named} onChecked={setNamed} note={w.namesHint}>
        {w.names}
      </CheckField>
      <p role="status" class="note">
        {state.found && (items.length === 0 ? w.nothing : w.found(items.length, state.found.more))}
      </p>
      {state.error !== undefined && <Failure error={state.error} />}
      {items.length > 0 && (
        <ul class="dossier-rows">
          {items.map((each, index) => (
            <DossierRow key={each.code} dossier={each} current={index === keys.index} />
          ))}
        </ul>
      )}
    </search>
  );
}
