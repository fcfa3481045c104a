import type { Bill as MadeBill } from '../api/generated.ts';
import { useWords, wording } from '../wording/language.tsx';
import { useFormats } from '../wording/use-formats.ts';

const words = wording({
  vi: { full: 'Theo quy định', relief: 'Được miễn, giảm', due: 'Phải nộp' },
  en: { full: 'In full', relief: 'Relief', due: 'Due' },
});

/** What an amount is made of: each line in full, what the law takes off it and by which ground, and what is left. */
export function Bill({ bill }: { readonly bill: MadeBill }) {
  const w = useWords(words);
  const { dong } = useFormats();
  if (bill.lines.length < 2 && bill.relieved === 0) return null;
  return (
    <>
      <ul>
        {bill.lines.map(({ code, name, count, full, relief, ground, due }) => (
          <li key={code}>
            {name}
            {count !== undefined && ` × ${count}`}: {dong(full)}
            {relief > 0 && (
              <>
                {' '}
                – {dong(relief)} = <strong>{dong(due)}</strong> <span class="note">({ground})</span>
              </>
            )}
          </li>
        ))}
      </ul>
      {bill.relieved > 0 && (
        <p>
          {w.full}: {dong(bill.full)} · {w.relief}: {dong(bill.relieved)} · {w.due}:{' '}
          <strong>{dong(bill.due)}</strong>
        </p>
      )}
    </>
  );
}
