import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { Failure } from '../../parts/failure.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { useWords } from '../../wording/language.tsx';
import type { DecisionName } from '../decision/decision-fields.ts';
import { isKnown } from '../decision/decision-fields.ts';
import type { Choices } from '../decision/decision-input.tsx';
import { DecisionPanel, Overtaken } from '../decision/decision-panel.tsx';
import { decisionNames, words } from '../decision/words.ts';
import { useDesk } from '../desk.tsx';
import { choicesAt } from './choices.ts';
import type { Dossier } from './dossier.tsx';

/** How often an open task is looked at, in milliseconds: a colleague may have it. */
const PULSE = 10_000;

/** What is to be decided now, by the task of the address or the first open one of the officer's. */
export function Decide({
  dossier,
  wanted,
  onChanged,
}: {
  readonly dossier: Dossier;
  readonly wanted: string | undefined;
  readonly onChanged: () => void;
}) {
  const w = useWords(words);
  const names = useWords(decisionNames);
  const { api, me } = useDesk();
  const [receipt, setReceipt] = useState<Answer<'decideTask'>>();
  const mine = dossier.tasks.find(({ role, unit }) => me.roles.includes(role) && unit === me.unit?.code);
  // After a decision the address still names the task that is done; what is open now comes first.
  const open = dossier.tasks.some(({ id }) => id === wanted);
  const id = open || (!receipt && wanted !== undefined) ? wanted : mine?.id;
  const task = useAnswer(
    api,
    id === undefined ? undefined : 'getTask',
    { params: { id: id ?? '' } },
    { every: PULSE },
  );
  const workflow = useAnswer(api, 'getWorkflow', { params: { code: dossier.procedure.code } });
  useEffect(() => setReceipt(undefined), [dossier.code]);
  return (
    <section class="panel stack" aria-labelledby="decide">
      <h2 id="decide">
        {w.title}
        {task.body && `: ${task.body.name}`}
      </h2>
      {receipt && (
        <div class="ds-alert" data-color="success" role="status">
          <p>{w.done(isKnown(receipt.decision) ? names[receipt.decision] : receipt.decision)}</p>
          <p>
            <a class="ds-link" href="/officer">
              {w.back}
            </a>
          </p>
        </div>
      )}
      {task.error !== undefined && <Failure error={task.error} again={task.reload} />}
      {id === undefined && !receipt && <p class="note">{w.none}</p>}
      {task.body && (
        <>
          {task.body.duplicates.length > 0 && (
            <p>
              {w.duplicates}{' '}
              {task.body.duplicates.map(code => (
                <a key={code} class="ds-link" href={`/officer/dossiers/${encodeURIComponent(code)}`}>
                  {code}{' '}
                </a>
              ))}
            </p>
          )}
          {task.body.closed && !receipt && <Overtaken task={task.body} />}
          <DecisionPanel
            key={task.body.id}
            task={task.body}
            returnBy={dossier.returnBy}
            choicesOf={(decision: DecisionName): Choices =>
              choicesAt(
                dossier,
                task.body?.step ?? null,
                workflow.body?.workflow,
                decision,
                task.body?.reliefs,
              )
            }
            onOvertaken={task.reload}
            onDecided={told => {
              setReceipt(told);
              onChanged();
            }}
          />
        </>
      )}
    </section>
  );
}
