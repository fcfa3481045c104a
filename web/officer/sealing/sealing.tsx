import { useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { CheckField } from '../../parts/check-field.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Mark } from '../../parts/mark.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { decideEach, type Ended } from '../decision/decide-each.ts';
import { useDesk } from '../desk.tsx';

const words = wording({
  vi: {
    title: 'Vào sổ, đóng dấu',
    lead: 'Chọn các văn bản đã ký rồi bấm một lần. Mỗi văn bản được cấp số tiếp theo của sổ, theo thứ tự trong danh sách, rồi được đóng dấu điện tử của cơ quan.',
    empty: 'Không có văn bản nào chờ vào sổ.',
    all: 'Chọn tất cả',
    due: 'hạn',
    whole: 'Mở hồ sơ',
    seal: (count: number) => `Vào sổ, đóng dấu ${count} văn bản`,
    done: 'Đã vào sổ',
    unreachable: 'Không kết nối được với hệ thống',
  },
  en: {
    title: 'Numbers and seals',
    lead: 'Choose signed documents and confirm once. Each takes the next number of its register, in the order of the list, and then gets the agency’s seal.',
    empty: 'No document waits for a number.',
    all: 'Choose all',
    due: 'due',
    whole: 'Open the dossier',
    seal: (count: number) => `Number and seal ${count}`,
    done: 'Numbered',
    unreachable: 'The system cannot be reached',
  },
});

/** The registry clerk's room (văn thư): many signed documents are numbered and sealed by one confirmation. */
export function Sealing() {
  const w = useWords(words);
  const { api } = useDesk();
  const list = useAnswer(api, 'listTasks', { query: { phase: 'seal', limit: 100 } }, { every: 5000 });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Ended>>(new Map());
  const [busy, setBusy] = useState(false);
  const items = list.body?.items ?? [];
  const ready = items.filter(({ id }) => chosen.has(id) && outcomes.get(id) !== 'done');

  async function seal() {
    setBusy(true);
    // Numbers follow the order of the list.
    await decideEach(api, ready, () => ({ decision: 'seal' }), {
      unreachable: w.unreachable,
      onEnded: (id, ended) => setOutcomes(before => new Map(before).set(id, ended)),
    });
    setBusy(false);
    list.reload();
  }

  return (
    <div class="stack">
      <h1>{w.title}</h1>
      <p class="prose">{w.lead}</p>
      {list.error !== undefined && <Failure error={list.error} again={list.reload} />}
      {list.body && items.length === 0 && <p class="panel">{w.empty}</p>}
      {items.length > 1 && (
        <CheckField
          checked={items.every(({ id }) => chosen.has(id))}
          onChecked={every => setChosen(new Set(every ? items.map(({ id }) => id) : []))}
        >
          {w.all}
        </CheckField>
      )}
      <ul class="list">
        {items.map(task => (
          <Waiting
            key={task.id}
            task={task}
            chosen={chosen.has(task.id)}
            outcome={outcomes.get(task.id)}
            onChosen={is =>
              setChosen(
                before => new Set(is ? [...before, task.id] : [...before].filter(id => id !== task.id)),
              )
            }
          />
        ))}
      </ul>
      {items.length > 0 && (
        <div>
          <button
            type="button"
            class="ds-button"
            disabled={ready.length === 0 || busy}
            onClick={() => void seal()}
          >
            {w.seal(ready.length)}
          </button>
        </div>
      )}
    </div>
  );
}

function Waiting(props: {
  readonly task: Answer<'listTasks'>['items'][number];
  readonly chosen: boolean;
  readonly outcome: Ended | undefined;
  readonly onChosen: (is: boolean) => void;
}) {
  const w = useWords(words);
  const { instant } = useFormats();
  const { task, chosen, outcome, onChosen } = props;
  return (
    <li class="panel stack">
      <CheckField checked={chosen} onChecked={onChosen}>
        {task.procedureName} <span class="note">{task.dossier}</span>{' '}
        <span class="note">
          {w.due} {instant(task.dueAt)}
        </span>
      </CheckField>
      <p class="row">
        <a class="ds-link" href={`/officer/dossiers/${encodeURIComponent(task.dossier)}?task=${task.id}`}>
          {w.whole}
        </a>
        {outcome === 'done' && <Mark level="good">{w.done}</Mark>}
        {typeof outcome === 'object' && <Mark level="late">{outcome.title}</Mark>}
      </p>
    </li>
  );
}
