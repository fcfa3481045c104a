import { useWords } from '../../wording/language.tsx';
import type { Entered } from './decision-body.ts';
import { words } from './words.ts';

/** What somebody wrote before a colleague was quicker: to read, copy and use elsewhere. */
export function KeptDraft({
  entered,
  onForget,
}: {
  readonly entered: Entered;
  readonly onForget: () => void;
}) {
  const w = useWords(words);
  const texts = Object.entries(entered).flatMap(([name, value]) =>
    name !== 'decision' && typeof value === 'string' && value.trim() !== '' ? [[name, value] as const] : [],
  );
  if (texts.length === 0) return null;
  return (
    <section class="stack" aria-label={w.kept}>
      <h3>{w.kept}</h3>
      {texts.map(([name, value]) => (
        <div key={name}>
          <p class="note">{w.fields[name] ?? name}</p>
          <p class="pre proposal">{value}</p>
        </div>
      ))}
      <div>
        <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" onClick={onForget}>
          {w.forget}
        </button>
      </div>
    </section>
  );
}
