import { Failure } from '../../parts/failure.tsx';
import { Mark } from '../../parts/mark.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import { DepositForm } from './deposit-form.tsx';
import { depositWords } from './deposit-words.ts';

/** What still lies in closed drawers (chưa nộp kho bạc), the way to say that it was paid in, and the last deposits. */
export function Deposits({ unit, onChanged }: { readonly unit: string; readonly onChanged: () => void }) {
  const w = useWords(depositWords);
  const { api, officerName } = useDesk();
  const { dong, day } = useFormats();
  const { body, error, reload } = useAnswer(api, 'listDeposits', { params: { code: unit } });
  const done = () => {
    reload();
    onChanged();
  };
  if (error !== undefined) return <Failure error={error} again={reload} />;
  if (!body) return null;
  const { undeposited, deposits } = body;
  return (
    <section class="panel stack">
      <div class="row apart">
        <h2>{w.title}</h2>
        {undeposited.count > 0 && (
          <Mark level={(undeposited.oldestDays ?? 0) > 1 ? 'late' : 'soon'}>
            {w.waits(undeposited.count, dong(undeposited.due), undeposited.oldestDays ?? 0)}
          </Mark>
        )}
      </div>
      {undeposited.count === 0 ? (
        <p class="note">{w.nothing}</p>
      ) : (
        <DepositForm key={deposits[0]?.id ?? ''} unit={unit} waiting={undeposited.items} onDone={done} />
      )}
      {deposits.length > 0 && <h3>{w.last}</h3>}
      <ul>
        {deposits.map(({ id, slip, amount, paidInOn, by, difference, reason, settledOn }) => (
          <li key={id}>
            {w.deposit(slip, dong(amount), day(paidInOn), officerName(by))}
            {difference !== 0 &&
              ` · ${w.differs(dong(Math.abs(difference)), difference > 0)}: ${reason ?? ''}`}{' '}
            <Mark level={settledOn === null ? 'soon' : 'good'}>
              {settledOn === null ? w.underWay : w.settled(day(settledOn))}
            </Mark>
          </li>
        ))}
      </ul>
    </section>
  );
}
