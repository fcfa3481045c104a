import type { Answer } from '../../../api/client.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Treasury } from '../../../parts/treasury.tsx';
import { useAnswer } from '../../../parts/use-answer.ts';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';
import type { Dossier } from '../dossier.tsx';
import { ProofForm } from './proof-form.tsx';
import { SlipCard } from './slip-card.tsx';
import { SlipForm } from './slip-form.tsx';
import { words } from './words.ts';

export type LandTaxView = Answer<'getLandTax'>;

/** What the tax office was asked about a dossier, what it answered, and what reached the treasury. */
export function LandTax(props: { readonly dossier: Dossier; readonly onChanged: () => void }) {
  const w = useWords(words);
  const { api, is } = useDesk();
  const { dong, day } = useFormats();
  const { code } = props.dossier;
  const { body, error, reload } = useAnswer(api, 'getLandTax', { params: { code } });
  const onDone = props.onChanged;
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      <p class="note">{w.means}</p>
      {error !== undefined && <Failure error={error} again={reload} />}
      {body && !body.connected && <p>{w.notConnected}</p>}
      {body && body.slips.length === 0 && <p>{w.none}</p>}
      {body && body.slips.length > 0 && (
        <ul class="list">
          {body.slips.toReversed().map(slip => (
            <SlipCard key={slip.slip} slip={slip} />
          ))}
        </ul>
      )}
      {body?.treasury && <Treasury debt={body.treasury} />}
      {body && body.paid.length > 0 && (
        <ul class="list">
          {body.paid.map(({ document, amount, paidOn }) => (
            <li key={document}>
              {w.paid}: {dong(amount)}, {day(paidOn)}, {w.proofOf} {document}
            </li>
          ))}
        </ul>
      )}
      {body && is('handler') && body.sendable && <SlipForm {...{ code, onDone }} kinds={body.kinds} />}
      {body?.treasury && body.treasury.left > 0 && is('handler') && (
        <ProofForm {...{ code, onDone }} notice={body.treasury.number} left={body.treasury.left} />
      )}
    </section>
  );
}
