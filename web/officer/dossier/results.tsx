import { Failure } from '../../parts/failure.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import type { Dossier } from './dossier.tsx';
import { words } from './words.ts';

/** The results of a decided dossier, each with its file and the public check of it. */
export function Results({ dossier }: { readonly dossier: Dossier }) {
  const w = useWords(words);
  const { api } = useDesk();
  const { bytes } = useFormats();
  const decided = dossier.decidedAt !== null;
  const results = useAnswer(api, decided ? 'listResults' : undefined, { params: { code: dossier.code } });
  if (!decided) return null;
  return (
    <section class="panel stack">
      <h2>{w.results}</h2>
      {dossier.decision?.text && <p class="pre">{dossier.decision.text}</p>}
      {results.error !== undefined && <Failure error={results.error} again={results.reload} />}
      {results.body?.items.length === 0 && <p class="note">{w.noResults}</p>}
      <ul>
        {results.body?.items.map(({ number, url, size, verificationCode }) => (
          <li key={number} class="row">
            <a class="ds-link" href={url} target="_blank" rel="noreferrer noopener" data-native>
              {number}
            </a>
            <span class="note">{bytes(size)}</span>
            <a
              class="ds-link"
              href={`/verify?${new URLSearchParams({ number, code: verificationCode })}`}
              target="_blank"
              rel="noopener"
            >
              {w.verify}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
