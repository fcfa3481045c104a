import { CheckField } from '../../../parts/check-field.tsx';
import { useWords, wording } from '../../../wording/language.tsx';
import { ConsultForm } from './consult-form.tsx';
import type { StepEditing } from './editing.ts';
import { workflowNames } from './names.ts';
import { PauseForm } from './pause-form.tsx';
import { StepChoice } from './step-choice.tsx';
import { allowing, type Decision, type DecisionName, withDecision, withoutDecision } from './steps.ts';

const words = wording({
  vi: { title: 'Cách xử lý được phép', to: (decision: string) => `${decision} thì đến` },
  en: { title: 'Decisions allowed', to: (decision: string) => `${decision} leads to` },
});

const all = Object.keys(workflowNames.vi.decisions) as DecisionName[];
const mayEnd = (name: DecisionName) => name === 'approve' || name === 'refuse';

/** Which decisions a step allows, and what each of them needs: where it leads, whom it asks, on what grounds. */
export function DecisionsForm(props: StepEditing) {
  const { workflow, step, onStep } = props;
  const w = useWords(words);
  const names = useWords(workflowNames);
  const next = workflow.steps.find(({ id }) => id !== step.id);
  return (
    <fieldset class="ds-fieldset stack decisions">
      <legend class="ds-label">{w.title}</legend>
      {all.map(name => {
        const allowed = step.decisions.find(each => each.decision === name);
        return (
          <div key={name}>
            <CheckField
              checked={allowed !== undefined}
              onChecked={wanted =>
                onStep(
                  wanted
                    ? allowing(step, name, mayEnd(name) ? 'decided' : (next?.id ?? step.id))
                    : withoutDecision(step, name),
                )
              }
            >
              {names.decisions[name]}
            </CheckField>
            {allowed && <OptionForm {...props} option={allowed} />}
          </div>
        );
      })}
    </fieldset>
  );
}

/** What there is to say of one decision that a step allows. */
function OptionForm({ option, ...editing }: StepEditing & { readonly option: Decision }) {
  const w = useWords(words);
  const names = useWords(workflowNames);
  const { workflow, step, units, faults, onStep } = editing;
  const within = faults.inside(`/decisions/${step.decisions.indexOf(option)}`);
  const onOption = (changed: Decision) => onStep(withDecision(step, changed));
  if (option.decision === 'pause')
    return <PauseForm option={option} onOption={onOption} fault={within.faultBelow('/kinds')} />;
  if (option.decision === 'consult')
    return (
      <ConsultForm option={option} onOption={onOption} units={units} limit={step.limit} faults={within} />
    );
  if (!('to' in option)) return null;
  return (
    <div class="within">
      <StepChoice
        label={w.to(names.decisions[option.decision])}
        value={option.to}
        onValue={to => onOption({ ...option, to })}
        steps={workflow.steps.filter(({ id }) => id !== step.id)}
        ends={mayEnd(option.decision)}
        fault={within.faultOf('/to')}
      />
    </div>
  );
}
