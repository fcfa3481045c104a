import { useState } from 'preact/hooks';
import type { AssignedPayment, UnassignedPayment } from '../../../api/generated.ts';
import { Mark } from '../../../parts/mark.tsx';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';
import { managesSettlement } from '../who.ts';
import { words as shared } from '../words.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { words } from './words.ts';

export interface MoneyProps {
  readonly payment: UnassignedPayment;
  readonly onAssigned: (payment: AssignedPayment) => void;
  /** What is shown is not so any more. */
  readonly onStale: () => void;
}

/** Money of nobody: how much, when, what the payer wrote. */
export function MoneyCard(props: MoneyProps) {
  const w = useWords(words);
  const { days, gateways } = useWords(shared);
  const desk = useDesk();
  const { dong, instant } = useFormats();
  const [assigns, setAssigns] = useState(false);
  const { gateway, transaction, amount, paidAt, ageDays, purpose, reference } = props.payment;
  return (
    <li class="panel stack">
      <div class="row apart">
        <strong>{dong(amount)}</strong>
        <Mark level={ageDays === 0 ? 'plain' : 'soon'}>{days(ageDays)}</Mark>
      </div>
      <p class="pre">{purpose === null ? w.noPurpose : `${w.purpose} ${purpose}`}</p>
      <p class="note">
        {gateways[gateway]} · {w.paid(instant(paidAt))} · {w.transaction(transaction)}
        {reference !== null && ` · ${w.reference(reference)}`}
      </p>
      {managesSettlement(desk) && (
        <div>
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            data-size="sm"
            onClick={() => setAssigns(true)}
          >
            {w.assign}
            <span class="hidden">
              {' '}
              {dong(amount)}, {transaction}
            </span>
          </button>
        </div>
      )}
      {assigns && <AssignDialog {...props} onClose={() => setAssigns(false)} />}
    </li>
  );
}
