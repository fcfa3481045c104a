import type { MoneyDifference } from '../../../api/generated.ts';
import { Mark } from '../../../parts/mark.tsx';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { DossierLink } from '../dossier-link.tsx';
import { words as shared } from '../words.ts';
import { words } from './words.ts';

const sides = ['ours', 'gateway', 'treasury'] as const;

/** A difference: what each side says of it, whose it is, how old, and what to do about it. */
export function DifferenceCard({ difference }: { readonly difference: MoneyDifference }) {
  const w = useWords(words);
  const { days } = useWords(shared);
  const { dong, day } = useFormats();
  const { amounts, since, ageDays, action, dossiers, transactions, references, credits } = difference;
  const named: readonly (readonly [string, readonly string[]])[] = [
    [w.transaction, transactions],
    [w.reference, references],
    [w.credit, credits],
  ];
  return (
    <li class="panel stack">
      <div class="row apart">
        <span class="row">
          {sides.map(side => (
            <span key={side}>
              <span class="note">{w.side[side]}:</span>{' '}
              <strong>{amounts[side] === null ? w.noAmount : dong(amounts[side])}</strong>
            </span>
          ))}
        </span>
        <Mark level={ageDays === 0 ? 'plain' : 'soon'}>
          {ageDays === 0 ? days(0) : `${days(ageDays)}, ${w.since(day(since))}`}
        </Mark>
      </div>
      <p>
        <strong>{w.action}</strong> {action}
      </p>
      {dossiers.length > 0 && (
        <p class="row">
          <span class="note">{w.dossier}:</span>
          {dossiers.map(code => (
            <DossierLink key={code} code={code} />
          ))}
        </p>
      )}
      <p class="note">
        {named
          .filter(([, texts]) => texts.length > 0)
          .map(([name, texts]) => `${name}: ${texts.join(', ')}`)
          .join(' · ')}
      </p>
    </li>
  );
}
