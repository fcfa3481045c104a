import { useState } from 'preact/hooks';
import type { Answer } from '../../../api/client.ts';
import type { ProposedChange, WorkCalendarOutput } from '../../../api/generated.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useDesk } from '../../desk.tsx';
import { proposalOf } from '../proposal.ts';
import { ProposalWaits } from '../proposal-waits.tsx';
import { Moved } from './moved.tsx';

const words = wording({
  vi: {
    save: 'Lưu nháp và xem ngày hẹn nào thay đổi',
    publish: 'Đề nghị ban hành',
    sure: 'Đề nghị ban hành lịch này?',
    effect:
      'Lịch áp dụng cho toàn tỉnh khi người quản trị thứ hai xác nhận. Ngày hẹn trả đã báo chưa đổi theo.',
    done: 'Lịch đã được ban hành.',
  },
  en: {
    save: 'Save the draft and see which dates would move',
    publish: 'Propose to publish',
    sure: 'Propose to publish this calendar?',
    effect:
      'It is in force for the province once a second administrator confirms. Promised dates stay as told.',
    done: 'The calendar is published.',
  },
});

/** Saves the draft, lists the promised dates that it would move, and proposes to publish it. */
export function DraftActions(props: { readonly work: WorkCalendarOutput; readonly onSaved: () => void }) {
  const { work, onSaved } = props;
  const w = useWords(words);
  const { api } = useDesk();
  const [report, setReport] = useState<Answer<'replan'>>();
  const [asks, setAsks] = useState(false);
  const [change, setChange] = useState<ProposedChange>();
  const [published, setPublished] = useState(false);
  const save = useAction(async key => {
    await api.get('saveWorkCalendarDraft', { key, body: work });
    setReport(
      await api.get('replan', { body: { cause: { kind: 'workCalendar', version: 'draft' }, limit: 100 } }),
    );
    onSaved();
  });
  const publish = useAction(async key => {
    const answered = await api.ask('publishWorkCalendar', { key, body: work });
    setChange(proposalOf(answered));
    setPublished(answered.status !== 202);
    setAsks(false);
  });
  return (
    <div class="stack">
      <div class="row">
        <button type="button" class="ds-button" onClick={save.run} aria-busy={save.busy}>
          {w.save}
        </button>
        <button type="button" class="ds-button" data-variant="secondary" onClick={() => setAsks(true)}>
          {w.publish}
        </button>
      </div>
      {save.error !== undefined && <Failure error={save.error} />}
      {report && <Moved report={report} />}
      {change && <ProposalWaits change={change} />}
      <p role="status">{published && w.done}</p>
      {asks && (
        <Dialog title={w.sure} onClose={() => setAsks(false)}>
          <p>{w.effect}</p>
          {publish.error !== undefined && <Failure error={publish.error} />}
          <button type="button" class="ds-button" onClick={publish.run} aria-busy={publish.busy}>
            {w.publish}
          </button>
        </Dialog>
      )}
    </div>
  );
}
