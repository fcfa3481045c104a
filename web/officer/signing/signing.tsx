import './signing.css';
import { useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { CheckField } from '../../parts/check-field.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Mark } from '../../parts/mark.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { decideEach, type Ended } from '../decision/decide-each.ts';
import { decisionBody } from '../decision/decision-body.ts';
import { Proposed } from '../decision/proposed.tsx';
import { useDesk } from '../desk.tsx';
import { SignAll } from './sign-all.tsx';
import { words } from './words.ts';

type Task = Answer<'getTask'>;
type Listed = Answer<'listTasks'>['items'][number];

/**
 * Many signatures from one list: each proposal is opened and read, then all that were read are signed by one
 * confirmation. Each request names the digest of the proposal that was shown, so nothing else is signed.
 */
export function Signing() {
  const w = useWords(words);
  const { api } = useDesk();
  const list = useAnswer(api, 'listTasks', { query: { phase: 'signature', limit: 100 } }, { every: 5000 });
  const [read, setRead] = useState<ReadonlyMap<string, Task>>(new Map());
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Ended>>(new Map());
  const [busy, setBusy] = useState(false);
  const ready = [...read.values()].filter(({ id }) => outcomes.get(id) !== 'done');

  async function sign() {
    if (busy) return;
    setBusy(true);
    await decideEach(api, ready, task => decisionBody('approve', {}, task), {
      unreachable: w.unreachable,
      onEnded: (id, ended) => setOutcomes(before => new Map(before).set(id, ended)),
    });
    setBusy(false);
    list.reload();
  }

  const mark = (task: Task, chosen: boolean) =>
    setRead(before => {
      const after = new Map(before);
      after.delete(task.id);
      if (chosen) after.set(task.id, task);
      return after;
    });
  const items = list.body?.items ?? [];
  return (
    <div class="stack">
      <h1>{w.title}</h1>
      <p class="prose">{w.lead}</p>
      {list.error !== undefined && <Failure error={list.error} again={list.reload} />}
      {list.body && items.length === 0 && <p class="panel">{w.empty}</p>}
      <ul class="list signing">
        {items.map(task => (
          <Proposal
            key={task.id}
            listed={task}
            read={read.has(task.id)}
            outcome={outcomes.get(task.id)}
            onRead={mark}
          />
        ))}
      </ul>
      <SignAll ready={ready} outcomes={outcomes} busy={busy} onSign={() => void sign()} />
    </div>
  );
}

function Proposal(props: {
  readonly listed: Listed;
  readonly read: boolean;
  readonly outcome: Ended | undefined;
  readonly onRead: (task: Task, chosen: boolean) => void;
}) {
  const { listed, read, outcome } = props;
  const w = useWords(words);
  const { instant } = useFormats();
  const { api } = useDesk();
  const [open, setOpen] = useState(false);
  const task = useAnswer(api, open ? 'getTask' : undefined, { params: { id: listed.id } });
  const changed = read && task.body?.proposal == null && task.body !== undefined;
  return (
    <li class="panel stack">
      <details open={open} onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>
          {listed.procedureName} <span class="note">{listed.dossier}</span>{' '}
          <span class="note">
            {w.due} {instant(listed.dueAt)}
          </span>
        </summary>
        {task.error !== undefined && <Failure error={task.error} again={task.reload} />}
        {task.body && (
          <div class="stack">
            <Proposed task={task.body} />
            {!task.body.proposal && <p>{w.nothingProposed}</p>}
            <p>
              <a
                class="ds-link"
                href={`/officer/dossiers/${encodeURIComponent(listed.dossier)}?task=${listed.id}`}
              >
                {w.whole}
              </a>
            </p>
            {task.body.proposal && outcome !== 'done' && (
              <CheckField checked={read} onChecked={chosen => task.body && props.onRead(task.body, chosen)}>
                {w.willSign}
              </CheckField>
            )}
            {changed && <p role="alert">{w.changed}</p>}
          </div>
        )}
      </details>
      <p class="row" role="status">
        {outcome === 'done' ? (
          <Mark level="good">{w.signed}</Mark>
        ) : outcome ? (
          <Mark level="late">{outcome.title}</Mark>
        ) : (
          read && <Mark level="plain">{w.read}</Mark>
        )}
      </p>
    </li>
  );
}
