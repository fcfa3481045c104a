import { useState } from 'preact/hooks';
import type { UndepositedDrawer } from '../../api/generated.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { CheckField } from '../../parts/check-field.tsx';
import { TextField } from '../../parts/field.tsx';
import { useAction } from '../../parts/use-action.ts';
import { dayInVietNam } from '../../wording/day-in-viet-nam.ts';
import { useWords } from '../../wording/language.tsx';
import { amountOf } from '../../wording/typed-amount.ts';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import { depositWords } from './deposit-words.ts';

/** Records that the cash of some of the drawers that wait was paid in. */
export function DepositForm(props: {
  readonly unit: string;
  readonly waiting: readonly UndepositedDrawer[];
  readonly onDone: () => void;
}) {
  const w = useWords(depositWords);
  const { api, officerName } = useDesk();
  const { dong, instant } = useFormats();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [entered, setEntered] = useState<string>();
  const [slip, setSlip] = useState('');
  const [paidInOn, setPaidInOn] = useState(dayInVietNam(new Date()));
  const [reason, setReason] = useState('');
  const chosen = props.waiting.filter(({ id }) => !left.has(id));
  const due = chosen.reduce((sum, drawer) => sum + drawer.due, 0);
  const amount = entered ?? String(due);
  const action = useAction(async key => {
    const body = {
      drawers: chosen.map(({ id }) => id),
      // What is no amount the API refuses, and says why.
      amount: amountOf(amount.trim()) as number,
      ...{ slip: slip.trim(), paidInOn },
      ...(reason.trim() !== '' && { reason }),
    };
    await api.ask('depositDrawers', { params: { code: props.unit }, body, key });
    props.onDone();
  });
  const choose = (id: string, checked: boolean) =>
    setLeft(before => new Set(checked ? [...before].filter(each => each !== id) : [...before, id]));
  return (
    <>
      {props.waiting.map(({ id, officer, closedAt, due: own, ageDays }) => (
        <CheckField
          key={id}
          checked={!left.has(id)}
          onChecked={checked => choose(id, checked)}
          note={w.age(ageDays)}
        >
          {w.drawer(officerName(officer), instant(closedAt), dong(own))}
        </CheckField>
      ))}
      <TextField
        label={w.amount}
        hint={w.due(dong(due))}
        value={amount}
        onValue={setEntered}
        inputMode="numeric"
        fault={action.faultOf('/amount')}
        required
      />
      <TextField label={w.slip} value={slip} onValue={setSlip} fault={action.faultOf('/slip')} required />
      <TextField
        label={w.day}
        type="date"
        value={paidInOn}
        onValue={setPaidInOn}
        fault={action.faultOf('/paidInOn')}
        required
      />
      <TextField
        label={w.reason}
        value={reason}
        onValue={setReason}
        rows={2}
        fault={action.faultOf('/reason')}
      />
      <ActButton action={action} label={w.record} />
    </>
  );
}
