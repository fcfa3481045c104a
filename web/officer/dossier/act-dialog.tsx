import { useState } from 'preact/hooks';
import type { Body } from '../../api/client.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ChoiceField, TextField } from '../../parts/field.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';

const words = wording({
  vi: {
    interestMeans:
      'Từ lúc khai báo, ông/bà không xử lý hồ sơ này nữa; việc đang giữ được trả cho người khác. Không rút lại được.',
    withdrawMeans: 'Hồ sơ dừng ngay và không mở lại được.',
    request: 'Chủ hồ sơ yêu cầu',
    requests: { written: 'bằng văn bản', spoken: 'trực tiếp tại quầy' },
    reason: 'Lý do',
    send: 'Ghi nhận',
  },
  en: {
    interestMeans:
      'From then on you no longer handle this dossier; what you hold of it is left to others. It cannot be taken back.',
    withdrawMeans: 'The dossier ends at once and cannot be opened again.',
    request: 'The applicant asked',
    requests: { written: 'in writing', spoken: 'in person' },
    reason: 'Reason',
    send: 'Record',
  },
});

/** Asks for what belongs to an act beside the decisions of a task, and records it. */
export function ActDialog(props: {
  readonly act: 'interest' | 'withdraw';
  /** What the act is called. */
  readonly title: string;
  readonly code: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const w = useWords(words);
  const { api } = useDesk();
  const { act, code } = props;
  const [reason, setReason] = useState('');
  const [request, setRequest] = useState<NonNullable<Body<'withdrawDossier'>['request']>>('written');
  const action = useAction(async key => {
    if (act === 'interest') await api.ask('declareInterest', { params: { code }, body: { reason }, key });
    else await api.ask('withdrawDossier', { params: { code }, body: { reason, request }, key });
    props.onDone();
  });
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <p>{act === 'interest' ? w.interestMeans : w.withdrawMeans}</p>
      {act === 'withdraw' && (
        <ChoiceField
          label={w.request}
          value={request}
          onValue={value => setRequest(value === 'spoken' ? 'spoken' : 'written')}
          options={(['written', 'spoken'] as const).map(value => ({ value, text: w.requests[value] }))}
        />
      )}
      <TextField
        label={w.reason}
        value={reason}
        onValue={setReason}
        rows={3}
        fault={action.faultOf('/reason')}
        required
      />
      <ActButton action={action} label={w.send} />
    </Dialog>
  );
}
