import { useState } from 'preact/hooks';
import type { AssignedPayment } from '../../../api/generated.ts';
import { Failure } from '../../../parts/failure.tsx';
import { useAnswer } from '../../../parts/use-answer.ts';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';
import { useRoomTitle } from '../use-room-title.ts';
import { words as shared } from '../words.ts';
import { MoneyCard } from './money-card.tsx';
import { words } from './words.ts';

/** Money that names no dossier (tiền chưa rõ nguồn), and the way to give it to one. */
export function Unassigned() {
  const w = useWords(words);
  const { loading } = useWords(shared);
  const { api } = useDesk();
  const { dong } = useFormats();
  const { body, error, reload } = useAnswer(api, 'listUnassigned');
  const [done, setDone] = useState<AssignedPayment>();
  useRoomTitle(w.title);
  const assigned = (payment: AssignedPayment) => {
    setDone(payment);
    reload();
  };
  return (
    <section class="stack">
      <h1>{w.title}</h1>
      <p class="prose">{w.lead}</p>
      {error !== undefined && <Failure error={error} again={reload} />}
      {!body && error === undefined && <p role="status">{loading}</p>}
      {done && (
        <p class="ds-alert" data-color="success" role="status">
          {w.done(dong(done.amount), done.dossier)}
        </p>
      )}
      {body?.items.length === 0 && <p class="panel">{w.none}</p>}
      {body?.more && <p class="note">{w.more}</p>}
      <ul class="list">
        {body?.items.map(payment => (
          <MoneyCard
            key={`${payment.gateway} ${payment.key}`}
            payment={payment}
            onAssigned={assigned}
            onStale={reload}
          />
        ))}
      </ul>
    </section>
  );
}
