import { useState } from 'preact/hooks';
import type { ProposedChange, Workflow } from '../../../api/generated.ts';
import { Failure } from '../../../parts/failure.tsx';
import { TextField } from '../../../parts/field.tsx';
import { useWords, wording } from '../../../wording/language.tsx';
import { useDesk } from '../../desk.tsx';
import { ComparisonList } from './comparison.tsx';
import { keepDraft, keptDraft } from './draft-store.ts';
import { Faults, Picture } from './picture.tsx';
import { Publish } from './publish.tsx';
import { StepForm } from './step-form.tsx';
import { withNewStep } from './steps.ts';
import { useCheck } from './use-check.ts';

const words = wording({
  vi: {
    add: 'Thêm bước',
    fresh: 'Bước mới',
    approvedBy: 'Căn cứ phê duyệt',
    discard: 'Bỏ bản nháp',
    kept: 'Bản nháp được giữ trong trình duyệt này.',
    errors: (count: number) => (count === 0 ? 'Quy trình không có lỗi.' : `Quy trình còn ${count} lỗi.`),
  },
  en: {
    add: 'Add a step',
    fresh: 'New step',
    approvedBy: 'Approved by',
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
  const [edited, setEdited] = useState<string>();
  const workflow = draft ?? published;
  const check = useCheck(api, draft);
  const report = draft && check.report;
  const step = workflow.steps.find(({ id }) => id === edited);
  const change = (to: Workflow | undefined) => {
    setDraft(to);
    keepDraft(procedure, to);
  };
  return (
    <div class="beside">
      <Picture workflow={workflow} report={report} onEdit={setEdited} />
      <div class="stack">
        <div role="status">{report && <p>{w.errors(report.errors.length)}</p>}</div>
        <Faults report={report} step={null} />
        {draft && check.error !== undefined && <Failure error={check.error} />}
        {step && <StepForm key={step.id} workflow={workflow} step={step} onChange={change} />}
        <div class="panel stack">
          <TextField
            label={w.approvedBy}
            value={workflow.approvedBy}
            onValue={approvedBy => change({ ...workflow, approvedBy })}
          />
          <div class="row">
            <button
              type="button"
              class="ds-button"
              data-variant="secondary"
              onClick={() => change(withNewStep(workflow, w.fresh))}
            >
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
