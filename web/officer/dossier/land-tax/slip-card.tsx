import { type Fact, FactRows } from '../../../parts/fact-rows.tsx';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import type { LandTaxView } from './land-tax.tsx';
import { words } from './words.ts';

/** A slip, how its delivery stands, and why it was refused. */
export function SlipCard({ slip }: { readonly slip: LandTaxView['slips'][number] }) {
  const w = useWords(words);
  const { instant } = useFormats();
  const { parcel, mapSheet, address, area } = slip.parcel;
  const trouble = slip.trouble && w.troubles[slip.trouble];
  const facts: readonly Fact[] = [
    [w.sent, instant(slip.sentAt)],
    [w.parcel, `${parcel}, ${w.mapSheet} ${mapSheet}, ${area} m², ${address}`],
    ...(trouble && slip.triedAt ? [[w.tried, `${instant(slip.triedAt)}: ${trouble}`] as const] : []),
    ...(slip.number ? [[w.number, slip.number] as const] : []),
    ...(slip.refusal ? [[w.refusal, `${slip.refusal.code} ${slip.refusal.reason}`] as const] : []),
  ];
  return (
    <li class="stack">
      <h3>
        {w.slip} {slip.slip}
      </h3>
      <p>
        <strong>{w.states[slip.state]}</strong>
      </p>
      <dl class="facts">
        <FactRows facts={facts} />
      </dl>
    </li>
  );
}
