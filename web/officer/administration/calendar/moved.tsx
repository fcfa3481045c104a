import type { Answer } from '../../../api/client.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';

const words = wording({
  vi: {
    said: (moved: string, unchanged: string) => `${moved} ngày hẹn trả sẽ thay đổi, ${unchanged} giữ nguyên.`,
    more: 'Mới xem một phần hồ sơ; còn hồ sơ khác chưa xem.',
    none: 'không có',
  },
  en: {
    said: (moved: string, unchanged: string) => `${moved} promised dates would move, ${unchanged} would not.`,
    more: 'This is a part of the dossiers; there are more that were not looked at.',
    none: 'none',
  },
});

/** The promised dates that the draft would move. */
export function Moved({ report }: { readonly report: Answer<'replan'> }) {
  const w = useWords(words);
  const { instant, number } = useFormats();
  return (
    <div class="panel stack" role="status">
      <p>{w.said(number(report.items.length), number(report.unchanged))}</p>
      {report.nextCursor !== null && <p>{w.more}</p>}
      <ul>
        {report.items.map(({ dossier, before, after }) => (
          <li key={dossier}>
            {dossier}: {before === null ? w.none : instant(before)} →{' '}
            {after === null ? w.none : instant(after)}
          </li>
        ))}
      </ul>
    </div>
  );
}
