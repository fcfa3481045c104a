import { Failure } from '../../../parts/failure.tsx';
import { useAnswer } from '../../../parts/use-answer.ts';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';
import { isChosen, UnitPeriodFields, useUnitAndPeriod } from '../unit-period.tsx';
import { useRoomTitle } from '../use-room-title.ts';
import { words as shared } from '../words.ts';
import { ByWay, Shares } from './figure-tables.tsx';
import { words } from './words.ts';

/** How fees were paid in a period, and how long the money took: of a unit and those under it. */
export function PaymentFigures() {
  const w = useWords(words);
  const { loading } = useWords(shared);
  const { api, is } = useDesk();
  const { dong, number } = useFormats();
  const [chosen, choose] = useUnitAndPeriod();
  const { code, ...query } = chosen;
  const asked = isChosen(chosen) ? 'getPaymentStatistics' : undefined;
  const { body, error, reload } = useAnswer(api, asked, { params: { code }, query });
  useRoomTitle(w.title);
  return (
    <section class="stack">
      <h1>{w.title}</h1>
      <p class="prose">{w.lead}</p>
      <UnitPeriodFields
        value={chosen}
        onValue={choose}
        anyUnit={is('overseer', 'auditor', 'administrator')}
      />
      {error !== undefined && <Failure error={error} again={reload} />}
      {asked && !body && error === undefined && <p role="status">{loading}</p>}
      {body && (
        <>
          <div class="panel stack">
            <p>{w.payable(number(body.procedures.payable), number(body.procedures.withFee))}</p>
            <p>
              {body.dossiers.withFee === 0
                ? w.nothing
                : w.online(number(body.dossiers.paidOnline), number(body.dossiers.withFee))}
            </p>
            <p>
              {w.received}: <strong>{dong(body.received)}</strong>
            </p>
          </div>
          <ByWay figures={body} />
          <Shares figures={body} />
        </>
      )}
    </section>
  );
}
