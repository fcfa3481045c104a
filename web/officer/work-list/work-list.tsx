import './work-list.css';
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Failure } from '../../parts/failure.tsx';
import { LongList } from '../../parts/long-list.tsx';
import { useListKeys } from '../../parts/use-list-keys.ts';
import { useWords } from '../../wording/language.tsx';
import { AwayToday } from '../absences/away-today.tsx';
import { useDesk } from '../desk.tsx';
import { watches } from '../watches.ts';
import { Assignment } from './assignment.tsx';
import { DueDialog } from './due-dialog.tsx';
import { Filters } from './filters.tsx';
import { Scopes } from './scopes.tsx';
import type { ListedTask } from './task-pages.ts';
import { TaskRow } from './task-row.tsx';
import { useApplicantNames } from './use-applicant-names.ts';
import { useTaskList } from './use-task-list.ts';
import { addressOf, queryOf, type View, viewOf } from './view.ts';
import { words } from './words.ts';

const keyOf = ({ id }: ListedTask) => id;

/** The officer's work list: what is to be done, the most urgent first. */
export function WorkList() {
  const w = useWords(words);
  const desk = useDesk();
  const { query, route } = useLocation();
  const view = useMemo(() => viewOf(query), [query]);
  const asked = useMemo(
    () => queryOf(watches(desk.me.roles) && view.scope === 'toDo' ? { ...view, scope: 'unit' } : view),
    [view, desk.me.roles],
  );
  const list = useTaskList(asked);
  const { pages, tasks } = list;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [explained, setExplained] = useState<ListedTask>();
  const names = useApplicantNames(asked, tasks);
  const go = (next: View) => route(addressOf(next));
  const choose = useCallback((id: string) => {
    setChosen(before => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);
  const current = useListKeys({ count: tasks.length, choose: index => choose(tasks[index]?.id ?? '') });

  // Back from a dossier: where the list was left.
  useLayoutEffect(() => {
    if (pages.loaded) scrollTo({ top: pages.scrollTop });
  }, [pages]);
  useEffect(() => {
    const keep = () => {
      pages.scrollTop = scrollY;
    };
    addEventListener('scroll', keep, { passive: true });
    return () => removeEventListener('scroll', keep);
  }, [pages]);

  const open = tasks.filter(({ id }) => chosen.has(id));
  const filtered = Object.keys(view).length > 1;
  return (
    <div class="stack">
      <div class="row apart">
        <h1>{w.title}</h1>
        <p class="note" role="status">
          {pages.loaded ? w.count(tasks.length, pages.more) : list.error === undefined && w.loading}
        </p>
      </div>
      <AwayToday />
      <Scopes view={view} counts={list.counts} />
      <Filters view={view} go={go} names={names} />
      {list.error !== undefined && <Failure error={list.error} again={list.refresh} />}
      {open.length > 0 && (
        <Assignment tasks={open} onDone={list.refresh} onClear={() => setChosen(new Set())} />
      )}
      {pages.loaded && tasks.length === 0 && (
        <div class="panel stack">
          <p>{filtered ? w.emptyFiltered : w.empty}</p>
          {filtered && (
            <p>
              <a class="ds-link" href="/officer">
                {w.clear}
              </a>
            </p>
          )}
        </div>
      )}
      <LongList
        label={w.list}
        items={tasks}
        keyOf={keyOf}
        rowHeight={useRowHeight()}
        onSeen={list.seen}
        shown={current.index}
        row={(task, index) => (
          <TaskRow
            task={task}
            name={names.of(task.dossier)}
            current={index === current.index}
            chosen={chosen.has(task.id)}
            onChoose={choose}
            onExplain={setExplained}
            onChanged={list.refresh}
          />
        )}
      />
      <p class="note no-touch">{w.keys}</p>
      {explained && <DueDialog task={explained} onClose={() => setExplained(undefined)} />}
    </div>
  );
}

const NARROW = '(max-width: 48rem)';

/** In rem: one line of columns, or a card of four lines where the window is narrow. */
function useRowHeight(): number {
  const [narrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const media = matchMedia(NARROW);
    const changed = () => setNarrow(media.matches);
    media.addEventListener('change', changed);
    return () => media.removeEventListener('change', changed);
  }, []);
  return narrow ? 12 : 5;
}
