import type { TrackedDossier } from '../../../api/generated.ts';
import { Refused } from '../../../api/problem.ts';
import { Failure } from '../../../parts/failure.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';
import type { MoneyProps } from './money-card.tsx';
import { words } from './words.ts';

/** What is about to be done, with the dossier as it is now; somebody else may have been quicker. */
export function ConfirmAssignment(
  props: MoneyProps & {
    readonly dossier: TrackedDossier;
    readonly reason: string;
    readonly onBack: () => void;
    readonly onClose: () => void;
  },
) {
  const w = useWords(words);
  const { api } = useDesk();
  const { dong } = useFormats();
  const { payment, dossier, reason, onAssigned, onStale, onBack, onClose } = props;
  const action = useAction(async key => {
    const params = { gateway: payment.gateway, transaction: payment.key };
    const body = { dossier: dossier.code, reason: reason.trim() };
    const assigned = await api.get('assignPayment', { params, body, key });
    onClose();
    onAssigned(assigned);
  });
  const isStale = action.error instanceof Refused && action.error.problem.code === 'state-conflict';
  return (
    <>
      <p>
        <strong>{w.sure(dong(payment.amount), dossier.code)}</strong>
      </p>
      {payment.purpose !== null && (
        <p class="pre">
          {w.purpose} {payment.purpose}
        </p>
      )}
      <p>
        {w.state(dossier.statusText)} {w.effect}
      </p>
      {action.error !== undefined && <Failure error={action.error} />}
      <div class="row">
        {isStale ? (
          <button
            type="button"
            class="ds-button"
            onClick={() => {
              onClose();
              onStale();
            }}
          >
            {w.listAgain}
          </button>
        ) : (
          <button type="button" class="ds-button" disabled={action.busy} onClick={() => void action.run()}>
            {w.confirm}
          </button>
        )}
        {!isStale && (
          <button type="button" class="ds-button" data-variant="secondary" onClick={onBack}>
            {w.back}
          </button>
        )}
      </div>
    </>
  );
}
