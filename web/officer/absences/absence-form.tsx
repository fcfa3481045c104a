import { useState } from 'preact/hooks';
import { Failure } from '../../parts/failure.tsx';
import { ChoiceField, TextField } from '../../parts/field.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { atWork } from '../officers-of.ts';
import { words } from './words.ts';

/** Records an absence: one's own, or for leaders anybody's in the unit. */
export function AbsenceForm(props: { readonly unit: string; readonly onRecorded: () => void }) {
  const w = useWords(words);
  const { api, colleagues, is, me } = useDesk();
  const empty = { officer: me.account ?? '', from: '', to: '', substitute: '' };
  const [typed, setTyped] = useState(empty);
  const [saved, setSaved] = useState(false);
  const action = useAction(async key => {
    const { substitute, ...order } = typed;
    await api.get('recordAbsence', {
      params: { code: props.unit },
      key,
      body: { ...order, substitute: substitute === '' ? null : substitute },
    });
    setTyped(empty);
    setSaved(true);
    props.onRecorded();
  });
  const set = (change: Partial<typeof typed>) => {
    setSaved(false);
    setTyped({ ...typed, ...change });
  };
  const working = atWork(colleagues);
  const away = working.find(({ id }) => id === typed.officer);
  const options = (officers: typeof working) => officers.map(({ id, name }) => ({ value: id, text: name }));
  const others = working.filter(
    ({ id, roles }) => id !== typed.officer && roles.some(role => away?.roles.includes(role)),
  );
  return (
    <form
      class="panel stack"
      onSubmit={event => {
        event.preventDefault();
        void action.run();
      }}
    >
      <h2>{w.record}</h2>
      <div class="grid">
        {is('leader', 'administrator') && (
          <ChoiceField
            label={w.officer}
            value={typed.officer}
            onValue={officer => set({ officer, substitute: '' })}
            options={options(working)}
            fault={action.faultOf('/officer')}
          />
        )}
        <TextField
          label={w.from}
          type="date"
          value={typed.from}
          onValue={from => set({ from })}
          fault={action.faultOf('/from')}
          required
        />
        <TextField
          label={w.to}
          type="date"
          value={typed.to}
          onValue={to => set({ to })}
          fault={action.faultOf('/to')}
          required
        />
        <ChoiceField
          label={w.substitute}
          value={typed.substitute}
          onValue={substitute => set({ substitute })}
          options={[{ value: '', text: w.leaderDecides }, ...options(others)]}
          fault={action.faultOf('/substitute')}
        />
      </div>
      {action.error !== undefined && <Failure error={action.error} brief />}
      <div class="row">
        <button type="submit" class="ds-button" aria-busy={action.busy}>
          {w.record}
        </button>
        <span role="status">{saved && w.saved}</span>
      </div>
    </form>
  );
}
