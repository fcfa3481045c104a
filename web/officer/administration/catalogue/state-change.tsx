import { useState } from 'preact/hooks';
import type { ProcedureSummary, ProposedChange } from '../../../api/generated.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { TextField } from '../../../parts/field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useDesk } from '../../desk.tsx';
import { proposalOf } from '../proposal.ts';
import { ProposalWaits } from '../proposal-waits.tsx';

const words = wording({
  vi: {
    open: 'Mở tiếp nhận',
    close: 'Tạm dừng tiếp nhận',
    propose: 'Đề nghị tạm dừng',
    opens: 'Thủ tục sẽ nhận hồ sơ mới ngay.',
    closes:
      'Thủ tục sẽ không nhận hồ sơ mới; hồ sơ đã nhận vẫn được giải quyết. Số hồ sơ liên quan hiện trong đề nghị.',
    reason: 'Lý do',
  },
  en: {
    open: 'Open',
    close: 'Close',
    propose: 'Propose the closing',
    opens: 'New dossiers will be taken at once.',
    closes:
      'No new dossiers will be taken; those that came in are still processed. The proposal says how many they are.',
    reason: 'Reason',
  },
});

/** Opens or closes a procedure, after asking; a closing waits for a second administrator. */
export function StateChange(props: { readonly procedure: ProcedureSummary; readonly onChanged: () => void }) {
  const { procedure, onChanged } = props;
  const w = useWords(words);
  const { api } = useDesk();
  const [asks, setAsks] = useState(false);
  const [reason, setReason] = useState('');
  const [change, setChange] = useState<ProposedChange>();
  const closing = procedure.state === 'open';
  const verb = closing ? w.close : w.open;
  const action = useAction(async key => {
    const answered = await api.ask('setProcedureState', {
      params: { code: procedure.code },
      key,
      body: closing ? { state: 'closed', reason: reason.trim() } : { state: 'open' },
    });
    setChange(proposalOf(answered));
    setAsks(false);
    onChanged();
  });
  return (
    <>
      <button
        type="button"
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        aria-label={`${verb}: ${procedure.name}`}
        onClick={() => {
          action.reset();
          setAsks(true);
        }}
      >
        {verb}
      </button>
      {change && <ProposalWaits change={change} />}
      {asks && (
        <Dialog title={`${verb}: ${procedure.name}`} onClose={() => setAsks(false)}>
          <p>{closing ? w.closes : w.opens}</p>
          {closing && (
            <TextField
              label={w.reason}
              value={reason}
              onValue={setReason}
              fault={action.faultOf('/reason')}
              required
            />
          )}
          {action.error !== undefined && <Failure error={action.error} />}
          <button type="button" class="ds-button" onClick={action.run} aria-busy={action.busy}>
            {closing ? w.propose : w.open}
          </button>
        </Dialog>
      )}
    </>
  );
}
