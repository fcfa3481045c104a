import { useState } from 'preact/hooks';
import { Failure } from '../../../parts/failure.tsx';
import { TextField } from '../../../parts/field.tsx';
import { useAnswer } from '../../../parts/use-answer.ts';
import { dayInVietNam } from '../../../wording/day-in-viet-nam.ts';
import { useWords } from '../../../wording/language.tsx';
import { UnitField, useUnits } from '../../administration/unit-field.tsx';
import { useDesk } from '../../desk.tsx';
import { useRoomTitle } from '../use-room-title.ts';
import { words as shared } from '../words.ts';
import { AccountTable } from './account-table.tsx';
import { PendingList } from './pending-list.tsx';
import { words } from './words.ts';

/** What went into and out of the accounts of a unit in a period: of their own for leaders, of any for overseers. */
export function Accounts() {
  const w = useWords(words);
  const { loading } = useWords(shared);
  const { api, is, me } = useDesk();
  const units = useUnits();
  const today = dayInVietNam(new Date());
  const [code, setCode] = useState(me.unit?.code ?? '');
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const asked = code === '' || from === '' || to === '' ? undefined : 'getUnitMoney';
  const { body, error, reload } = useAnswer(api, asked, { params: { code }, query: { from, to } });
  useRoomTitle(w.title);
  return (
    <section class="stack">
      <h1>{w.title}</h1>
      <p class="prose">{w.lead}</p>
      <div class="panel grid">
        {is('overseer', 'auditor') && (
          <UnitField label={w.unit} value={code} onValue={setCode} units={units} />
        )}
        <TextField label={w.from} type="date" value={from} onValue={setFrom} required />
        <TextField label={w.to} type="date" value={to} onValue={setTo} required />
      </div>
      {error !== undefined && <Failure error={error} again={reload} />}
      {asked && !body && error === undefined && <p role="status">{loading}</p>}
      {body && (
        <>
          <AccountTable money={body} />
          <PendingList pending={body.pending} />
        </>
      )}
    </section>
  );
}
