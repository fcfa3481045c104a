import { useState } from 'preact/hooks';
import { Failure } from '../../parts/failure.tsx';
import { TextField } from '../../parts/field.tsx';
import { useOpenLink } from '../../parts/use-open-link.ts';
import { dayInVietNam } from '../../wording/day-in-viet-nam.ts';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { words } from './words.ts';

/** Opens the register of the officer's unit (sổ theo dõi hồ sơ) for a period, as PDF in a tab of its own. */
export function RegisterForm() {
  const w = useWords(words);
  const { api, me } = useDesk();
  const today = dayInVietNam(new Date());
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const unit = me.unit?.code;
  const open = useOpenLink(
    async () => (await api.get('getRegister', { params: { code: unit ?? '' }, query: { from, to } })).url,
  );
  if (unit === undefined) return null;
  return (
    <form
      class="panel stack"
      onSubmit={event => {
        event.preventDefault();
        void open.run();
      }}
    >
      <h2>{w.register}</h2>
      <p class="note">{w.registerHint}</p>
      <div class="grid">
        <TextField
          label={w.from}
          type="date"
          value={from}
          onValue={setFrom}
          fault={open.faultOf('/from')}
          required
        />
        <TextField label={w.to} type="date" value={to} onValue={setTo} fault={open.faultOf('/to')} required />
      </div>
      {open.error !== undefined && <Failure error={open.error} brief />}
      <div class="row">
        <button type="submit" class="ds-button" aria-busy={open.busy}>
          {w.openRegister}
        </button>
      </div>
    </form>
  );
}
