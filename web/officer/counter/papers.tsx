import { useEffect, useRef } from 'preact/hooks';
import type { PaperKind } from '../../api/generated.ts';
import { CheckField } from '../../parts/check-field.tsx';
import { FilePicker } from '../../upload/file-picker.tsx';
import type { Uploads } from '../../upload/use-uploads.ts';
import { useWords } from '../../wording/language.tsx';
import { paperWords } from '../../wording/paper-words.ts';
import { type Procedure, usualKind } from './intake.ts';
import { words } from './words.ts';

/** The procedure's papers as a checklist: ticked with the number of copies on paper, scans one click away. */
export function Papers(props: {
  readonly procedure: Procedure;
  readonly copies: Readonly<Record<string, string>>;
  readonly uploads: Uploads;
  readonly onCopies: (copies: Readonly<Record<string, string>>) => void;
  readonly kinds: Readonly<Record<string, PaperKind>>;
  readonly onKinds: (kinds: Readonly<Record<string, PaperKind>>) => void;
  readonly fault: string | undefined;
}) {
  const w = useWords(words);
  const paper = useWords(paperWords);
  const { procedure, copies, uploads, kinds, onCopies, onKinds } = props;
  const list = useRef<HTMLOListElement>(null);
  // The procedure was chosen with a key: the work goes on at its first paper.
  useEffect(() => list.current?.querySelector('input')?.focus(), [procedure.code]);
  return (
    <section class="panel stack">
      <h2>{w.papers}</h2>
      {props.fault !== undefined && <p class="ds-validation-message">{props.fault}</p>}
      <ol class="list checklist" ref={list}>
        {procedure.components.map(component => {
          const { id, name, required, originals, copies: wanted } = component;
          const count = copies[id] ?? '';
          return (
            <li key={id}>
              <CheckField
                checked={Number(count) > 0}
                onChecked={checked =>
                  onCopies({ ...copies, [id]: checked ? String(Math.max(1, originals)) : '' })
                }
              >
                {name}{' '}
                <span class="note">
                  ({required && `${w.required}; `}
                  {w.wanted(originals, wanted)})
                </span>
              </CheckField>
              <div class="row">
                {Number(count) > 0 && (
                  <label class="row">
                    <input
                      class="ds-input count"
                      aria-label={w.copiesOf(name)}
                      type="number"
                      min="1"
                      max="999"
                      value={count}
                      onInput={event => onCopies({ ...copies, [id]: event.currentTarget.value })}
                    />
                    <select
                      class="ds-input"
                      aria-label={w.kindOf(name)}
                      value={kinds[id] ?? usualKind(component)}
                      onChange={event => onKinds({ ...kinds, [id]: event.currentTarget.value as PaperKind })}
                    >
                      {Object.entries(paper.kinds).map(([kind, text]) => (
                        <option key={kind} value={kind}>
                          {text}
                        </option>
                      ))}
                    </select>
                  </label>
                )}
                <details open={uploads.files.some(({ field }) => field === id)}>
                  <summary>{w.scans}</summary>
                  <FilePicker field={id} label={name} uploads={uploads} />
                </details>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
