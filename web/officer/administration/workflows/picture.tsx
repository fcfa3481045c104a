import type { Workflow, WorkflowReport } from '../../../api/generated.ts';
import { Mark } from '../../../parts/mark.tsx';
import { useWords, wording } from '../../../wording/language.tsx';
import { limitText } from '../../../wording/limit-text.ts';
import { roleNames } from '../../../wording/roles.ts';
import { useDesk } from '../../desk.tsx';
import { Findings } from './findings.tsx';
import { workflowNames } from './names.ts';
import { OptionText } from './option-text.tsx';

const words = wording({
  vi: {
    title: 'Sơ đồ các bước',
    start: 'Bắt đầu',
    edit: 'Sửa bước',
    sameOfficer: (basis: string) => `Người đã thụ lý được tự ký: ${basis}`,
  },
  en: {
    title: 'The steps',
    start: 'Start',
    edit: 'Edit the step',
    sameOfficer: (basis: string) => `Whoever handled the dossier may sign: ${basis}`,
  },
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
  const limit = useWords(limitText);
  const { unitName } = useDesk();
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      <ol class="step-picture">
        {workflow.steps.map(step => (
          <li key={step.id} data-kind={step.kind} class="stack">
            <div class="row apart">
              <h3>{step.name}</h3>
              {step.id === workflow.start && <Mark level="good">{w.start}</Mark>}
              {step.kind === 'signature' && <Mark level="plain">{names.kinds.signature}</Mark>}
            </div>
            <p class="note">
              {typeof step.unit === 'string' ? names.units[step.unit] : unitName(step.unit.unit)} ·{' '}
              {roles[step.role]} · {limit(step.limit)}
            </p>
            <ul>
              {step.decisions.map(each => (
                <li key={each.decision}>
                  <OptionText option={each} steps={workflow.steps} />
                </li>
              ))}
            </ul>
            {step.sameOfficerAllowed && (
              <p class="note">{w.sameOfficer(step.sameOfficerAllowed.legalBasis)}</p>
            )}
            <Findings report={report} step={step.id} />
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
