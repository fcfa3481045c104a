import type { Workflow } from '../../../api/generated.ts';
import { ChoiceField } from '../../../parts/field.tsx';
import { useWords, wording } from '../../../wording/language.tsx';
import { workflowNames } from './names.ts';
import { allowing, type DecisionName, type Step, targetOf, withDecision, withoutDecision } from './steps.ts';

const words = wording({
  vi: { title: 'Qách xử lý được phép', to: (decision: string) => `${decision} thì đến` },
  en: { title: 'Decisions allowed', to: (decision: string) => `${decision} leads to` },
});

const all = Object.keys(workflowNames.vi.decisions) as DecisionName[];

/** Which decisions a step allows, and where each of them leads. */
export function DecisionsForm(props: {
  readonly workflow: Workflow;
  readonly step: Step;
  readonly onChange: (step: Step) => void;
}) {
  const { workflow, step, onChange } = props;
  const w = useWords(words);
  const names = useWords(workflowNames);
  const others = workflow.steps.filter(({ id }) => id !== step.id);
  return (
    <fieldset class="ds-fieldset stack">
      <legend>{w.title}</legend>
      {all.map(name => {
        const allowed = step.decisions.find(each => each.decision === name);
        const to = allowed && targetOf(allowed);
        const ends = name === 'approve' || name === 'refuse';
        return (
          <div key={name} class="stack">
            <label class="row">
              <input
                type="checkbox"
                checked={allowed !== undefined}
                onChange={() =>
                  onChange(
                    allowed
                      ? withoutDecision(step, name)
                      : allowing(step, name, ends ? 'decided' : (others[0]?.id ?? step.id)),
                  )
                }
              />
              {names.decisions[name]}
            </label>
            {to !== undefined && (
              <ChoiceField
                label={w.to(names.decisions[name])}
                value={to}
                onValue={chosen => onChange(withDecision(step, name, chosen))}
                options={[
                  ...others.map(({ id, name: text }) => ({ value: id, text })),
                  ...(ends ? [{ value: 'decided', text: names.decided }] : []),
                  ...(to !== 'decided' && !others.some(({ id }) => id === to)
                    ? [{ value: to, text: to }]
                    : []),
                ]}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
