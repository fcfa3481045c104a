import { useLocation } from 'preact-iso';
import { Failure } from '../../parts/failure.tsx';
import { ListEnd } from '../../parts/list-end.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { usePages } from '../../parts/use-pages.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useAccount } from '../account.tsx';
import { ASKING_STATES, waitsForMe } from '../asked-of-me.ts';
import { useTitle } from '../use-title.ts';
import { DossierCard, type Row } from './dossier-card.tsx';
import { NoDossiers } from './no-dossiers.tsx';

const words = wording({
  vi: {
    title: 'Hồ sơ của tôi',
    asked: 'Việc ông/bà cần làm',
    list: 'Danh sách hồ sơ',
    others: 'Các hồ sơ khác',
    shown: 'Lọc hồ sơ',
    all: 'Tất cả',
    open: 'Đang giải quyết',
    closed: 'Đã xong',
    none: 'Không có hồ sơ nào khác ở mục này.',
  },
  en: {
    title: 'My dossiers',
    asked: 'What you are asked to do',
    list: 'Dossiers',
    others: 'Other dossiers',
    shown: 'Which dossiers',
    all: 'All',
    open: 'In progress',
    closed: 'Finished',
    none: 'There are no others of these.',
  },
});

const SHOWN = ['all', 'open', 'closed'] as const;
type Shown = (typeof SHOWN)[number];

/** The applicant's own dossiers: first what waits for them, then all of them, newest first. */
export function MyDossiers() {
  const w = useWords(words);
  useTitle(w.title);
  const { api } = useAccount();
  const { query } = useLocation();
  const shown = SHOWN.find(each => each === query['show']) ?? 'all';
  const asking = useAnswer(api, 'listDossiers', { query: { handling: ASKING_STATES, limit: 50 } });
  const pages = usePages<Row>(shown, (cursor, signal) =>
    api.get('listDossiers', {
      query: {
        sort: 'submittedAt',
        order: 'desc',
        limit: 20,
        ...(shown !== 'all' && { open: shown === 'open' ? 'true' : 'false' }),
        ...(cursor !== undefined && { cursor }),
      },
      signal,
    }),
  );
  const asked = asking.body?.items.filter(waitsForMe) ?? [];
  const above = new Set(asked.map(({ code }) => code));
  const rows = pages.items?.filter(({ code }) => !above.has(code));
  const hasNone = shown === 'all' && pages.items?.length === 0;
  return (
    <div class="stack">
      <h1>{w.title}</h1>
      {asking.error !== undefined && pages.error === undefined && (
        <Failure error={asking.error} again={asking.reload} />
      )}
      {asked.length > 0 && (
        <section class="stack">
          <h2>{w.asked}</h2>
          <Cards rows={asked} />
        </section>
      )}
      {hasNone ? (
        <NoDossiers />
      ) : (
        <section class="stack">
          <h2>{asked.length > 0 ? w.others : w.list}</h2>
          <Filter shown={shown} />
          {rows && <Cards rows={rows} />}
          {rows?.length === 0 && !pages.hasMore && <p>{w.none}</p>}
          <ListEnd pages={pages} />
        </section>
      )}
    </div>
  );
}

function Cards({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <ul class="list cards">
      {rows.map(row => (
        <DossierCard key={row.code} row={row} />
      ))}
    </ul>
  );
}

/** Links and not buttons: what is shown is in the address, so that going back shows it again. */
function Filter({ shown }: { readonly shown: Shown }) {
  const w = useWords(words);
  return (
    <nav class="tabs" aria-label={w.shown}>
      {SHOWN.map(each => (
        <a
          key={each}
          href={each === 'all' ? '/mine' : `/mine?show=${each}`}
          {...(each === shown && { 'aria-current': 'true' as const })}
        >
          {w[each]}
        </a>
      ))}
    </nav>
  );
}
