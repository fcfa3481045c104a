import { ListEnd } from '../../parts/list-end.tsx';
import { usePages } from '../../parts/use-pages.ts';
import type { Access } from '../../wording/access-words.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useAccount } from '../account.tsx';
import { useTitle } from '../use-title.ts';
import { AccessCard } from './access-card.tsx';

const words = wording({
  vi: {
    title: 'Ai đã xem dữ liệu của tôi',
    lead: 'Mỗi lần có người xem dữ liệu cá nhân của ông/bà trong hồ sơ, hệ thống ghi lại: lúc nào, đơn vị nào, xem gì và căn cứ vào đâu. Việc ông/bà tự xem hồ sơ của mình không được ghi.',
    none: 'Chưa có ai xem dữ liệu của ông/bà.',
  },
  en: {
    title: 'Who read my data',
    lead: 'Whenever somebody sees your personal data in a dossier, it is written down: when, from which unit, what, and on which ground. Your own reading of your dossiers is not.',
    none: 'Nobody has read your data yet.',
  },
});

/** Who read the applicant's personal data, latest first. */
export function AccessPage() {
  const w = useWords(words);
  useTitle(w.title);
  const { api } = useAccount();
  const pages = usePages<Access>('', (cursor, signal) =>
    api.get('listAccessRecords', { query: { limit: 20, ...(cursor !== undefined && { cursor }) }, signal }),
  );
  return (
    <div class="stack">
      <div class="stack prose">
        <h1>{w.title}</h1>
        <p>{w.lead}</p>
      </div>
      {pages.items?.length === 0 && <p class="panel">{w.none}</p>}
      {pages.items && (
        <ul class="list cards">
          {pages.items.map(record => (
            <AccessCard key={record.requestId + record.at} record={record} />
          ))}
        </ul>
      )}
      <ListEnd pages={pages} />
    </div>
  );
}
