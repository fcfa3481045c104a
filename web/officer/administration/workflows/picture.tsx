import type { Workflow, WorkflowReport } from '../../../api/generated.ts';
import { Mark } from '../../../parts/mark.tsx';
import { useWords, wording } from '../../../wording/language.tsx';
import { roleNames } from '../../../wording/roles.ts';
import { useDesk } from '../../desk.tsx';
import { workflowNames } from './names.ts';
import { type Decision, targetOf } from './steps.ts';

const words = wording({
  vi: { title: 'Sơ đồ các bước', start: 'Bắt đầu', edit: 'Sửa bước', error: 'Lỗi', warning: 'Lưu ý' },
  en: { title: 'The steps', start: 'Start', edit: 'Edit the step', error: 'Error', warning: 'Warning' },
});

/** The workflow as boxes in order, with where each decision leads and what the check says of each step. */
export function Picture(props: {
  readonly workflow: Workflow;
  readonly report: WorkflowReport | undefined;
  readonly onEdit: (id: string) => void;
}) {
  const { workflow, report, onEdit } = props;
  const w = useWords(words);
  const names = useWords(workflowNames);
  const roles = useWords(roleNames);
  const { unitName } = useDesk();
  const stepName = (id: string) =>
    id === 'decided' ? names.decided : (workflow.steps.find(step => step.id === id)?.name ?? `${id}?`);
  const leads = (decision: Decision) => {
    const to = targetOf(decision);
    if (to !== undefined) return ` → ${stepName(to)}`;
    return decision.decision === 'consult'
      ? `: ${decision.agencies.map(({ unit }) => unitName(unit)).join(', ')}`
      : '';
  };
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      <ol class="step-picture">
        {workflow.steps.map(step => (
          <li key={step.id} data-kind={step.kind} class="stack">
            <div class="row apart">
              <h3>{step.name}</h3>
              {step.id === workflow.start && <Mark level="good">{w.start}</Mark>}
              {step.kind === 'signature' && <Mark level="plain">{names.signature}</Mark>}
            </div>
            <p class="note">
              {typeof step.unit === 'string' ? names.units[step.unit] : unitName(step.unit.unit)} ·{' '}
              {roles[step.role]} · {step.limit.amount} {names.limits[step.limit.unit]}
            </p>
            <ul>
              {step.decisions.map(each => (
                <li key={each.decision}>
                  {names.decisions[each.decision]}
                  {leads(each)}
                </li>
              ))}
            </ul>
            <Faults report={report} step={step.id} />
            <div>
              <button
                type="button"
                class="ds-button"
                data-variant="secondary"
                data-size="sm"
                aria-label={`${w.edit}: ${step.name}`}
                onClick={() => onEdit(step.id)}
              >
                {w.edit}
              </button>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What the check says of a step, or of the whole (`null`). */
export function Faults(props: { readonly report: WorkflowReport | undefined; readonly step: string | null }) {
  const w = useWords(words);
  const of = (list: WorkflowReport['errors'] = []) => list.filter(({ step }) => step === props.step);
  return (
    <>
      {of(props.report?.errors).map(({ code, message }) => (
        <p key={code + message}>
          <Mark level="late">{w.error}</Mark> {message}
        </p>
      ))}
      {of(props.report?.warnings).map(({ code, message }) => (
        <p key={code + message}>
          <Mark level="soon">{w.warning}</Mark> {message}
        </p>
      ))}
    </>
  );
}
