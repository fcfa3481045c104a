import type { UnitMoney } from '../../../api/generated.ts';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { DossierLink } from '../dossier-link.tsx';
import { words } from './words.ts';

/** What was asked for in the period and is open at its end. */
export function PendingList({ pending }: Pick<UnitMoney, 'pending'>) {
  const w = useWords(words);
  const { dong, instant, number } = useFormats();
  if (pending.length === 0) return null;
  return (
    <section class="stack">
      <h2>{w.pending(number(pending.length))}</h2>
      <ul class="list">
        {pending.map(({ at, kind, dossier, amount }, nth) => (
          <li key={`${at} ${nth}`} class="panel row">
            <strong>{dong(amount)}</strong> {w.pendingKinds[kind]}
            {dossier !== null && <DossierLink code={dossier} />}
            <span class="note">{instant(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
