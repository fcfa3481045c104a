import { useState } from 'preact/hooks';
import type { ProposedChange, Workflow } from '../../../api/generated.ts';
import { faultsOf } from '../../../parts/faults.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useDesk } from '../../desk.tsx';
import { useUnits } from '../unit-field.tsx';
import { ComparisonList } from './comparison.tsx';
import { DraftFaults } from './draft-faults.tsx';
import { keepDraft, keptDraft } from './draft-store.ts';
import { Findings } from './findings.tsx';
import { Picture } from './picture.tsx';
import { Publish } from './publish.tsx';
import { StepForm } from './step-form.tsx';
import { withNewStep } from './steps.ts';
import { useCheck } from './use-check.ts';
import { WorkflowForm } from './workflow-form.tsx';

const words = wording({
  vi: {
    add: 'Thêm bước',
    fresh: 'Bước mới',
    discard: 'Bỏ bản nháp',
    kept: 'Bản nháp được giữ trong trình duyệt này.',
    errors: (count: number) => (count === 0 ? 'Quy trình không có lỗi.' : `Quy trình còn ${count} lỗi.`),
  },
  en: {
    add: 'Add a step',
    fresh: 'New step',
    discard: 'Discard the draft',
    kept: 'The draft is kept in this browser.',
    errors: (count: number) => (count === 0 ? 'The workflow has no errors.' : `Errors left: ${count}.`),
  },
});

/** The draft of a workflow beside its picture, checked by the API while it is changed. */
export function Editor(props: {
  readonly procedure: string;
  readonly published: Workflow;
  readonly onProposed: (change: ProposedChange | undefined) => void;
}) {
  const { procedure, published, onProposed } = props;
  const w = useWords(words);
  const { api } = useDesk();
  const [draft, setDraft] = useState(() => keptDraft(procedure));
  const units = useUnits();
  const [edited, setEdited] = useState<{ readonly id: string; readonly turn: number }>();
  const workflow = draft ?? published;
  const check = useCheck(api, draft);
  const report = draft && check.report;
  const step = workflow.steps.find(({ id }) => id === edited?.id);
  const faults = faultsOf(draft && check.error);
  const change = (to: Workflow | undefined) => {
    setDraft(to);
    keepDraft(procedure, to);
  };
  // A turn, so that a step that is open already is led to once more.
  const edit = (id: string) => setEdited(before => ({ id, turn: (before?.turn ?? 0) + 1 }));
  const add = () => {
    const longer = withNewStep(workflow, w.fresh);
    change(longer);
    edit(longer.steps.at(-1)?.id ?? '');
  };
  return (
    <div class="beside workflow">
      <Picture workflow={workflow} report={report} onEdit={edit} />
      <div class="stack">
        <div role="status">{report && <p>{w.errors(report.errors.length)}</p>}</div>
        <Findings report={report} step={null} />
        {draft && check.error !== undefined && <DraftFaults error={check.error} workflow={draft} />}
        {step && (
          <StepForm
            key={`${step.id} ${edited?.turn}`}
            {...{ workflow, step, units, faults }}
            onChange={change}
            onClose={() => setEdited(undefined)}
          />
        )}
        <WorkflowForm {...{ workflow, faults }} onChange={change} />
        <div class="panel stack">
          <div class="row">
            <button type="button" class="ds-button" data-variant="secondary" onClick={add}>
              {w.add}
            </button>
            {draft && (
              <button
                type="button"
                class="ds-button"
                data-variant="secondary"
                onClick={() => change(undefined)}
              >
                {w.discard}
              </button>
            )}
          </div>
          {draft && <p class="note">{w.kept}</p>}
        </div>
        <ComparisonList published={published} draft={workflow} />
        {draft && (
          <Publish
            draft={draft}
            onProposed={proposed => {
              change(undefined);
              onProposed(proposed);
            }}
          />
        )}
      </div>
    </div>
  );
}
