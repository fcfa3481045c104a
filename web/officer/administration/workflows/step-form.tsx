import type { OfficerRole, Workflow } from '../../../api/generated.ts';
import { ChoiceField, TextField } from '../../../parts/field.tsx';
import { useWords, wording } from '../../../wording/language.tsx';
import { roleNames } from '../../../wording/roles.ts';
import { DecisionsForm } from './decisions-form.tsx';
import { workflowNames } from './names.ts';
import { type LimitUnit, movedStep, type Step, withoutStep, withStep } from './steps.ts';

const words = wording({
  vi: {
    name: 'Tên bước',
    unit: 'Đơn vị thực hiện',
    role: 'Vai trò',
    amount: 'Thời hạn',
    limit: 'Tính bằng',
    up: 'Đưa lên',
    down: 'Đưa xuống',
    remove: 'Bỏ bước',
  },
  en: {
    name: 'Name of the step',
    unit: 'Unit',
    role: 'Role',
    amount: 'Limit',
    limit: 'Counted in',
    up: 'Move up',
    down: 'Move down',
    remove: 'Remove the step',
  },
});

const limitUnits = Object.keys(workflowNames.vi.limits) as LimitUnit[];
const allRoles = Object.keys(roleNames.vi) as OfficerRole[];

/** Changes one step of the draft. */
export function StepForm(props: {
  readonly workflow: Workflow;
  readonly step: Step;
  readonly onChange: (workflow: Workflow) => void;
}) {
  const { workflow, step, onChange } = props;
  const w = useWords(words);
  const names = useWords(workflowNames);
  const roles = useWords(roleNames);
  const set = (changed: Partial<Step>) => onChange(withStep(workflow, { ...step, ...changed }));
  return (
    <section class="panel stack" aria-labelledby="edited-step">
      <h2 id="edited-step">{step.name}</h2>
      <TextField label={w.name} value={step.name} onValue={name => set({ name })} />
      <div class="grid">
        <ChoiceField
          label={w.unit}
          value={typeof step.unit === 'string' ? step.unit : step.unit.unit}
          onValue={unit => set({ unit: unit === 'competent' || unit === 'receiving' ? unit : { unit } })}
          options={[
            { value: 'competent', text: names.units.competent },
            { value: 'receiving', text: names.units.receiving },
            ...(typeof step.unit === 'string' ? [] : [{ value: step.unit.unit, text: step.unit.unit }]),
          ]}
        />
        <ChoiceField
          label={w.role}
          value={step.role}
          onValue={value => set({ role: allRoles.find(role => role === value) ?? step.role })}
          options={allRoles.map(value => ({ value, text: roles[value] }))}
        />
        <TextField
          type="number"
          label={w.amount}
          value={String(step.limit.amount)}
          onValue={value => set({ limit: { ...step.limit, amount: Number(value) } })}
        />
        <ChoiceField
          label={w.limit}
          value={step.limit.unit}
          onValue={value =>
            set({
              limit: { ...step.limit, unit: limitUnits.find(each => each === value) ?? step.limit.unit },
            })
          }
          options={limitUnits.map(value => ({ value, text: names.limits[value] }))}
        />
      </div>
      <DecisionsForm
        workflow={workflow}
        step={step}
        onChange={changed => onChange(withStep(workflow, changed))}
      />
      <div class="row">
        {([-1, 1] as const).map(by => (
          <button
            key={by}
            type="button"
            class="ds-button"
            data-variant="secondary"
            onClick={() => onChange(movedStep(workflow, step.id, by))}
          >
            {by === -1 ? w.up : w.down}
          </button>
        ))}
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          data-color="danger"
          onClick={() => onChange(withoutStep(workflow, step.id))}
        >
          {w.remove}
        </button>
      </div>
    </section>
  );
}
