import { useEffect, useId, useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { Failure } from '../../parts/failure.tsx';
import { feeText } from '../../wording/fee-text.ts';
import { useWords } from '../../wording/language.tsx';
import { limitText } from '../../wording/limit-text.ts';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import type { Procedure } from './intake.ts';
import { words } from './words.ts';

type Found = Answer<'listProcedures'>['items'];

/** Milliseconds without a key before the words are looked up. */
const PAUSE = 200;

/** Finds a procedure by a few letters: a combobox with the keys that people know from elsewhere. */
export function ProcedureChoice(props: {
  readonly chosen: Procedure | undefined;
  readonly channel: 'counter' | 'post';
  readonly onChosen: (procedure: Procedure | undefined) => void;
}) {
  const w = useWords(words);
  const { api } = useDesk();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<Found>();
  const [at, setAt] = useState(0);
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    const q = typed.trim();
    if (q.length < 2) {
      setFound(undefined);
      return;
    }
    const over = new AbortController();
    const timer = setTimeout(() => {
      api
        .get('listProcedures', { query: { q, state: 'open', limit: 8 }, signal: over.signal })
        .then(({ items }) => {
          setFound(items);
          setAt(0);
          setError(undefined);
        })
        .catch(thrown => !over.signal.aborted && setError(thrown));
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      over.abort();
    };
  }, [typed, api]);

  const choose = async (code: string | undefined) => {
    if (code === undefined) return;
    try {
      props.onChosen((await api.get('getProcedure', { params: { code } })).procedure);
      setTyped('');
      setFound(undefined);
    } catch (thrown) {
      setError(thrown);
    }
  };
  const pressed = (event: KeyboardEvent) => {
    if (!found || event.ctrlKey) return;
    if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (event.key === 'Enter') void choose(found[at]?.code);
    else if (event.key === 'Escape') setFound(undefined);
    else return;
    event.preventDefault();
  };
  return (
    <section class="panel stack">
      <h2>{w.procedure}</h2>
      {props.chosen ? (
        <Chosen {...props} procedure={props.chosen} />
      ) : (
        <div class="ds-field combobox">
          <label class="ds-label" for={id}>
            {w.find}
          </label>
          <div data-field="description" id={`${id}-hint`}>
            {w.findHint}
          </div>
          <input
            class="ds-input"
            id={id}
            data-procedure
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={found !== undefined}
            aria-controls={`${id}-list`}
            aria-describedby={`${id}-hint`}
            {...(found?.[at] && { 'aria-activedescendant': `${id}-${at}` })}
            autocomplete="off"
            value={typed}
            onInput={event => setTyped(event.currentTarget.value)}
            onKeyDown={pressed}
          />
          <p class="note" role="status">
            {found && (found.length === 0 ? w.none : w.found(found.length))}
          </p>
          <div id={`${id}-list`} role="listbox" aria-label={w.find}>
            {found?.map((each, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the keys.
              // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and names the option.
              <div
                key={each.code}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === at}
                onClick={() => void choose(each.code)}
              >
                {each.name} <span class="note">{each.code}</span>
              </div>
            ))}
          </div>
        </div>
      )}
      {error !== undefined && <Failure error={error} />}
    </section>
  );
}

function Chosen(props: {
  readonly procedure: Procedure;
  readonly channel: 'counter' | 'post';
  readonly onChosen: (procedure: undefined) => void;
}) {
  const w = useWords(words);
  const limit = useWords(limitText);
  const fee = useWords(feeText);
  const formats = useFormats();
  const { name, code, methods } = props.procedure;
  const method = methods.find(({ channel }) => channel === props.channel);
  return (
    <>
      <p>
        <strong>{name}</strong> <span class="note">{code}</span>
      </p>
      <p class="note">
        {method?.limit && `${w.limit}: ${limit(method.limit)} · `}
        {method?.fee && `${w.fee}: ${fee(method.fee, formats)}`}
      </p>
      <div>
        <button
          type="button"
          class="ds-button"
          data-variant="tertiary"
          data-size="sm"
          onClick={() => props.onChosen(undefined)}
        >
          {w.change}
        </button>
      </div>
    </>
  );
}
