import type { UnsettledPayment } from '../../../api/generated.ts';
import { Mark } from '../../../parts/mark.tsx';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { DossierLink } from '../dossier-link.tsx';
import { words as shared } from '../words.ts';
import { words } from './words.ts';

/** A payment that waits: how much, of which dossier, since when. */
export function PaymentCard({ payment }: { readonly payment: UnsettledPayment }) {
  const w = useWords(words);
  const { days, gateways } = useWords(shared);
  const { dong, instant } = useFormats();
  const { gateway, transaction, dossier, amount, paidAt, ageDays, overdue } = payment;
  return (
    <li class="panel">
      <div class="row apart">
        <span class="row">
          <strong>{dong(amount)}</strong>
          {dossier !== null && <DossierLink code={dossier} />}
        </span>
        <Mark level={overdue ? 'late' : 'plain'}>{overdue ? w.overdue(ageDays) : days(ageDays)}</Mark>
      </div>
      <p class="note">
        {gateways[gateway]} · {w.paid(instant(paidAt))} · {w.transaction(transaction)}
      </p>
    </li>
  );
}
