import { useState } from 'preact/hooks';
import { CitedResult } from '../../parts/cited-result.tsx';
import { Mark } from '../../parts/mark.tsx';
import { FileSource } from '../../store/file-source.tsx';
import { useWords } from '../../wording/language.tsx';
import { paperWords } from '../../wording/paper-words.ts';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import type { Dossier } from './dossier.tsx';
import { Reading } from './reading.tsx';
import { Viewer } from './viewer.tsx';
import { words } from './words.ts';

export type HandedInFile = Dossier['components'][number]['files'][number];

const levels = { handedIn: 'good', wanted: 'soon', missing: 'late', notHandedIn: 'plain' } as const;

/** The papers that the procedure asks for, what was handed in for each, and a viewer beside. */
export function Papers({ dossier }: { readonly dossier: Dossier }) {
  const w = useWords(words);
  const papers = useWords(paperWords);
  const { api, is } = useDesk();
  const [viewed, setViewed] = useState<HandedInFile>();
  return (
    <section class="panel stack">
      <div class="row apart">
        <h2>{w.papers}</h2>
        {is('reception') && (
          <a class="ds-link" href={`/officer/counter/slip/${dossier.code}`}>
            {w.slipAgain}
          </a>
        )}
      </div>
      <ul class="list papers">
        {dossier.components.map(paper => (
          <li key={paper.component} class="stack">
            <div class="row apart">
              <span>
                {paper.name} <span class="note">({paper.required ? w.required : w.optional})</span>
              </span>
              <Mark level={levels[paper.state]}>{w.paperStates[paper.state]}</Mark>
            </div>
            {paper.paperCopies > 0 && (
              <span class="note">{papers.copies(paper.paperCopies, paper.paperKind)}</span>
            )}
            {paper.results.map(number => (
              <CitedResult key={number} api={api} code={dossier.code} number={number} />
            ))}
            {paper.files.map(file => (
              <FileLine
                key={file.id}
                file={file}
                viewed={viewed?.id === file.id}
                onView={() => setViewed(viewed?.id === file.id ? undefined : file)}
              />
            ))}
          </li>
        ))}
      </ul>
      {viewed && (
        <div key={viewed.id} class="stack">
          <Reading dossier={dossier} file={viewed} />
          <Viewer code={dossier.code} file={viewed} />
        </div>
      )}
    </section>
  );
}

function FileLine(props: {
  readonly file: HandedInFile;
  readonly viewed: boolean;
  readonly onView: () => void;
}) {
  const w = useWords(words);
  const { bytes, instant } = useFormats();
  const { fileName, size, handedInAt, state, stopped, source } = props.file;
  if (stopped)
    return (
      <div class="stack file-line">
        <div class="row apart">
          <span>{fileName}</span>
          <Mark level="late">{w.stopped}</Mark>
        </div>
        <p>{w.stateSecret}</p>
      </div>
    );
  return (
    <div class="row apart file-line" data-state={state}>
      <span>
        {fileName}{' '}
        <span class="note">
          {bytes(size)} · {instant(handedInAt)}
          {state === 'replaced' && ` · ${w.replaced}`}
        </span>
        <FileSource source={source} />
      </span>
      <button
        type="button"
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        aria-expanded={props.viewed}
        aria-label={`${props.viewed ? w.close : w.open} ${fileName}`}
        onClick={props.onView}
      >
        {props.viewed ? w.close : w.open}
      </button>
    </div>
  );
}
