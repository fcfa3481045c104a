import { useEffect, useRef } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { Mark } from '../../parts/mark.tsx';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import { words } from './words.ts';

type Listed = Answer<'listDossiers'>['items'][number];

/** What ends the question whether a dossier is late. */
const OVER: readonly string[] = ['decided', 'returned', 'declined', 'stopped', 'withdrawn'];

/** A dossier in a list: what it is about, where it stands, when its result is promised. */
export function DossierRow({
  dossier,
  current = false,
}: {
  readonly dossier: Listed;
  readonly current?: boolean;
}) {
  const w = useWords(words);
  const { unitName } = useDesk();
  const { day } = useFormats();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (current) link.current?.focus();
  }, [current]);
  const { code, dueAt, dueOn, handling } = dossier;
  const late = dueAt !== null && !OVER.includes(handling) && Date.parse(dueAt) < Date.now();
  return (
    <li class="dossier-row">
      <div>
        <a ref={link} class="ds-link" href={`/officer/dossiers/${encodeURIComponent(code)}`}>
          {dossier.procedure.name}
        </a>
        <span class="note">
          {code} · {unitName(dossier.competentUnit)}
          {dossier.applicantName && ` · ${dossier.applicantName}`}
        </span>
      </div>
      <div class="row">
        <Mark level="plain">{dossier.statusText}</Mark>
        {dueOn && (
          <Mark level={late ? 'late' : 'plain'}>
            {late ? w.late : w.promised} {day(dueOn)}
          </Mark>
        )}
      </div>
    </li>
  );
}
