import { useState } from 'preact/hooks';
import { Refused } from '../../../api/problem.ts';
import { Failure } from '../../../parts/failure.tsx';
import { TextField } from '../../../parts/field.tsx';
import { useAnswer } from '../../../parts/use-answer.ts';
import { dayInVietNam } from '../../../wording/day-in-viet-nam.ts';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';
import { useRoomTitle } from '../use-room-title.ts';
import { words as shared } from '../words.ts';
import { Compared } from './compared.tsx';
import { words } from './words.ts';

/** A day compared three ways (đối soát ba bên): today as it is now, earlier days as they were kept. */
export function Reconciliation() {
  const w = useWords(words);
  const { loading } = useWords(shared);
  const { api } = useDesk();
  const formats = useFormats();
  const today = dayInVietNam(new Date());
  const [day, setDay] = useState(today);
  const asked = day === '' ? undefined : 'getReconciliation';
  const { body, error, reload } = useAnswer(api, asked, { params: { day } });
  useRoomTitle(w.title);
  const isMissing = error instanceof Refused && error.problem.status === 404;
  return (
    <section class="stack">
      <h1>{w.title}</h1>
      <p class="prose">{w.lead}</p>
      <div class="panel stack">
        <TextField label={w.day} hint={w.dayHint} type="date" value={day} onValue={setDay} required />
        {day === today && !body?.kept && (
          <div>
            <button type="button" class="ds-button" data-variant="secondary" onClick={reload}>
              {w.now}
            </button>
          </div>
        )}
      </div>
      {isMissing && <p class="panel">{w.noneOf(formats.day(day))}</p>}
      {error !== undefined && !isMissing && <Failure error={error} again={reload} />}
      {asked && !body && error === undefined && <p role="status">{loading}</p>}
      {body && <Compared compared={body} />}
    </section>
  );
}
