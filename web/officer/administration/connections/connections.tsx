import { Failure } from '../../../parts/failure.tsx';
import { useAnswer } from '../../../parts/use-answer.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useDesk } from '../../desk.tsx';
import { ConnectionPanel } from './connection-panel.tsx';
import { Findings } from './findings.tsx';

const words = wording({
  vi: { title: 'Tình trạng kết nối', none: 'Chưa có kết nối nào gửi dữ liệu.' },
  en: { title: 'Connections', none: 'No connection has sent anything yet.' },
});

/** The health of the connections to outside parties, and what the nightly comparison found. */
export function Connections() {
  const w = useWords(words);
  const { api } = useDesk();
  const { body, error, reload } = useAnswer(api, 'listConnections', {}, { every: 15_000 });
  return (
    <section class="stack">
      <h1>{w.title}</h1>
      {error !== undefined && <Failure error={error} again={reload} />}
      {body?.items.length === 0 && <p>{w.none}</p>}
      <ul class="stack plain-list">
        {body?.items.map(each => (
          <li key={each.party}>
            <ConnectionPanel connection={each} onChanged={reload} />
          </li>
        ))}
      </ul>
      <Findings />
    </section>
  );
}
