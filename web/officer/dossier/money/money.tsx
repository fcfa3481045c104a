import { Bill } from '../../../parts/bill.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { useAnswer } from '../../../parts/use-answer.ts';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';
import type { Dossier } from '../dossier.tsx';
import { Receipts } from '../receipts.tsx';
import { words as dossierWords } from '../words.ts';
import { AskRefund } from './ask-refund.tsx';
import { PaymentLines } from './payment-lines.tsx';
import { RefundCard } from './refund-card.tsx';
import { words } from './words.ts';

/** What the dossier costs, what was paid and is held, and what goes back. */
export function Money({ dossier, onChanged }: { readonly dossier: Dossier; readonly onChanged: () => void }) {
  const w = useWords(words);
  const { moneyStates } = useWords(dossierWords);
  const { api, is } = useDesk();
  const { dong } = useFormats();
  const { code } = dossier;
  const { body, error, reload } = useAnswer(api, 'listPayments', { params: { code } });
  const costs = dossier.money !== 'none' || (body?.payments.length ?? 0) > 0;
  const facts: readonly (readonly [string, number | null])[] = body
    ? [
        [w.amountDue, body.amountDue],
        [w.owed, body.owed],
        [w.held, body.held],
      ]
    : [];
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      {costs ? <p>{moneyStates[dossier.money] ?? dossier.money}</p> : <p class="note">{w.free}</p>}
      {error !== undefined && <Failure error={error} again={reload} />}
      {costs && (
        <dl class="facts">
          {facts.map(
            ([name, amount]) =>
              amount !== null &&
              amount > 0 && (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{dong(amount)}</dd>
                </div>
              ),
          )}
        </dl>
      )}
      {dossier.bill && <Bill bill={dossier.bill} />}
      {body && <PaymentLines money={body} />}
      {costs && <Receipts code={code} />}
      {body && body.refunds.length > 0 && <h3>{w.refunds}</h3>}
      {body && body.refunds.length > 0 && (
        <ul class="list">
          {body.refunds.map(refund => (
            <RefundCard key={refund.id} {...{ code, refund, onChanged }} />
          ))}
        </ul>
      )}
      {body && is('reception', 'handler') && (
        <AskRefund code={code} refundable={body.refundable} onDone={onChanged} />
      )}
    </section>
  );
}
