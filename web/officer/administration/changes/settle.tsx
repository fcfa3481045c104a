import { useState } from 'preact/hooks';
import type { Answer } from '../../../api/client.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { TextField } from '../../../parts/field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';

const words = wording({
  vi: {
    confirm: 'Xác nhận',
    withdraw: 'Rút đề nghị',
    sureConfirm: 'Xác nhận đề nghị này?',
    effect: (count: string) => `Thay đổi có hiệu lực ngay; ${count} hồ sơ đang giải quyết liên quan.`,
    sureWithdraw: 'Rút đề nghị này?',
    nothing: 'Đề nghị sẽ không được thực hiện.',
    reason: 'Lý do (không bắt buộc)',
  },
  en: {
    confirm: 'Confirm',
    withdraw: 'Withdraw',
    sureConfirm: 'Confirm this change?',
    effect: (count: string) => `It takes effect at once; it touches ${count} open dossiers.`,
    sureWithdraw: 'Withdraw this change?',
    nothing: 'It will not be carried out.',
    reason: 'Reason (optional)',
  },
});

/** Confirms or withdraws a proposed change, after asking. Who may not confirm is told why by the API. */
export function Settle(props: {
  readonly change: Answer<'getProposedChange'>;
  readonly etag: string | undefined;
  readonly onSettled: () => void;
}) {
  const { change, etag, onSettled } = props;
  const w = useWords(words);
  const { number } = useFormats();
  const { api } = useDesk();
  const [asks, setAsks] = useState<'confirm' | 'withdraw'>();
  const [reason, setReason] = useState('');
  const params = { id: change.id };
  const close = () => setAsks(undefined);
  const seen = etag === undefined ? {} : { ifMatch: etag };
  const confirm = useAction(async key => {
    await api.get('confirmProposedChange', { params, key, ...seen });
    close();
    onSettled();
  });
  const withdraw = useAction(async key => {
    await api.get('withdrawProposedChange', {
      params,
      key,
      body: reason.trim() ? { reason: reason.trim() } : {},
    });
    close();
    onSettled();
  });
  const open = (what: 'confirm' | 'withdraw') => {
    confirm.reset();
    withdraw.reset();
    setAsks(what);
  };
  return (
    <div class="row">
      <button type="button" class="ds-button" onClick={() => open('confirm')}>
        {w.confirm}
      </button>
      <button type="button" class="ds-button" data-variant="secondary" onClick={() => open('withdraw')}>
        {w.withdraw}
      </button>
      {asks === 'confirm' && (
        <Dialog title={w.sureConfirm} onClose={close}>
          <p>{change.about}</p>
          <p>{w.effect(number(change.preview.dossiers))}</p>
          {confirm.error !== undefined && <Failure error={confirm.error} />}
          <button type="button" class="ds-button" onClick={confirm.run} aria-busy={confirm.busy}>
            {w.confirm}
          </button>
        </Dialog>
      )}
      {asks === 'withdraw' && (
        <Dialog title={w.sureWithdraw} onClose={close}>
          <p>{w.nothing}</p>
          <TextField
            label={w.reason}
            value={reason}
            onValue={setReason}
            fault={withdraw.faultOf('/reason')}
          />
          {withdraw.error !== undefined && <Failure error={withdraw.error} />}
          <button type="button" class="ds-button" onClick={withdraw.run} aria-busy={withdraw.busy}>
            {w.withdraw}
          </button>
        </Dialog>
      )}
    </div>
  );
}
