import { useState } from 'preact/hooks';
import { Failure } from '../../../parts/failure.tsx';
import { TextField } from '../../../parts/field.tsx';
import { useAnswer } from '../../../parts/use-answer.ts';
import { dayInVietNam } from '../../../wording/day-in-viet-nam.ts';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { UnitField, useUnits } from '../../administration/unit-field.tsx';
import { useDesk } from '../../desk.tsx';
import { useRoomTitle } from '../use-room-title.ts';
import { words as shared } from '../words.ts';
import { ByWay, Shares } from './figure-tables.tsx';
import { words } from './words.ts';

/** How fees were paid in a period, and how long the money took: of a unit and those under it. */
export function PaymentFigures() {
  const w = useWords(words);
  const { loading } = useWords(shared);
  const { api, is, me } = useDesk();
  const { dong, number } = useFormats();
  const units = useUnits();
  const today = dayInVietNam(new Date());
  const [code, setCode] = useState(me.unit?.code ?? '');
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const asked = code === '' || from === '' || to === '' ? undefined : 'getPaymentStatistics';
  const { body, error, reload } = useAnswer(api, asked, { params: { code }, query: { from, to } });
  useRoomTitle(w.title);
  return (
    <section class="stack">
      <h1>{w.title}</h1>
      <p class="prose">{w.lead}</p>
      <div class="panel grid">
        {is('overseer', 'auditor', 'administrator') && (
          <UnitField label={w.unit} value={code} onValue={setCode} units={units} />
        )}
        <TextField label={w.from} type="date" value={from} onValue={setFrom} required />
        <TextField label={w.to} type="date" value={to} onValue={setTo} required />
      </div>
      {error !== undefined && <Failure error={error} again={reload} />}
      {asked && !body && error === undefined && <p role="status">{loading}</p>}
      {body && (
        <>
          <div class="panel stack">
            <p>{w.payable(number(body.procedures.payable), number(body.procedures.withFee))}</p>
            <p>
              {body.dossiers.withFee === 0
                ? w.nothing
                : w.online(number(body.dossiers.paidOnline), number(body.dossiers.withFee))}
            </p>
            <p>
              {w.received}: <strong>{dong(body.received)}</strong>
            </p>
          </div>
          <ByWay figures={body} />
          <Shares figures={body} />
        </>
      )}
    </section>
  );
}
