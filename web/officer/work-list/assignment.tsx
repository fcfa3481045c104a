import { useState } from 'preact/hooks';
import { Refused } from '../../api/problem.ts';
import { ChoiceField } from '../../parts/field.tsx';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { atWork } from '../officers-of.ts';
import type { ListedTask } from './task-pages.ts';
import { words } from './words.ts';

/**
 * Gives the chosen tasks to a colleague (leaders) or to oneself, one after the other: one that is refused does not stop
 * the others.
 */
export function Assignment(props: {
  readonly tasks: readonly ListedTask[];
  readonly onDone: () => void;
  readonly onClear: () => void;
}) {
  const w = useWords(words);
  const { api, colleagues, me, is } = useDesk();
  const leads = is('leader');
  const [to, setTo] = useState(me.account ?? '');
  const [outcome, setOutcome] = useState<{ done: number; all: number; refused: string[] }>();
  const [busy, setBusy] = useState(false);

  async function assign() {
    if (busy) return;
    setBusy(true);
    const refused: string[] = [];
    let done = 0;
    for (const task of props.tasks) {
      try {
        await api.ask('assignTask', { params: { id: task.id }, body: { assignee: to } });
        done += 1;
      } catch (error) {
        refused.push(`${task.dossier}: ${error instanceof Refused ? error.problem.title : String(error)}`);
      }
      setOutcome({ done, all: props.tasks.length, refused });
    }
    setBusy(false);
    props.onDone();
  }

  return (
    <section class="panel stack assignment" aria-label={w.assign}>
      <div class="row">
        <strong>{w.chosen(props.tasks.length)}</strong>
        {leads && (
          <ChoiceField
            label={w.assignTo}
            value={to}
            onValue={setTo}
            options={atWork(colleagues).map(({ id, name }) => ({ value: id, text: name }))}
          />
        )}
        <button type="button" class="ds-button" disabled={busy} onClick={() => void assign()}>
          {leads ? w.assign : w.takeChosen}
        </button>
        <button type="button" class="ds-button" data-variant="tertiary" onClick={props.onClear}>
          {w.unchoose}
        </button>
      </div>
      {outcome && (
        <div role="status">
          <p>{w.assigned(outcome.done, outcome.all)}</p>
          {outcome.refused.length > 0 && (
            <>
              <p>{w.notAssigned}</p>
              <ul>
                {outcome.refused.map(each => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </section>
  );
}
