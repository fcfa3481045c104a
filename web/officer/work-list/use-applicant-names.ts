import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../desk.tsx';
import type { ListedTask, TaskQuery } from './task-pages.ts';

export interface ApplicantNames {
  readonly shown: boolean;
  readonly show: (wanted: boolean) => void;
  readonly of: (dossier: string) => string | undefined;
}

/**
 * The applicants' names beside tasks, once somebody asks for them: each such answer is recorded as a read of personal
 * data, so names already known are not asked for again.
 */
export function useApplicantNames(query: TaskQuery, tasks: readonly ListedTask[]): ApplicantNames {
  const { api } = useDesk();
  const [shown, show] = useState(false);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const missing = shown ? tasks.findIndex(({ dossier }) => !names.has(dossier)) : -1;
  useEffect(() => {
    if (missing < 0) return;
    let over = false;
    const load = async () => {
      const found = new Map(names);
      let cursor: string | undefined;
      for (let read = 0; read <= missing; ) {
        const more = cursor === undefined ? {} : { cursor };
        const page = await api.get('listTasks', {
          query: { ...query, ...more, limit: 100, expand: 'applicant' },
        });
        for (const { dossier, applicantName = '' } of page.items) found.set(dossier, applicantName);
        read += page.items.length;
        cursor = page.nextCursor ?? undefined;
        if (cursor === undefined) break;
      }
      // A task that came meanwhile has its name with the next look.
      for (const { dossier } of tasks) if (!found.has(dossier)) found.set(dossier, '');
      if (!over) setNames(found);
    };
    void load().catch(() => show(false));
    return () => {
      over = true;
    };
  }, [missing, api, query]);
  return { shown, show, of: dossier => (shown ? names.get(dossier) : undefined) };
}
