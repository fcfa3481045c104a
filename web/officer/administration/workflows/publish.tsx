import { useState } from 'preact/hooks';
import type { ProposedChange, Workflow } from '../../../api/generated.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useDesk } from '../../desk.tsx';
import { proposalOf } from '../proposal.ts';

const words = wording({
  vi: {
    publish: 'Đề nghị ban hành',
    sure: 'Đề nghị ban hành quy trình này?',
    effect: (count: number) =>
      `Khi quản trị viên thứ hai xác nhận, hồ sơ mới theo quy trình ${count} bước này; hồ sơ đã nhận theo bản cũ.`,
  },
  en: {
    publish: 'Propose publication',
    sure: 'Propose to publish this workflow?',
    effect: (count: number) =>
      `Once a second administrator confirms it, new dossiers follow its ${count} steps; others keep theirs.`,
  },
});

/** Proposes the draft, after asking; what the API finds wrong is shown in its words. */
export function Publish({
  draft,
  onProposed,
}: {
  readonly draft: Workflow;
  /** With nothing where the draft is what is in force. */
  readonly onProposed: (change: ProposedChange | undefined) => void;
}) {
  const w = useWords(words);
  const { api } = useDesk();
  const [asks, setAsks] = useState(false);
  const action = useAction(async key => {
    const answered = await api.ask('publishWorkflow', {
      params: { code: draft.procedure },
      key,
      body: { workflow: draft },
    });
    setAsks(false);
    onProposed(proposalOf(answered));
  });
  return (
    <div>
      <button type="button" class="ds-button" onClick={() => setAsks(true)}>
        {w.publish}
      </button>
      {asks && (
        <Dialog title={w.sure} onClose={() => setAsks(false)}>
          <p>{w.effect(draft.steps.length)}</p>
          {action.error !== undefined && <Failure error={action.error} />}
          <button type="button" class="ds-button" onClick={action.run} aria-busy={action.busy}>
            {w.publish}
          </button>
        </Dialog>
      )}
    </div>
  );
}
