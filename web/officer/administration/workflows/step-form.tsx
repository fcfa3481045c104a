import { useEffect, useRef } from 'preact/hooks';
import type { Workflow } from '../../../api/generated.ts';
import type { Faults } from '../../../parts/faults.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import type { UnitOption } from '../unit-field.tsx';
import { DecisionsForm } from './decisions-form.tsx';
import type { StepEditing } from './editing.ts';
import { LimitField } from './limit-field.tsx';
import { MainFields } from './main-fields.tsx';
import { SameOfficer } from './same-officer.tsx';
import { StepMoves } from './step-moves.tsx';
import { type Step, withStep } from './steps.ts';

const words = wording({
  vi: {
    id: 'Mã bước',
    idFixed: 'không đổi được: cách xử lý ở bước khác và thời điểm nộp phí gọi bước này bằng mã',
    limit: 'Thời hạn của bước',
  },
  en: {
    id: 'Id',
    idFixed: 'cannot be changed: decisions of other steps and the moment of the fee call the step by it',
    limit: 'Limit of the step',
  },
});

/** Changes one step of the draft. */
export function StepForm(props: {
  readonly workflow: Workflow;
  readonly step: Step;
  readonly units: readonly UnitOption[];
  readonly faults: Faults;
  readonly onChange: (workflow: Workflow) => void;
  readonly onClose: () => void;
}) {
  const { workflow, step, units, onChange, onClose } = props;
  const w = useWords(words);
  const title = useRef<HTMLHeadingElement>(null);
  // Where the picture stands above the form, the form opens out of sight.
  useEffect(() => title.current?.focus(), []);
  const editing: StepEditing = {
    workflow,
    step,
    units,
    faults: props.faults.inside(`/workflow/steps/${workflow.steps.indexOf(step)}`),
    onStep: changed => onChange(withStep(workflow, changed)),
  };
  return (
    <section class="panel stack" aria-labelledby="edited-step">
      <h2 id="edited-step" ref={title} tabIndex={-1}>
        {step.name}
      </h2>
      <dl class="facts">
        <dt>{w.id}</dt>
        <dd>
          {step.id} <span class="note">({w.idFixed})</span>
        </dd>
      </dl>
      <MainFields {...editing} />
      <LimitField
        label={w.limit}
        value={step.limit}
        onValue={limit => editing.onStep({ ...step, limit })}
        faults={editing.faults.inside('/limit')}
      />
      <SameOfficer {...editing} />
      <DecisionsForm {...editing} />
      <StepMoves {...{ workflow, step, onChange, onClose }} />
    </section>
  );
}
