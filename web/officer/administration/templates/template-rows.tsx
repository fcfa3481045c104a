import { useState } from 'preact/hooks';
import { ChoiceField } from '../../../parts/field.tsx';
import { ListEnd } from '../../../parts/list-end.tsx';
import { Mark } from '../../../parts/mark.tsx';
import { useWords, wording } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import type { TemplateRow } from './portions.ts';

const words = wording({
  vi: {
    show: 'Hiện',
    all: 'Tất cả',
    kinds: { clean: 'Phù hợp', warned: 'Phù hợp, có lưu ý', refused: 'Không phù hợp' },
    closed: (why: string) => `Chưa tiếp nhận hồ sơ: ${why}`,
    none: 'Không có thủ tục nào.',
  },
  en: {
    show: 'Show',
    all: 'All',
    kinds: { clean: 'Fits', warned: 'Fits, with warnings', refused: 'Does not fit' },
    closed: (why: string) => `Takes no dossiers: ${why}`,
    none: 'There is no procedure.',
  },
});

const kinds = ['clean', 'warned', 'refused'] as const;
const levels = { clean: 'good', warned: 'soon', refused: 'late' } as const;
const kindOf = ({ outcome, warnings }: TemplateRow) =>
  outcome === 'refused' ? 'refused' : warnings.length > 0 ? 'warned' : 'clean';
const STEP = 50;

/** The procedures of a report, those of one kind if wanted, with what the API says of each. */
export function TemplateRows({ rows }: { readonly rows: readonly TemplateRow[] }) {
  const w = useWords(words);
  const { number } = useFormats();
  const [kind, setKind] = useState('');
  const [length, setLength] = useState(STEP);
  const count = (of: string) => number(rows.filter(row => kindOf(row) === of).length);
  const meant = rows.filter(row => kind === '' || kindOf(row) === kind);
  return (
    <>
      <ChoiceField
        label={w.show}
        value={kind}
        onValue={value => {
          setKind(value);
          setLength(STEP);
        }}
        options={[
          { value: '', text: `${w.all} (${number(rows.length)})` },
          ...kinds.map(value => ({ value, text: `${w.kinds[value]} (${count(value)})` })),
        ]}
      />
      {meant.length === 0 && <p>{w.none}</p>}
      <ul class="stack plain-list">
        {meant.slice(0, length).map(row => (
          <li key={row.code}>
            <Mark level={levels[kindOf(row)]}>{w.kinds[kindOf(row)]}</Mark> {row.name}{' '}
            <span class="note">{row.code}</span>
            {row.refusedBecause && <p>{row.refusedBecause.message}</p>}
            {row.closedBecause !== null && <p>{w.closed(row.closedBecause)}</p>}
            {row.warnings.length > 0 && (
              <ul>
                {row.warnings.map(({ code, message }) => (
                  <li key={code + message}>{message}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <ListEnd
        pages={{
          items: meant,
          error: undefined,
          busy: false,
          hasMore: meant.length > length,
          more: () => setLength(length + STEP),
        }}
      />
    </>
  );
}
