import './decision.css';
import { useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import type { ReturnMethod } from '../../api/generated.ts';
import { Refused } from '../../api/problem.ts';
import { Failure } from '../../parts/failure.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import { decisionBody, type Entered } from './decision-body.ts';
import {
  askedFor,
  collectionFields,
  type DecisionName,
  decisionFields,
  IRREVERSIBLE,
  isKnown,
} from './decision-fields.ts';
import { type Choices, DecisionInput } from './decision-input.tsx';
import { KeptDraft } from './kept-draft.tsx';
import { Proposed } from './proposed.tsx';
import { useDraft } from './use-draft.ts';
import { decisionNames, words } from './words.ts';

export type Task = Answer<'getTask'>;

/** Refusals that mean: somebody was quicker. */
const OVERTAKEN = [
  'task-closed',
  'task-assigned',
  'version-conflict',
  'precondition-failed',
  'state-conflict',
];

/** A decision as a form, made of the decisions that the task allows. */
export function DecisionPanel(props: {
  readonly task: Task;
  /** How the result goes to its owner. */
  readonly returnBy: ReturnMethod;
  readonly choicesOf: (decision: DecisionName) => Choices;
  /** Looks at the task again: a colleague was quicker. */
  readonly onOvertaken: () => void;
  readonly onDecided: (receipt: Answer<'decideTask'>) => void;
}) {
  const { task, returnBy, choicesOf } = props;
  const w = useWords(words);
  const names = useWords(decisionNames);
  const { api, me } = useDesk();
  const allowed = task.decisions.filter(isKnown);
  const [entered, enter, forget] = useDraft(me.account, task.id);
  const [sure, setSure] = useState(false);
  const chosen = allowed.find(each => each === entered['decision']);
  const action = useAction(async key => {
    if (!chosen) return;
    try {
      const body = decisionBody(chosen, entered, task);
      const receipt = await api.get('decideTask', { params: { id: task.id }, body, key });
      forget();
      props.onDecided(receipt);
    } catch (error) {
      if (error instanceof Refused && OVERTAKEN.includes(error.problem.code)) props.onOvertaken();
      throw error;
    }
  });

  if (allowed.length === 0)
    return (
      <>
        <p>{task.closed ? w.closed : w.none}</p>
        <KeptDraft entered={entered} onForget={forget} />
      </>
    );
  const signs = (decision: DecisionName) => decision === 'approve' && task.phase === 'signature';
  const nameOf = (decision: DecisionName) => (signs(decision) ? w.signApprove : names[decision]);
  const asksAgain = chosen !== undefined && (IRREVERSIBLE.includes(chosen) || signs(chosen));
  return (
    <form
      class="stack decision"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        if (asksAgain && !sure) setSure(true);
        else void action.run().then(() => setSure(false));
      }}
    >
      <Proposed task={task} />
      <fieldset class="ds-fieldset choices">
        <legend class="ds-label">{w.choose}</legend>
        {allowed.map(decision => (
          <label class="row check" key={decision}>
            <input
              class="ds-input"
              type="radio"
              name="decision"
              value={decision}
              checked={decision === chosen}
              onChange={() => {
                action.reset();
                setSure(false);
                enter({ ...entered, decision });
              }}
            />
            {nameOf(decision)}
          </label>
        ))}
      </fieldset>
      {chosen &&
        askedFor(fieldsAt(chosen, task, returnBy), entered).map(field => (
          <DecisionInput
            key={`${chosen}.${field.name}`}
            field={field}
            value={entered[field.name]}
            onValue={value => enter(withValue(entered, field.name, value))}
            entered={entered}
            fault={action.faultOf(`/${field.name}`) ?? action.faultBelow(`/${field.name}/`)}
            choices={choicesOf(chosen)}
          />
        ))}
      {action.error !== undefined && <Failure error={action.error} brief />}
      {chosen && (
        <div class="stack">
          {asksAgain && sure && <p role="alert">{w.sure(nameOf(chosen))}</p>}
          <div class="row">
            <button type="submit" class="ds-button" disabled={action.busy}>
              {asksAgain && sure ? w.yes : `${w.send}: ${nameOf(chosen)}`}
            </button>
          </div>
          {decisionFields[chosen].length > 0 && <p class="note">{w.draft}</p>}
        </div>
      )}
    </form>
  );
}

/** What was counted in another case is nothing in this one. */
const withValue = (entered: Entered, name: string, value: Entered[string]): Entered =>
  name === 'case' ? { ...entered, case: value, counts: {} } : { ...entered, [name]: value };

/** A signer confirms what was proposed, and writes nothing of their own into it. */
function fieldsAt(decision: DecisionName, task: Task, returnBy: ReturnMethod) {
  if (decision === 'handOver') return collectionFields(returnBy);
  return decision === 'approve' && task.phase === 'signature' && task.proposal
    ? []
    : decisionFields[decision];
}

/** What a colleague did meanwhile with a task that somebody was about to decide. */
export function Overtaken({ task }: { readonly task: Task }) {
  const w = useWords(words);
  const names = useWords(decisionNames);
  const { instant } = useFormats();
  if (!task.closed) return null;
  const { decision, at } = task.closed;
  return (
    <div class="ds-alert" data-color="warning" role="alert">
      <p>{w.overtaken(isKnown(decision) ? names[decision] : decision, instant(at))}</p>
    </div>
  );
}
