import { useEffect, useState } from 'preact/hooks';
import { Failure } from '../../parts/failure.tsx';
import { dayInVietNam } from '../../wording/day-in-viet-nam.ts';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import { type HandedOver, receivedOn } from './handed-over.ts';
import { words } from './words.ts';

/** What the unit took in today on paper, with the cash: a list that who gives and who takes both sign. */
export function Day() {
  const w = useWords(words);
  const { api, me } = useDesk();
  const { day, dong, time } = useFormats();
  const today = dayInVietNam(new Date());
  const [received, setReceived] = useState<readonly HandedOver[]>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    receivedOn(api, me.unit?.code ?? '', today)
      .then(setReceived)
      .catch(setError);
  }, [api, me.unit?.code, today]);
  const cash = (received ?? []).reduce((sum, each) => sum + each.cash, 0);
  return (
    <article class="stack receipt">
      <p class="no-print">
        <a class="ds-link" href="/officer/counter">
          ← {w.back}
        </a>
      </p>
      <h1>{w.dayTitle}</h1>
      <p>
        {me.unit?.name} · {w.dayOf} {day(today)}
      </p>
      {error !== undefined && <Failure error={error} />}
      {!received && error === undefined && <p role="status">{w.loading}</p>}
      {received?.length === 0 && <p>{w.dayNone}</p>}
      {received && received.length > 0 && (
        <>
          <div class="table-scroll">
            <table class="ds-table hand-over">
              <thead>
                <tr>
                  <th scope="col">{w.code}</th>
                  <th scope="col" class="long">
                    {w.whose}
                  </th>
                  <th scope="col">{w.paperCount}</th>
                  <th scope="col">{w.channel}</th>
                  <th scope="col">{w.paid}</th>
                </tr>
              </thead>
              <tbody>
                {received.map(each => (
                  <tr key={each.code}>
                    <td>
                      <a class="ds-link" href={`/officer/dossiers/${each.code}`}>
                        {each.code}
                      </a>
                      <br />
                      <span class="note">{time(each.submittedAt)}</span>
                    </td>
                    <td class="long">
                      {each.name}
                      <br />
                      <span class="note">{each.procedure.name}</span>
                    </td>
                    <td>{each.papers}</td>
                    <td>{each.channel === 'online' ? '' : w.channels[each.channel]}</td>
                    <td>{each.cash > 0 && dong(each.cash)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p>
            <strong>
              {w.total(received.length)}; {w.paperCount.toLowerCase()}:{' '}
              {received.reduce((sum, { papers }) => sum + papers, 0)}; {w.paid}: {dong(cash)}
            </strong>
          </p>
          <div class="signatures">
            {[w.gives, w.takes].map(side => (
              <p key={side}>
                {side}
                <br />
                <span class="note">{w.sign}</span>
              </p>
            ))}
          </div>
          <p class="no-print">
            <button type="button" class="ds-button" onClick={() => globalThis.print()}>
              {w.printList}
            </button>
          </p>
        </>
      )}
    </article>
  );
}
