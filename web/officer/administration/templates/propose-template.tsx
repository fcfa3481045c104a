import { useState } from 'preact/hooks';
import type { ProposedChange, TemplateApplication } from '../../../api/generated.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';
import { proposalOf } from '../proposal.ts';
import { ProposalWaits } from '../proposal-waits.tsx';
import type { Sum } from './portions.ts';

const words = wording({
  vi: {
    propose: (count: string) => `Đề nghị ban hành cho ${count} thủ tục phù hợp`,
    sure: (count: string) => `Đề nghị ban hành quy trình mẫu cho ${count} thủ tục?`,
    effect:
      'Khi quản trị viên thứ hai xác nhận, hồ sơ mới theo quy trình này; hồ sơ đã nhận vẫn theo bản cũ.',
    opens: (count: string) => `Khi đó ${count} thủ tục tiếp nhận hồ sơ.`,
    yes: 'Đề nghị ban hành',
    none: 'Không còn thủ tục nào phù hợp; hãy kiểm tra lại.',
  },
  en: {
    propose: (count: string) => `Propose it for the ${count} that fit`,
    sure: (count: string) => `Propose the template for ${count} procedures?`,
    effect:
      'Once a second administrator confirms it, new dossiers follow it; those that came in keep theirs.',
    opens: (count: string) => `${count} procedures take dossiers then.`,
    yes: 'Propose it',
    none: 'It fits none any more: check again.',
  },
});

/** Proposes a template for the procedures that it fits, after asking; a second administrator confirms it. */
export function ProposeTemplate(props: { readonly application: TemplateApplication; readonly found: Sum }) {
  const { application, found } = props;
  const w = useWords(words);
  const { number } = useFormats();
  const { api } = useDesk();
  const [asks, setAsks] = useState(false);
  const [answered, setAnswered] = useState<{ readonly change: ProposedChange | undefined }>();
  const action = useAction(async key => {
    const answer = await api.ask('applyWorkflowTemplate', { key, body: { ...application, apply: true } });
    setAnswered({ change: proposalOf(answer) });
    setAsks(false);
  });
  if (answered) return answered.change ? <ProposalWaits change={answered.change} /> : <p>{w.none}</p>;
  return (
    <>
      <div>
        <button type="button" class="ds-button" disabled={found.fit === 0} onClick={() => setAsks(true)}>
          {w.propose(number(found.fit))}
        </button>
      </div>
      {asks && (
        <Dialog title={w.sure(number(found.fit))} onClose={() => setAsks(false)}>
          <p>{w.effect}</p>
          <p>{w.opens(number(found.open))}</p>
          {action.error !== undefined && <Failure error={action.error} />}
          <button type="button" class="ds-button" onClick={action.run} aria-busy={action.busy}>
            {w.yes}
          </button>
        </Dialog>
      )}
    </>
  );
}
