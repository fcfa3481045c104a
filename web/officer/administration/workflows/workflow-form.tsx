import type { Workflow } from '../../../api/generated.ts';
import type { Faults } from '../../../parts/faults.ts';
import { ChoiceField, TextField } from '../../../parts/field.tsx';
import { useWords, wording } from '../../../wording/language.tsx';
import { LimitField } from './limit-field.tsx';
import { StepChoice } from './step-choice.tsx';

const words = wording({
  vi: {
    title: 'Cả quy trình',
    procedure: 'Thủ tục',
    procedureFixed: 'không đổi được: quy trình thuộc thủ tục này',
    start: 'Bước bắt đầu',
    approvedBy: 'Căn cứ phê duyệt',
    supplementLimit: 'Thời hạn bổ sung hồ sơ',
    paymentLimit: 'Thời hạn nộp phí, lệ phí',
    collectionLimit: 'Thời hạn trả kết quả',
    registry: 'Cấp số, đóng dấu kết quả',
    registries: { automatic: 'Hệ thống tự làm ngay sau khi ký', clerk: 'Văn thư làm, sau khi ký' },
    collects: 'Bộ phận tiếp nhận phải trả hoặc gửi kết quả trong thời gian này.',
  },
  en: {
    title: 'The whole workflow',
    procedure: 'Procedure',
    procedureFixed: 'cannot be changed: the workflow is of this procedure',
    start: 'First step',
    approvedBy: 'Approved by',
    supplementLimit: 'Limit of a supplement',
    paymentLimit: 'Limit of a payment',
    collectionLimit: 'Limit of handing over',
    registry: 'Number and seal of the result',
    registries: {
      automatic: 'By the system, as soon as it is signed',
      clerk: 'By the registry clerk, after the signature',
    },
    collects: 'How long reception has to hand over or send a finished result.',
  },
});

const limits = ['supplementLimit', 'paymentLimit', 'collectionLimit'] as const;

/** Changes what a workflow says beside its steps. */
export function WorkflowForm(props: {
  readonly workflow: Workflow;
  readonly faults: Faults;
  readonly onChange: (workflow: Workflow) => void;
}) {
  const { workflow, onChange } = props;
  const w = useWords(words);
  const faults = props.faults.inside('/workflow');
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      <dl class="facts">
        <dt>{w.procedure}</dt>
        <dd>
          {workflow.procedure} <span class="note">({w.procedureFixed})</span>
        </dd>
      </dl>
      <StepChoice
        label={w.start}
        value={workflow.start}
        onValue={start => onChange({ ...workflow, start })}
        steps={workflow.steps}
        fault={faults.faultOf('/start')}
      />
      <TextField
        label={w.approvedBy}
        value={workflow.approvedBy}
        onValue={approvedBy => onChange({ ...workflow, approvedBy })}
        fault={faults.faultOf('/approvedBy')}
      />
      <ChoiceField
        label={w.registry}
        value={workflow.registry ?? 'automatic'}
        onValue={chosen => onChange({ ...workflow, registry: chosen === 'clerk' ? 'clerk' : 'automatic' })}
        options={Object.entries(w.registries).map(([value, text]) => ({ value, text }))}
        fault={faults.faultOf('/registry')}
      />
      {limits.map(name => (
        <LimitField
          key={name}
          label={w[name]}
          value={workflow[name]}
          onValue={limit => onChange({ ...workflow, [name]: limit })}
          faults={faults.inside(`/${name}`)}
          {...(name === 'collectionLimit' && { hint: w.collects })}
        />
      ))}
    </section>
  );
}
