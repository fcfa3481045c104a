import { useEffect, useState } from 'preact/hooks';
import type { Entered } from './decision-body.ts';

const DRAFTS = 'draft:';

/**
 * What an officer has written about a task. It stays in this tab while the connection is lost, the sign-in ends or
 * the page is loaded again, and is gone with the tab and the sign-out: texts may name people. It is the officer's own:
 * whoever signs in next in this tab does not see it.
 */
export function useDraft(
  account: string | null,
  task: string,
): [Entered, (next: Entered) => void, () => void] {
  const place = `${DRAFTS}${account}:${task}`;
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

/** At sign-out. */
export function forgetDrafts(): void {
  for (const name of Object.keys(sessionStorage))
    if (name.startsWith(DRAFTS)) sessionStorage.removeItem(name);
}

function read(place: string): Entered {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? '{}') as Entered;
  } catch {
    return {};
  }
}
