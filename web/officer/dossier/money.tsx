import { useAnswer } from '../../parts/use-answer.ts';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import type { Dossier } from './dossier.tsx';
import { Receipts } from './receipts.tsx';
import { words } from './words.ts';

/** What the dossier costs and what was paid. */
export function Money({ dossier }: { readonly dossier: Dossier }) {
  const w = useWords(words);
  const { api } = useDesk();
  const { dong, instant } = useFormats();
  const costs = dossier.money !== 'none';
  const payments = useAnswer(api, costs ? 'listPayments' : undefined, { params: { code: dossier.code } });
  return (
    <section class="panel stack">
      <h2>{w.money}</h2>
      {!costs && <p class="note">{w.free0}</p>}
      {costs && (
        <p>
          {dossier.amountDue !== null && `${w.amountDue}: ${dong(dossier.amountDue)} · `}
          {w.moneyStates[dossier.money] ?? dossier.money}
        </p>
      )}
      {payments.body && payments.body.payments.length > 0 && (
        <ul>
          {payments.body.payments.map(each => (
            <li key={each.at + each.amount}>
              {dong(each.amount)} · {instant(each.at)}
            </li>
          ))}
        </ul>
      )}
      {costs && <Receipts code={dossier.code} />}
    </section>
  );
}
