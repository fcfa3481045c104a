import type { UnsettledAtGateway } from '../../../api/generated.ts';
import { Mark } from '../../../parts/mark.tsx';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { words as shared } from '../words.ts';
import { words } from './words.ts';

/** How much waits at a gateway, since when, and how much of it too long. */
export function AtGateway({ sums }: { readonly sums: UnsettledAtGateway }) {
  const w = useWords(words);
  const { gateways } = useWords(shared);
  const { dong, number } = useFormats();
  const { gateway, count, amount, oldestDays, overdue } = sums;
  return (
    <section class="panel stack">
      <div>
        <strong>{gateways[gateway]}</strong>
        <br />
        {w.sum(number(count), dong(amount))}
        {oldestDays !== null && <span class="note"> · {w.oldest(oldestDays)}</span>}
      </div>
      {overdue.count > 0 && (
        <div>
          <Mark level="late">{w.overdueSum(number(overdue.count), dong(overdue.amount))}</Mark>
        </div>
      )}
    </section>
  );
}
