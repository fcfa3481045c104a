import { useState } from 'preact/hooks';
import { Dialog } from '../../parts/dialog.tsx';
import { Failure } from '../../parts/failure.tsx';
import { TextField } from '../../parts/field.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useAccount } from '../account.tsx';

const words = wording({
  vi: {
    open: 'Rút hồ sơ…',
    title: 'Rút hồ sơ này?',
    meaning: (code: string) =>
      `Hồ sơ ${code} sẽ dừng ngay và không mở lại được. Muốn làm lại, ông/bà phải nộp hồ sơ mới.`,
    reason: 'Lý do (không bắt buộc)',
    withdraw: 'Rút hồ sơ',
    busy: 'Đang rút…',
  },
  en: {
    open: 'Withdraw …',
    title: 'Withdraw this dossier?',
    meaning: (code: string) =>
      `Dossier ${code} ends at once and cannot be opened again. To go on later you would have to submit a new one.`,
    reason: 'Reason (optional)',
    withdraw: 'Withdraw the dossier',
    busy: 'Withdrawing …',
  },
});

/** Takes the dossier back, after saying what that means. */
export function Withdraw({ code, onWithdrawn }: { readonly code: string; readonly onWithdrawn: () => void }) {
  const w = useWords(words);
  const { api } = useAccount();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const action = useAction(async key => {
    const body = reason.trim() === '' ? {} : { reason };
    await api.get('withdrawDossier', { params: { code }, body, key });
    setAsking(false);
    onWithdrawn();
  });
  return (
    <div>
      <button type="button" class="ds-button" data-variant="secondary" onClick={() => setAsking(true)}>
        {w.open}
      </button>
      {asking && (
        <Dialog title={w.title} onClose={() => setAsking(false)}>
          <p>{w.meaning(code)}</p>
          <TextField
            label={w.reason}
            value={reason}
            onValue={setReason}
            rows={3}
            fault={action.faultOf('/reason')}
          />
          {action.error !== undefined && <Failure error={action.error} />}
          <div>
            <button
              type="button"
              class="ds-button"
              data-color="danger"
              aria-disabled={action.busy}
              onClick={() => void action.run()}
            >
              {action.busy ? w.busy : w.withdraw}
            </button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
