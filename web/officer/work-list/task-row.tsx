import { useEffect, useRef } from 'preact/hooks';
import { Mark } from '../../parts/mark.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import type { ListedTask } from './task-pages.ts';
import { alarmLevel, words } from './words.ts';

export interface TaskRowProps {
  readonly task: ListedTask;
  /** The applicant's, if names are shown. */
  readonly name: string | undefined;
  readonly current: boolean;
  readonly chosen: boolean;
  readonly onChoose: (id: string) => void;
  readonly onExplain: (task: ListedTask) => void;
  readonly onChanged: () => void;
}

/** One task: what it is about, by when, whose it is. */
export function TaskRow({ task, name, current, chosen, onChoose, onExplain, onChanged }: TaskRowProps) {
  const w = useWords(words);
  const formats = useFormats();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (current) link.current?.focus({ preventScroll: true });
  }, [current]);
  return (
    <div class="task-row">
      <input
        class="ds-input"
        type="checkbox"
        aria-label={w.choose(task.dossier)}
        checked={chosen}
        onChange={() => onChoose(task.id)}
      />
      <div class="task-what">
        <a ref={link} href={`/officer/dossiers/${encodeURIComponent(task.dossier)}?task=${task.id}`}>
          {task.procedureName}
        </a>
        <span class="note">
          {task.dossier} · {task.name}
          {name && ` · ${name}`}
          {task.duplicates.length > 0 && ` · ${w.duplicates(task.duplicates.length)}`}
        </span>
      </div>
      <div class="task-due">
        <span>
          <Mark level={alarmLevel[task.alarm]}>{w.alarms[task.alarm]}</Mark>
        </span>
        <button
          type="button"
          class="due"
          aria-label={`${w.due} ${formats.instant(task.dueAt)}. ${w.why}`}
          title={w.why}
          onClick={() => onExplain(task)}
        >
          {formats.instant(task.dueAt)}
        </button>
      </div>
      <Holder task={task} onChanged={onChanged} />
    </div>
  );
}

function Holder({ task, onChanged }: Pick<TaskRowProps, 'task' | 'onChanged'>) {
  const w = useWords(words);
  const { api, me, officerName } = useDesk();
  const mine = task.assignee !== null && task.assignee === me.account;
  const take = useAction(async key => {
    const assignee = mine ? null : me.account;
    await api.ask('assignTask', { params: { id: task.id }, body: { assignee }, key });
    onChanged();
  });
  const free = task.assignee === null || task.holderLeft;
  return (
    <div class="task-holder">
      <span class="note">
        {mine
          ? w.mine
          : task.assignee === null
            ? w.free
            : task.holderLeft
              ? w.holderLeft
              : w.heldBy(officerName(task.assignee))}
      </span>
      {(free || mine) && task.closed === null && (
        <button
          type="button"
          class="ds-button"
          data-variant="tertiary"
          data-size="sm"
          disabled={take.busy}
          aria-label={`${mine ? w.giveBack : w.take} ${task.dossier}`}
          onClick={() => void take.run()}
        >
          {mine ? w.giveBack : w.take}
        </button>
      )}
    </div>
  );
}
