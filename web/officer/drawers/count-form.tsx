import { useState } from 'preact/hooks';
import type { CashDrawer } from '../../api/generated.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { TextField } from '../../parts/field.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useWords } from '../../wording/language.tsx';
import { amountOf } from '../../wording/typed-amount.ts';
import { useDesk } from '../desk.tsx';
import { words } from './words.ts';

/** Closes a drawer with what was counted in it. */
export function CountForm(props: {
  readonly drawer: Pick<CashDrawer, 'unit' | 'id'>;
  readonly label: string;
  readonly onClosed: () => void;
}) {
  const w = useWords(words);
  const { api } = useDesk();
  const [entered, setEntered] = useState('');
  const [note, setNote] = useState('');
  const action = useAction(async key => {
    const params = { code: props.drawer.unit, id: props.drawer.id };
    // What is no amount the API refuses, and says why.
    const counted = amountOf(entered.trim()) as number;
    const body = { counted, ...(note.trim() !== '' && { note }) };
    await api.ask('closeDrawer', { params, body, key });
    props.onClosed();
  });
  return (
    <>
      <TextField
        label={w.counted}
        value={entered}
        onValue={setEntered}
        inputMode="numeric"
        fault={action.faultOf('/counted')}
        required
      />
      <TextField label={w.note} value={note} onValue={setNote} rows={2} fault={action.faultOf('/note')} />
      <ActButton action={action} label={props.label} />
    </>
  );
}
