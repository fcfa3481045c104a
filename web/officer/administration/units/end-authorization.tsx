import { useState } from 'preact/hooks';
import type { Authorization } from '../../../api/generated.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { TextField } from '../../../parts/field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useDesk } from '../../desk.tsx';

const words = wording({
  vi: {
    end: 'Chấm dứt',
    sure: (who: string) => `Chấm dứt thẩm quyền ký của ${who}?`,
    on: 'Từ ngày',
    reason: 'Lý do',
  },
  en: { end: 'End', sure: (who: string) => `End the authorization of ${who}?`, on: 'On', reason: 'Reason' },
});

/** Ends an authorization to sign, after asking for the day and the reason. */
export function EndAuthorization(props: {
  readonly authorization: Authorization;
  readonly onEnded: () => void;
}) {
  const { authorization, onEnded } = props;
  const w = useWords(words);
  const { api } = useDesk();
  const [asks, setAsks] = useState(false);
  const [on, setOn] = useState('');
  const [reason, setReason] = useState('');
  const action = useAction(async key => {
    const params = { code: authorization.unit, id: authorization.id };
    await api.get('endAuthorization', { params, key, body: { on, reason } });
    setAsks(false);
    onEnded();
  });
  return (
    <>
      <button
        type="button"
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        aria-label={`${w.end}: ${authorization.signer}`}
        onClick={() => setAsks(true)}
      >
        {w.end}
      </button>
      {asks && (
        <Dialog title={w.sure(authorization.signer)} onClose={() => setAsks(false)}>
          <TextField type="date" label={w.on} value={on} onValue={setOn} fault={action.faultOf('/on')} />
          <TextField label={w.reason} value={reason} onValue={setReason} fault={action.faultOf('/reason')} />
          {action.error !== undefined && <Failure error={action.error} />}
          <button type="button" class="ds-button" onClick={action.run} aria-busy={action.busy}>
            {w.end}
          </button>
        </Dialog>
      )}
    </>
  );
}
