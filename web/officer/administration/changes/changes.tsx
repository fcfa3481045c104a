import { Failure } from '../../../parts/failure.tsx';
import { Mark } from '../../../parts/mark.tsx';
import { useAnswer } from '../../../parts/use-answer.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';
import { Pager, usePaging } from '../paging.tsx';
import { changeNames, levelOf } from './kinds.ts';

const words = wording({
  vi: {
    title: 'Đề nghị thay đổi',
    about: 'Thay đổi ảnh hưởng đến nhiều hồ sơ chỉ có hiệu lực khi một người quản trị khác xác nhận.',
    none: 'Chưa có đề nghị nào.',
    by: (who: string, when: string) => `${who} đề nghị lúc ${when}`,
    until: (when: string) => `xác nhận trước ${when}`,
    touches: (count: string) => `${count} hồ sơ đang giải quyết liên quan`,
  },
  en: {
    title: 'Proposed changes',
    about: 'A change that touches many dossiers takes effect once another administrator confirms it.',
    none: 'Nothing has been proposed.',
    by: (who: string, when: string) => `Proposed by ${who} at ${when}`,
    until: (when: string) => `to be confirmed before ${when}`,
    touches: (count: string) => `touches ${count} open dossiers`,
  },
});

/** The changes that wait for a second administrator, and those that no longer do; newest first. */
export function Changes() {
  const w = useWords(words);
  const names = useWords(changeNames);
  const { instant, number } = useFormats();
  const { api } = useDesk();
  const paging = usePaging();
  const { body, error, reload } = useAnswer(
    api,
    'listProposedChanges',
    { query: { limit: 30, ...paging.query } },
    { every: 20_000 },
  );
  return (
    <section class="stack">
      <h1>{w.title}</h1>
      <p class="note">{w.about}</p>
      {error !== undefined && <Failure error={error} again={reload} />}
      {body?.items.length === 0 && <p>{w.none}</p>}
      <ul class="stack plain-list">
        {body?.items.map(change => (
          <li key={change.id} class="panel stack">
            <div class="row apart">
              <h2>
                <a class="ds-link" href={`/officer/administration/changes/${change.id}`}>
                  {change.about}
                </a>
              </h2>
              <Mark level={levelOf[change.status]}>{names.statuses[change.status]}</Mark>
            </div>
            <p class="note">
              {names.kinds[change.kind]} · {w.touches(number(change.preview.dossiers))} ·{' '}
              {w.by(change.proposedBy, instant(change.proposedAt))}
              {change.status === 'proposed' && `, ${w.until(instant(change.confirmBefore))}`}
            </p>
          </li>
        ))}
      </ul>
      <Pager paging={paging} next={body?.nextCursor} />
    </section>
  );
}
