import type { TemplateApplication, TemplateReport } from '../../../api/generated.ts';
import { Failure } from '../../../parts/failure.tsx';
import { useWords, wording } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { sumOf } from './portions.ts';
import { ProposeTemplate } from './propose-template.tsx';
import { TemplateRows } from './template-rows.tsx';
import type { Portions } from './use-portions.ts';

const words = wording({
  vi: {
    check: 'Kiểm tra, chưa ban hành',
    goOn: 'Kiểm tra tiếp',
    stop: 'Dừng',
    title: 'Kết quả kiểm tra',
    seen: (seen: string) => `Đã xét ${seen} thủ tục.`,
    fit: (fit: string, open: string) =>
      `${fit} phù hợp; ${open} trong số đó sẽ tiếp nhận hồ sơ khi có quy trình này.`,
    refused: (refused: string) => `${refused} không phù hợp.`,
    kept: (kept: string) => `${kept} đã có quy trình nên giữ nguyên.`,
  },
  en: {
    check: 'Check, without publishing',
    goOn: 'Go on checking',
    stop: 'Stop',
    title: 'What the check found',
    seen: (seen: string) => `${seen} procedures were looked at.`,
    fit: (fit: string, open: string) => `It fits ${fit}; ${open} of them will take dossiers with it.`,
    refused: (refused: string) => `It does not fit ${refused}.`,
    kept: (kept: string) => `${kept} have a workflow and keep it.`,
  },
});

/** Tries a template on the procedures and shows the report; then the way to proposing it. */
export function Check(props: {
  readonly application: TemplateApplication;
  readonly check: Portions<TemplateReport>;
}) {
  const { application, check } = props;
  const w = useWords(words);
  const { number } = useFormats();
  const found = sumOf(check.reports);
  const begun = check.reports.length > 0;
  return (
    <>
      <div class="row">
        <button
          type="button"
          class="ds-button"
          {...(check.ended && { 'data-variant': 'secondary' })}
          onClick={check.run}
          aria-busy={check.busy}
        >
          {begun && !check.ended ? w.goOn : w.check}
        </button>
        {check.busy && (
          <button type="button" class="ds-button" data-variant="secondary" onClick={check.stop}>
            {w.stop}
          </button>
        )}
      </div>
      {check.error !== undefined && <Failure error={check.error} />}
      <p role="status">{begun && w.seen(number(found.seen))}</p>
      {begun && (
        <section class="panel stack">
          <h2>{w.title}</h2>
          <ul>
            <li>{w.fit(number(found.fit), number(found.open))}</li>
            {found.refused > 0 && <li>{w.refused(number(found.refused))}</li>}
            {found.kept > 0 && <li>{w.kept(number(found.kept))}</li>}
          </ul>
          {found.rows.length > 0 && <TemplateRows rows={found.rows} />}
        </section>
      )}
      {check.ended && (
        <ProposeTemplate key={JSON.stringify(application)} application={application} found={found} />
      )}
    </>
  );
}
