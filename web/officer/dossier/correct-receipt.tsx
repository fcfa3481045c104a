import { useState } from 'preact/hooks';
import { Failure } from '../../parts/failure.tsx';
import { TextField } from '../../parts/field.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';

const KINDS = ['replacement', 'information', 'increase', 'decrease'] as const;
type Kind = (typeof KINDS)[number];

const words = wording({
  vi: {
    means:
      'Biên lai cũ vẫn được giữ. Người khác duyệt, sau đó biên lai thay thế hoặc điều chỉnh được lập và ghi lý do này.',
    how: 'Cách xử lý',
    kinds: {
      replacement: 'Thay thế: lập lại theo thông tin hiện nay của hồ sơ, số tiền không đổi',
      information: 'Điều chỉnh thông tin',
      increase: 'Điều chỉnh tăng',
      decrease: 'Điều chỉnh giảm',
    },
    amount: 'Số tiền chênh lệch (đồng)',
    reason: 'Lý do (không ghi tên người)',
    send: 'Đề nghị',
  },
  en: {
    means:
      'The old receipt is kept. Somebody else decides; then a receipt that replaces or adjusts it is made, with this reason.',
    how: 'How',
    kinds: {
      replacement: 'Replace: made anew of what the dossier says now, for the same amount',
      information: 'Adjust what it says',
      increase: 'Adjust upwards',
      decrease: 'Adjust downwards',
    },
    amount: 'Difference (đồng)',
    reason: 'Reason (names nobody)',
    send: 'Ask for it',
  },
});

/** Asks that a receipt be replaced (thay thế) or adjusted (điều chỉnh). */
export function CorrectReceipt(props: {
  readonly code: string;
  readonly receipt: string;
  readonly onDone: () => void;
}) {
  const w = useWords(words);
  const { api } = useDesk();
  const [kind, setKind] = useState<Kind>('replacement');
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const differs = kind === 'increase' || kind === 'decrease';
  const action = useAction(async key => {
    const params = { code: props.code, id: props.receipt };
    const body = differs ? { kind, amount: Number(amount), reason } : { kind, reason };
    await api.ask('correctReceipt', { params, body, key });
    props.onDone();
  });
  return (
    <div class="stack">
      <p>{w.means}</p>
      <fieldset class="ds-fieldset choices">
        <legend class="ds-label">{w.how}</legend>
        {KINDS.map(each => (
          <label class="row check" key={each}>
            <input
              class="ds-input"
              type="radio"
              name="correction"
              checked={kind === each}
              onChange={() => setKind(each)}
            />
            {w.kinds[each]}
          </label>
        ))}
      </fieldset>
      {differs && <TextField label={w.amount} value={amount} onValue={setAmount} />}
      <TextField label={w.reason} value={reason} onValue={setReason} />
      {action.error !== undefined && <Failure error={action.error} brief />}
      <div>
        <button
          type="button"
          class="ds-button"
          disabled={action.busy || reason.trim() === '' || (differs && !/^\d+$/.test(amount))}
          onClick={() => void action.run()}
        >
          {w.send}
        </button>
      </div>
    </div>
  );
}
