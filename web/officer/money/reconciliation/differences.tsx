import type { MoneyDifference, MoneyReconciliation } from '../../../api/generated.ts';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { DifferenceCard } from './difference-card.tsx';
import { words } from './words.ts';

/** The open differences by kind, each kind with the oldest first, as the API gives them. */
export function Differences({ compared }: { readonly compared: MoneyReconciliation }) {
  const w = useWords(words);
  const { number } = useFormats();
  const { differences, differencesInAll } = compared;
  if (differencesInAll === 0) return <p class="panel">{w.noDifferences}</p>;
  return (
    <section class="stack">
      <h2>{w.differences(number(differencesInAll))}</h2>
      {differences.length < differencesInAll && (
        <p class="note">{w.more(number(differences.length), number(differencesInAll))}</p>
      )}
      {kindsOf(differences).map(([name, own]) => (
        <section key={name} class="stack">
          <h3>
            {name.charAt(0).toUpperCase() + name.slice(1)} ({number(own.length)})
          </h3>
          <ul class="list">
            {own.map(difference => (
              <DifferenceCard key={difference.id} difference={difference} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function kindsOf(differences: readonly MoneyDifference[]): (readonly [string, readonly MoneyDifference[]])[] {
  const names = [...new Set(differences.map(({ name }) => name))];
  return names.map(name => [name, differences.filter(difference => difference.name === name)]);
}
