import { useEffect, useRef, useState } from 'preact/hooks';
import { type Action, useAction } from '../../../parts/use-action.ts';

export interface Portions<Report> extends Action {
  readonly reports: readonly Report[];
  /** Whether the last portion has been answered. */
  readonly ended: boolean;
  /** Ends after the portion that is under way. */
  stop(): void;
}

type Ask<Report> = (
  before: readonly Report[],
  key: string,
) => Promise<{ readonly report: Report; readonly last: boolean }>;

interface State<Report> {
  readonly question: string;
  readonly reports: readonly Report[];
  readonly ended: boolean;
}

/**
 * Asks the API portion after portion until the last, until stopped, refused, left or asked another question. The next
 * run goes on where this one ended; after the last, or for another question, it begins anew.
 */
export function usePortions<Report>(question: string, ask: Ask<Report>): Portions<Report> {
  const blank: State<Report> = { question, reports: [], ended: false };
  const [state, setState] = useState(blank);
  const stopped = useRef(false);
  const current = state.question === question ? state : blank;
  const action = useAction(async key => {
    stopped.current = false;
    let so = current.ended ? blank : current;
    setState(so);
    while (!so.ended && !stopped.current) {
      const { report, last } = await ask(so.reports, `${key}-${so.reports.length}`);
      so = { question, reports: [...so.reports, report], ended: last };
      setState(so);
    }
  });
  const stop = () => {
    stopped.current = true;
  };
  useEffect(() => stop, [question]);
  return { ...action, reports: current.reports, ended: current.ended, stop };
}
