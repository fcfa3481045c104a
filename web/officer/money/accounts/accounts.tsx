import { Failure } from '../../../parts/failure.tsx';
import { useAnswer } from '../../../parts/use-answer.ts';
import { useWords } from '../../../wording/language.tsx';
import { useDesk } from '../../desk.tsx';
import { isChosen, UnitPeriodFields, useUnitAndPeriod } from '../unit-period.tsx';
import { useRoomTitle } from '../use-room-title.ts';
import { words as shared } from '../words.ts';
import { AccountTable } from './account-table.tsx';
import { PendingList } from './pending-list.tsx';
import { words } from './words.ts';

/** What went into and out of the accounts of a unit in a period: of their own for leaders, of any for overseers. */
export function Accounts() {
  const w = useWords(words);
  const { loading } = useWords(shared);
  const { api, is } = useDesk();
  const [chosen, choose] = useUnitAndPeriod();
  const { code, ...query } = chosen;
  const asked = isChosen(chosen) ? 'getUnitMoney' : undefined;
  const { body, error, reload } = useAnswer(api, asked, { params: { code }, query });
  useRoomTitle(w.title);
  return (
    <section class="stack">
      <h1>{w.title}</h1>
      <p class="prose">{w.lead}</p>
      <UnitPeriodFields value={chosen} onValue={choose} anyUnit={is('overseer', 'auditor')} />
      {error !== undefined && <Failure error={error} again={reload} />}
      {asked && !body && error === undefined && <p role="status">{loading}</p>}
      {body && (
        <>
          <AccountTable money={body} />
          <PendingList pending={body.pending} />
        </>
      )}
    </section>
  );
}
