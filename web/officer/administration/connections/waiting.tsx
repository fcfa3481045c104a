import { Failure } from '../../../parts/failure.tsx';
import { useAnswer } from '../../../parts/use-answer.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';
import { Pager, usePaging } from '../paging.tsx';

const words = wording({
  vi: {
    none: 'Không có hồ sơ nào đang chờ.',
    states: { waiting: 'chờ gửi', paused: 'tạm dừng', refused: 'bị từ chối' },
    since: (when: string, tries: string) => `từ ${when}, đã thử ${tries} lần`,
    letters: (count: string) => `Tin không xử lý được: khoảng ${count}`,
  },
  en: {
    none: 'No dossier waits.',
    states: { waiting: 'waits', paused: 'paused', refused: 'refused' },
    since: (when: string, tries: string) => `since ${when}, tried ${tries} times`,
    letters: (count: string) => `Dead letters: about ${count}`,
  },
});

/** The dossiers that wait for a party, and the dead letters of its worker. */
export function Waiting({ party }: { readonly party: string }) {
  const w = useWords(words);
  const { instant, number } = useFormats();
  const { api } = useDesk();
  const paging = usePaging();
  const waiting = useAnswer(api, 'listWaiting', { params: { party }, query: { limit: 20, ...paging.query } });
  const dead = useAnswer(api, 'getDeadLetters', { params: { party } });
  return (
    <>
      {waiting.error !== undefined && <Failure error={waiting.error} again={waiting.reload} />}
      {waiting.body?.items.length === 0 && <p>{w.none}</p>}
      <ul>
        {waiting.body?.items.map(each => (
          <li key={each.dossier}>
            {each.dossier}: {w.states[each.state]}, {w.since(instant(each.since), number(each.attempts))} –{' '}
            {each.reason}
          </li>
        ))}
      </ul>
      <Pager paging={paging} next={waiting.body?.nextCursor} />
      {dead.error !== undefined && <Failure error={dead.error} again={dead.reload} />}
      {dead.body && <p>{w.letters(number(dead.body.count))}</p>}
      <ul>
        {dead.body?.messages.map(({ dossier, sentAt }) => (
          <li key={`${dossier}${sentAt}`}>
            {dossier ?? '–'}, {instant(sentAt)}
          </li>
        ))}
      </ul>
    </>
  );
}
