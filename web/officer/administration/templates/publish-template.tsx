import { useState } from 'preact/hooks';
import type { TemplateApplication, TemplateReport } from '../../../api/generated.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { useWords, wording } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';
import { publications, type Sum, sumOf } from './portions.ts';
import { Publication } from './publication.tsx';
import { usePortions } from './use-portions.ts';

const words = wording({
  vi: {
    publish: (count: string) => `Ban hành cho ${count} thủ tục phù hợp`,
    sure: (count: string) => `Ban hành quy trình mẫu cho ${count} thủ tục?`,
    effect: 'Quy trình áp dụng ngay cho hồ sơ mới của các thủ tục này. Hồ sơ đã nhận vẫn theo bản cũ.',
    opens: (count: string) => `Sau đó ${count} thủ tục tiếp nhận hồ sơ.`,
    yes: 'Ban hành',
    goOn: 'Ban hành tiếp',
    progress: (done: string, all: string) => `Đã gửi ${done} trên ${all} thủ tục.`,
    stop: 'Dừng',
  },
  en: {
    publish: (count: string) => `Publish for the ${count} that fit`,
    sure: (count: string) => `Publish the template for ${count} procedures?`,
    effect: 'It applies to their new dossiers at once. Dossiers that came in keep their workflow.',
    opens: (count: string) => `${count} procedures take dossiers then.`,
    yes: 'Publish',
    goOn: 'Go on publishing',
    progress: (done: string, all: string) => `${done} of ${all} procedures were sent.`,
    stop: 'Stop',
  },
});

/** Publishes a template for the procedures that a report found to fit, after asking, portion by portion. */
export function PublishTemplate(props: { readonly application: TemplateApplication; readonly found: Sum }) {
  const { application, found } = props;
  const w = useWords(words);
  const { number } = useFormats();
  const { api } = useDesk();
  const [asks, setAsks] = useState(false);
  const orders = publications(application, found.rows);
  const run = usePortions<TemplateReport>(JSON.stringify(orders), async (before, key) => {
    const body = orders[before.length];
    if (!body) throw new RangeError('nothing to publish');
    const report = await api.get('applyWorkflowTemplate', { key, body });
    return { report, last: before.length + 1 === orders.length };
  });
  const begun = run.reports.length > 0;
  const publish = () => {
    setAsks(false);
    void run.run();
  };
  return (
    <>
      {!run.ended && (
        <div class="row">
          <button
            type="button"
            class="ds-button"
            disabled={found.fit === 0}
            aria-busy={run.busy}
            onClick={() => (begun ? publish() : setAsks(true))}
          >
            {begun ? w.goOn : w.publish(number(found.fit))}
          </button>
          {run.busy && (
            <button type="button" class="ds-button" data-variant="secondary" onClick={run.stop}>
              {w.stop}
            </button>
          )}
        </div>
      )}
      <p role="status">
        {(run.busy || begun) && !run.ended && w.progress(number(sumOf(run.reports).seen), number(found.fit))}
      </p>
      {asks && (
        <Dialog title={w.sure(number(found.fit))} onClose={() => setAsks(false)}>
          <p>{w.effect}</p>
          <p>{w.opens(number(found.open))}</p>
          <button type="button" class="ds-button" onClick={publish}>
            {w.yes}
          </button>
        </Dialog>
      )}
      {run.error !== undefined && <Failure error={run.error} />}
      {begun && <Publication reports={run.reports} />}
    </>
  );
}
