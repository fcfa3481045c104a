import { Failure } from '../../parts/failure.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import type { Dossier } from './dossier.tsx';
import { words } from './words.ts';

/** The legal clock: the promised date and why, pauses and extension, and what each step used of its time. */
export function DeadlineBar({ dossier }: { readonly dossier: Dossier }) {
  const w = useWords(words);
  const { api } = useDesk();
  const { weekday, number } = useFormats();
  const { body, error, reload } = useAnswer(api, 'getDeadline', { params: { code: dossier.code } });
  if (!body) return error === undefined ? null : <Failure error={error} again={reload} />;
  const states = {
    notStarted: w.notStarted,
    running: '',
    paused: w.paused,
    decided: w.decidedNote,
    ended: w.ended,
  };
  return (
    <section class="panel stack" aria-labelledby="deadline">
      <div class="row apart">
        <h2 id="deadline">
          {w.deadline}
          {body.dueOn && (
            <>
              {': '}
              {w.promised} {weekday(body.dueOn)}
              {body.extended && ` (${w.extended})`}
            </>
          )}
        </h2>
        {states[body.status] !== '' && <p>{states[body.status]}</p>}
      </div>
      {body.steps.length > 0 && (
        <ol class="steps" aria-label={w.steps}>
          {body.steps.map(step => (
            <li key={step.task} data-over={step.usedHours > step.allowedHours}>
              <span>{step.name}</span>
              <progress
                max={Math.max(step.allowedHours, 0.01)}
                value={Math.min(step.usedHours, step.allowedHours)}
                aria-label={step.name}
              />
              <span class="note">
                {w.used(number(round(step.usedHours)), number(round(step.allowedHours)))}
                {step.endedAt === null && ` · ${w.running}`}
              </span>
            </li>
          ))}
        </ol>
      )}
      <details>
        <summary>{w.why}</summary>
        <p class="pre prose">{body.text}</p>
      </details>
    </section>
  );
}

const round = (hours: number) => Math.round(hours * 10) / 10;
