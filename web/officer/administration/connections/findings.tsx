import { useState } from 'preact/hooks';
import { Failure } from '../../../parts/failure.tsx';
import { TextField } from '../../../parts/field.tsx';
import { Mark } from '../../../parts/mark.tsx';
import { useAnswer } from '../../../parts/use-answer.ts';
import { dayBefore } from '../../../wording/day-in-viet-nam.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useDesk } from '../../desk.tsx';
import { Pager, usePaging } from '../paging.tsx';

const words = wording({
  vi: {
    title: 'Đối chiếu hằng đêm',
    on: 'Ngày được đối chiếu',
    none: 'Không thấy sai lệch nào.',
    states: { open: 'Cần xử lý', mended: 'Đã tự sửa' },
  },
  en: {
    title: 'Nightly comparison',
    on: 'Day that was compared',
    none: 'Nothing was found.',
    states: { open: 'Needs attention', mended: 'Mended' },
  },
});

/** What the comparison of the night found to differ from the ledgers. */
export function Findings() {
  const w = useWords(words);
  const { api } = useDesk();
  const paging = usePaging();
  const [on, setOn] = useState(() => dayBefore(Date.now()));
  const { body, error } = useAnswer(api, on ? 'listFindings' : undefined, { query: { on, ...paging.query } });
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      <TextField
        label={w.on}
        type="date"
        value={on}
        onValue={day => {
          setOn(day);
          paging.setCursor(undefined);
        }}
      />
      {error !== undefined && <Failure error={error} />}
      <div role="status">{body?.items.length === 0 && <p>{w.none}</p>}</div>
      <ul>
        {body?.items.map(({ kind, name, detail, state }) => (
          <li key={`${kind}${name}${detail}`}>
            <Mark level={state === 'open' ? 'late' : 'good'}>{w.states[state]}</Mark> {name}: {detail}
          </li>
        ))}
      </ul>
      <Pager paging={paging} next={body?.nextCursor} />
    </section>
  );
}
