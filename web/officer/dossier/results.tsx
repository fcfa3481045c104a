import { useState } from 'preact/hooks';
import { Failure } from '../../parts/failure.tsx';
import { later } from '../../parts/later.tsx';
import { NoLongerHolds } from '../../parts/no-longer-holds.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import type { Dossier } from './dossier.tsx';
import { words } from './words.ts';

const ChangeResult = later(async () => (await import('./change-result.tsx')).ChangeResult);

/**
 * The results of a decided dossier, each with its file and the public check of it; officers of the agency that decided
 * propose to revoke or correct the one that holds.
 */
export function Results({
  dossier,
  onChanged,
}: {
  readonly dossier: Dossier;
  readonly onChanged: () => void;
}) {
  const w = useWords(words);
  const { api, is, me } = useDesk();
  const [changing, setChanging] = useState(false);
  const { bytes } = useFormats();
  const decided = dossier.decidedAt !== null;
  const results = useAnswer(api, decided ? 'listResults' : undefined, { params: { code: dossier.code } });
  if (!decided) return null;
  const holds = results.body?.items.some(({ revoked }) => revoked === null) ?? false;
  const changeable = holds && is('handler', 'leader') && dossier.competentUnit === me.unit?.code;
  return (
    <section class="panel stack">
      <h2>{w.results}</h2>
      {dossier.decision?.text && <p class="pre">{dossier.decision.text}</p>}
      {results.error !== undefined && <Failure error={results.error} again={results.reload} />}
      {results.body?.items.length === 0 && <p class="note">{w.noResults}</p>}
      <ul>
        {results.body?.items.map(({ number, url, size, verificationCode, revoked }) => (
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
            {revoked && <NoLongerHolds revoked={revoked} />}
          </li>
        ))}
      </ul>
      {changeable && (
        <div>
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            data-size="sm"
            onClick={() => setChanging(true)}
          >
            {w.changeResult}…
          </button>
        </div>
      )}
      {changing && (
        <ChangeResult
          code={dossier.code}
          onClose={() => setChanging(false)}
          onDone={() => {
            setChanging(false);
            onChanged();
          }}
        />
      )}
    </section>
  );
}
