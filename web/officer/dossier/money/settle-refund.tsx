import { useState } from 'preact/hooks';
import { ActButton } from '../../../parts/act-button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { ChoiceField, TextField } from '../../../parts/field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';
import type { RefundProps } from './refund-card.tsx';
import { words } from './words.ts';

type Props = RefundProps & { readonly onClose: () => void };

/** Asks why a refund is refused. */
export function RefuseDialog({ code, refund, onChanged, onClose }: Props) {
  const w = useWords(words);
  const { api } = useDesk();
  const [reason, setReason] = useState('');
  const action = useAction(async key => {
    const params = { code, refund: refund.id };
    await api.ask('decideRefund', { params, body: { approved: false, reason }, key });
    onClose();
    onChanged();
  });
  return (
    <Dialog title={w.refuseTitle} onClose={onClose}>
      <TextField
        label={w.reason}
        value={reason}
        onValue={setReason}
        rows={3}
        fault={action.faultOf('/reason')}
        required
      />
      <ActButton action={action} label={w.save} />
    </Dialog>
  );
}

/** Asks how a refund was paid out, and by which voucher. */
export function PayOutDialog({ code, refund, onChanged, onClose }: Props) {
  const w = useWords(words);
  const { api, is } = useDesk();
  const { dong } = useFormats();
  const [means, setMeans] = useState<'cash' | 'transfer'>(is('reception') ? 'cash' : 'transfer');
  const [document, setDocument] = useState('');
  const action = useAction(async key => {
    const params = { code, refund: refund.id };
    await api.ask('payRefund', { params, body: { means, document }, key });
    onClose();
    onChanged();
  });
  return (
    <Dialog title={`${w.payOut}: ${dong(refund.amount)}`} onClose={onClose}>
      <ChoiceField
        label={w.how}
        value={means}
        onValue={value => setMeans(value === 'cash' ? 'cash' : 'transfer')}
        options={(['cash', 'transfer'] as const).map(value => ({ value, text: w.means[value] }))}
      />
      <TextField
        label={w.document}
        value={document}
        onValue={setDocument}
        fault={action.faultOf('/document')}
        required
      />
      <ActButton action={action} label={w.save} />
    </Dialog>
  );
}
