import { useState } from 'preact/hooks';
import { ActButton } from '../../parts/act-button.tsx';
import { TextField } from '../../parts/field.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useWords } from '../../wording/language.tsx';
import { amountOf } from '../../wording/typed-amount.ts';
import { useDesk } from '../desk.tsx';
import { words } from './words.ts';

/** Opens a drawer with the change that is in it. */
export function OpenDrawer({ unit, onOpened }: { readonly unit: string; readonly onOpened: () => void }) {
  const w = useWords(words);
  const { api } = useDesk();
  const [entered, setEntered] = useState('0');
  const action = useAction(async key => {
    // What is no amount the API refuses, and says why.
    const openedWith = amountOf(entered.trim()) as number;
    await api.ask('openDrawer', { params: { code: unit }, body: { openedWith }, key });
    onOpened();
  });
  return (
    <>
      <TextField
        label={w.openedWith}
        value={entered}
        onValue={setEntered}
        inputMode="numeric"
        fault={action.faultOf('/openedWith')}
        required
      />
      <ActButton action={action} label={w.open} />
    </>
  );
}
