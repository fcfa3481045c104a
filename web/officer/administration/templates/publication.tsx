import type { TemplateReport } from '../../../api/generated.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { sumOf } from './portions.ts';
import { TemplateRows } from './template-rows.tsx';

const words = wording({
  vi: {
    title: 'Kết quả ban hành',
    counts: (fit: string, open: string) =>
      `Đã ban hành cho ${fit} thủ tục; ${open} thủ tục trong số đó đang tiếp nhận hồ sơ.`,
    refused: (refused: string) => `Không ban hành được cho ${refused} thủ tục.`,
    kept: (kept: string) => `${kept} thủ tục vừa có quy trình khác nên giữ nguyên.`,
  },
  en: {
    title: 'What was published',
    counts: (fit: string, open: string) => `Published for ${fit} procedures; ${open} of them take dossiers.`,
    refused: (refused: string) => `It could not be published for ${refused} procedures.`,
    kept: (kept: string) => `${kept} procedures have got another workflow meanwhile, and keep it.`,
  },
});

/** What the API answered to the publication, so far. */
export function Publication({ reports }: { readonly reports: readonly TemplateReport[] }) {
  const w = useWords(words);
  const { number } = useFormats();
  const { rows, fit, open, refused, kept } = sumOf(reports);
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      <div role="status">
        <p>{w.counts(number(fit), number(open))}</p>
        {refused > 0 && <p>{w.refused(number(refused))}</p>}
        {kept > 0 && <p>{w.kept(number(kept))}</p>}
      </div>
      {refused > 0 && <TemplateRows rows={rows} />}
    </section>
  );
}
