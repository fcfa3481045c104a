import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { type Desk, useDesk } from '../desk.tsx';
import { type ListedTask, TaskPages, type TaskQuery } from './task-pages.ts';

/** How often the list asks for what is new, in milliseconds. */
const PULSE = 5000;

/** As deep as the list is asked again on every pulse; deeper only when the unit's counts say that something moved. */
const CHEAP = 200;

/** The lists of an officer that were looked at, so that the way back from a dossier leads to the same place. */
const kept = new WeakMap<Desk, Map<string, TaskPages>>();

function pagesOf(desk: Desk, query: TaskQuery): TaskPages {
  const lists = kept.get(desk) ?? new Map<string, TaskPages>();
  kept.set(desk, lists);
  const key = JSON.stringify(query);
  const pages = lists.get(key) ?? new TaskPages(desk.api, query);
  lists.set(key, pages);
  return pages;
}

export interface TaskList {
  readonly pages: TaskPages;
  readonly tasks: readonly ListedTask[];
  readonly counts: Answer<'countTasks'> | undefined;
  readonly error: unknown;
  /** How many of the tasks are on the screen or before it. */
  readonly seen: (count: number) => void;
  readonly refresh: () => void;
}

/** The open tasks of a view, kept up to date while the page is visible. */
export function useTaskList(query: TaskQuery): TaskList {
  const desk = useDesk();
  const pages = pagesOf(desk, query);
  const [state, setState] = useState<{ counts?: Answer<'countTasks'>; error?: unknown; turn: number }>({
    turn: 0,
  });
  const seen = useRef(0);
  const countsTag = useRef<string>(undefined);

  const again = useCallback(
    async (whole: boolean) => {
      try {
        const { unit } = query;
        const counted = await desk.api.ask('countTasks', {
          query: unit === undefined ? {} : { unit },
          known: countsTag.current,
        });
        countsTag.current = counted.etag;
        const moved = counted.body !== undefined;
        if (whole || moved || seen.current <= CHEAP) await pages.refresh(Math.max(1, seen.current));
        setState(({ turn, ...before }) => ({
          turn: turn + 1,
          ...(counted.body ? { counts: counted.body } : before.counts ? { counts: before.counts } : {}),
        }));
      } catch (error) {
        setState(({ error: _, ...before }) => ({ ...before, turn: before.turn + 1, error }));
      }
    },
    [desk, pages, query],
  );

  useEffect(() => {
    countsTag.current = undefined;
    void again(true);
    const timer = setInterval(() => document.visibilityState === 'visible' && void again(false), PULSE);
    const onReturn = () => document.visibilityState === 'visible' && void again(true);
    document.addEventListener('visibilitychange', onReturn);
    // Other rights: what was listed before may not be theirs to see any more.
    const { me } = desk;
    const forget = desk.onChange(now => {
      if (now === me) return;
      kept.delete(desk);
      setState(({ turn }) => ({ turn: turn + 1 }));
    });
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onReturn);
      forget();
    };
  }, [again, desk]);

  return {
    pages,
    tasks: pages.tasks,
    counts: state.counts,
    error: state.error,
    seen: useCallback(
      count => {
        seen.current = count;
        if (count < pages.tasks.length || !pages.more) return;
        void pages
          .loadMore()
          .then(() => setState(before => ({ ...before, turn: before.turn + 1 })))
          .catch(error => setState(before => ({ ...before, error })));
      },
      [pages],
    ),
    refresh: useCallback(() => void again(true), [again]),
  };
}
