import type { LoadedStatement } from '../../../api/generated.ts';
import { type Fact, FactRows } from '../../../parts/fact-rows.tsx';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { words } from './words.ts';

/** What was read of a statement, and what it settled; or that it was there before. */
export function Loaded({ loaded }: { readonly loaded: LoadedStatement }) {
  const w = useWords(words);
  const { day, dong, instant, number } = useFormats();
  const sum = ({ count, amount }: LoadedStatement['credits']) => w.sum(number(count), dong(amount));
  const facts: readonly Fact[] = [
    [w.account, loaded.account],
    [w.period, w.dates(day(loaded.from), day(loaded.to))],
    [w.format, w.formats[loaded.format]],
    [w.credits, sum(loaded.credits)],
    [w.debits, sum(loaded.debits)],
    [w.settled, sum(loaded.settled)],
    [w.notMatched, sum(loaded.notMatched)],
  ];
  return (
    <section class="panel stack" role="status">
      <h2>{w.loaded}</h2>
      {loaded.already && (
        <p class="ds-alert" data-color="warning">
          {w.already(instant(loaded.loadedAt))}
        </p>
      )}
      <dl class="facts">
        <FactRows facts={facts} />
      </dl>
      {!loaded.finished && <p>{w.unfinished}</p>}
      <a class="ds-link" href="/officer/money/reconciliation">
        {w.onwards}
      </a>
    </section>
  );
}
