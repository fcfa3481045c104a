import type { Answer } from '../../api/client.ts';
import { FactRows } from '../../parts/fact-rows.tsx';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { CountForm } from './count-form.tsx';
import { words } from './words.ts';

/** The drawer that is open: what went through it, what should be in it, and the way to close it. */
export function CurrentDrawer(props: {
  readonly open: NonNullable<Answer<'listDrawers'>['open']>;
  readonly onChanged: () => void;
}) {
  const w = useWords(words);
  const { dong, instant, time } = useFormats();
  const { drawer, moves } = props.open;
  const { takings } = drawer;
  const facts: readonly (readonly [string, number])[] = takings
    ? [
        [w.started, drawer.openedWith],
        [w.takenIn, takings.takenIn],
        [w.paidOut, takings.paidOut],
        [w.expected, takings.expected],
      ]
    : [];
  return (
    <>
      <p class="note">{w.openedAt(instant(drawer.openedAt))}</p>
      <dl class="facts">
        <FactRows facts={facts.map(([name, amount]) => [name, dong(amount)])} />
      </dl>
      <h3>{w.moves}</h3>
      {moves.length === 0 && <p class="note">{w.noMoves}</p>}
      <ul>
        {moves.map(({ at, dossier, kind, amount }, nth) => (
          <li key={`${at} ${nth}`}>
            {time(at)}: {amount > 0 ? '+' : '−'}
            {dong(Math.abs(amount))}, {w.kinds[kind] ?? kind}{' '}
            {dossier !== null && (
              <a class="ds-link" href={`/officer/dossiers/${dossier}`}>
                {dossier}
              </a>
            )}
          </li>
        ))}
      </ul>
      <CountForm drawer={drawer} label={w.close} onClosed={props.onChanged} />
    </>
  );
}
