import { useEffect } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { useAnswer } from '../../parts/use-answer.ts';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { CertifiedCopy } from './certified-copy.tsx';
import type { Dossier } from './dossier.tsx';
import type { HandedInFile } from './papers.tsx';
import { readingNotes, readingState } from './reading-notes.ts';
import { readingWords } from './reading-words.ts';

/** Milliseconds until what is under way is looked for again. */
const SOON = 4000;

const isUnderWay = ({ state, certification }: Answer<'getDigitization'>): boolean =>
  state === 'queued' || state === 'reading' || certification?.state === 'sealing';

/** What was read of a paper, beside it: differences from the form, hints, the copy that can be searched. */
export function Reading({ dossier, file }: { readonly dossier: Dossier; readonly file: HandedInFile }) {
  const w = useWords(readingWords);
  const { api } = useDesk();
  const { body, reload } = useAnswer(api, 'getDigitization', { params: { code: dossier.code, id: file.id } });
  useEffect(() => {
    if (!body || !isUnderWay(body)) return;
    const timer = setTimeout(reload, SOON);
    return () => clearTimeout(timer);
  }, [body, reload]);
  // A support: where it cannot be had, the paper itself is still shown.
  if (!body) return null;
  const nameOf = (id: string) => dossier.components.find(({ component }) => component === id)?.name ?? id;
  const notes = readingNotes(body, w, nameOf);
  return (
    <section class="stack" aria-label={w.title}>
      <div class="row apart">
        <span class="note">{readingState(body, w)}</span>
        {body.searchable !== null && (
          <a class="ds-link" href={body.searchable} target="_blank" rel="noreferrer noopener" data-native>
            {w.copy}
          </a>
        )}
      </div>
      {notes.length > 0 && (
        <ul class="stack">
          {notes.map(({ kind, text }) => (
            <li key={text} data-kind={kind}>
              {text}
            </li>
          ))}
        </ul>
      )}
      {notes.some(({ kind }) => kind === 'compare') && <p class="note">{w.support}</p>}
      <CertifiedCopy code={dossier.code} reading={body} onChanged={reload} />
    </section>
  );
}
