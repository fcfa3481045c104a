import type { ReconciliationTotals } from '../../../api/generated.ts';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { WideTable } from '../wide-table.tsx';
import { words as shared } from '../words.ts';
import { words } from './words.ts';

const sides = ['ours', 'gateway', 'treasury'] as const;
const rows = ['given', 'carried', 'matched', 'open'] as const;

/** The sums of the three sides beside each other. */
export function Sums({ totals }: { readonly totals: ReconciliationTotals }) {
  const w = useWords(words);
  const { count } = useWords(shared);
  const { dong, number } = useFormats();
  return (
    <WideTable label={w.sums}>
      <thead>
        <tr>
          <th scope="col">{w.what}</th>
          {sides.map(side => (
            <th key={side} scope="col">
              {w.side[side]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row}>
            <th scope="row">{w.row[row]}</th>
            {sides.map(side => (
              <td key={side}>
                {dong(totals[side][row].amount)}
                <br />
                <span class="note">{count(number(totals[side][row].count))}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
