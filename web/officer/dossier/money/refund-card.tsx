import { useState } from 'preact/hooks';
import type { Answer } from '../../../api/client.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Mark } from '../../../parts/mark.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';
import { PayOutDialog, RefuseDialog } from './settle-refund.tsx';
import { words } from './words.ts';

export interface RefundProps {
  readonly code: string;
  readonly refund: Answer<'listPayments'>['refunds'][number];
  readonly onChanged: () => void;
}

const LEVELS = { asked: 'soon', approved: 'soon', refused: 'plain', paid: 'good' } as const;

/** A refund as it stands, and the way on for whoever decides it or pays it out. */
export function RefundCard({ code, refund, onChanged }: RefundProps) {
  const w = useWords(words);
  const { api, is } = useDesk();
  const { dong, instant } = useFormats();
  const [opens, setOpens] = useState<'refuse' | 'payOut'>();
  const { id, amount, of, state, reason, decisionReason, means, document, paidAt } = refund;
  const approve = useAction(async key => {
    const params = { code, refund: id };
    await api.ask('decideRefund', { params, body: { approved: true }, key });
    onChanged();
  });
  const button = (label: string, variant: string, act: () => void) => (
    <button
      type="button"
      class="ds-button"
      data-variant={variant}
      data-size="sm"
      aria-label={`${label}: ${dong(amount)}`}
      disabled={approve.busy}
      onClick={act}
    >
      {label}
    </button>
  );
  return (
    <li class="stack">
      <div class="row apart">
        <span>
          {dong(amount)} ({w.sources[of]}), {instant(refund.askedAt)}
        </span>
        <Mark level={LEVELS[state]}>{w.refundStates[state]}</Mark>
      </div>
      <p class="note">{reason}</p>
      {state === 'refused' && decisionReason !== null && (
        <p class="note">{w.refusedBecause(decisionReason)}</p>
      )}
      {paidAt !== null && means !== null && (
        <p class="note">
          {w.paidOut}: {w.means[means]}, {document}, {instant(paidAt)}
        </p>
      )}
      {approve.error !== undefined && <Failure error={approve.error} brief />}
      {state === 'asked' && is('leader') && (
        <div class="row">
          {button(w.approve, 'primary', () => void approve.run())}
          {button(w.refuse, 'secondary', () => setOpens('refuse'))}
        </div>
      )}
      {state === 'approved' && is('reception', 'leader') && (
        <div class="row">{button(w.payOut, 'primary', () => setOpens('payOut'))}</div>
      )}
      {opens === 'refuse' && (
        <RefuseDialog {...{ code, refund, onChanged }} onClose={() => setOpens(undefined)} />
      )}
      {opens === 'payOut' && (
        <PayOutDialog {...{ code, refund, onChanged }} onClose={() => setOpens(undefined)} />
      )}
    </li>
  );
}
