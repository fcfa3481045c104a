import { useState } from 'preact/hooks';
import type { Workflow, WorkflowReport } from '../../../api/generated.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useDesk } from '../../desk.tsx';

const words = wording({
  vi: {
    publish: 'Ban hành quy trình',
    sure: 'Ban hành quy trình này?',
    effect: (count: number) =>
      `Quy trình ${count} bước áp dụng ngay cho hồ sơ mới. Hồ sơ đã nhận vẫn theo bản cũ.`,
  },
  en: {
    publish: 'Publish the workflow',
    sure: 'Publish this workflow?',
    effect: (count: number) =>
      `The workflow of ${count} steps applies to new dossiers at once. Those that came in keep theirs.`,
  },
});

/** Publishes the draft, after asking; what the API finds wrong is shown in its words. */
export function Publish({
  draft,
  onPublished,
}: {
  readonly draft: Workflow;
  readonly onPublished: () => void;
}) {
  const w = useWords(words);
  const { api } = useDesk();
  const [asks, setAsks] = useState(false);
  const [faults, setFaults] = useState<WorkflowReport['errors']>([]);
  const action = useAction(async key => {
    const report = await api.get('publishWorkflow', {
      params: { code: draft.procedure },
      key,
      body: { workflow: draft },
    });
    setFaults(report.errors);
    if (!report.published) return;
    setAsks(false);
    onPublished();
  });
  return (
    <div>
      <button type="button" class="ds-button" onClick={() => setAsks(true)}>
        {w.publish}
      </button>
      {asks && (
        <Dialog title={w.sure} onClose={() => setAsks(false)}>
          <p>{w.effect(draft.steps.length)}</p>
          {faults.map(({ code, step, message }) => (
            <p key={`${code}${step}`} role="alert">
              {message}
            </p>
          ))}
          {action.error !== undefined && <Failure error={action.error} />}
          <button type="button" class="ds-button" onClick={action.run} aria-busy={action.busy}>
            {w.publish}
          </button>
        </Dialog>
      )}
    </div>
  );
}
