import { useEffect, useState } from 'preact/hooks';
import type { Entered } from './decision-body.ts';

/**
 * What an officer has written about a task. It stays in this tab while the connection is lost, the sign-in ends or
 * the page is loaded again, and is gone with the tab: texts may name people.
 */
export function useDraft(task: string): [Entered, (next: Entered) => void, () => void] {
  const place = `draft:${task}`;
  const [entered, setEntered] = useState<Entered>(() => read(place));
  useEffect(() => setEntered(read(place)), [place]);
  return [
    entered,
    next => {
      sessionStorage.setItem(place, JSON.stringify(next));
      setEntered(next);
    },
    () => {
      sessionStorage.removeItem(place);
      setEntered({});
    },
  ];
}

function read(place: string): Entered {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? '{}') as Entered;
  } catch {
    return {};
  }
}
