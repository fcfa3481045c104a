import { useState } from 'preact/hooks';
import type { ImportedRow } from '../../../api/generated.ts';
import { ChoiceField } from '../../../parts/field.tsx';
import { Mark } from '../../../parts/mark.tsx';
import { useWords, wording } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';

const words = wording({
  vi: {
    title: 'Kết quả từng dòng',
    show: 'Hiện',
    all: 'Tất cả',
    outcomes: { accepted: 'Đã nhận', acceptedWithWarnings: 'Đã nhận, có lưu ý', refused: 'Bị từ chối' },
    changes: { new: 'mới', changed: 'có thay đổi', unchanged: 'không thay đổi', none: 'không ghi' },
    row: (index: string) => `Dòng ${index}`,
  },
  en: {
    title: 'Row by row',
    show: 'Show',
    all: 'All',
    outcomes: { accepted: 'Accepted', acceptedWithWarnings: 'Accepted with warnings', refused: 'Refused' },
    changes: { new: 'new', changed: 'changed', unchanged: 'unchanged', none: 'not recorded' },
    row: (index: string) => `Row ${index}`,
  },
});

const outcomes = ['accepted', 'acceptedWithWarnings', 'refused'] as const;
const levels = { accepted: 'good', acceptedWithWarnings: 'soon', refused: 'late' } as const;

/** What became of each row of an import, with the reasons of the API. */
export function ImportReport({ rows }: { readonly rows: readonly ImportedRow[] }) {
  const w = useWords(words);
  const { number } = useFormats();
  const [outcome, setOutcome] = useState('');
  const count = (of: string) => number(rows.filter(row => row.outcome === of).length);
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      <ChoiceField
        label={w.show}
        value={outcome}
        onValue={setOutcome}
        options={[
          { value: '', text: `${w.all} (${number(rows.length)})` },
          ...outcomes.map(value => ({ value, text: `${w.outcomes[value]} (${count(value)})` })),
        ]}
      />
      <ul class="stack plain-list">
        {rows
          .filter(row => outcome === '' || row.outcome === outcome)
          .map(row => (
            <li key={row.index}>
              <Mark level={levels[row.outcome]}>{w.outcomes[row.outcome]}</Mark>{' '}
              {w.row(number(row.index + 1))}: {row.code ?? '–'}, {w.changes[row.change]}
              {row.refusedBecause !== null && <p>{row.refusedBecause}</p>}
              {row.warnings.length > 0 && (
                <ul>
                  {row.warnings.map(({ code, field, message }) => (
                    <li key={code + field}>{message}</li>
                  ))}
                </ul>
              )}
            </li>
          ))}
      </ul>
    </section>
  );
}
