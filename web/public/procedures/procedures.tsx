import type { Answer } from '../../api/client.ts';
import { SearchForm } from '../../parts/search-form.tsx';
import { useWords } from '../../wording/language.tsx';
import type { PublicPage } from '../page.ts';
import { procedure } from './procedure.tsx';
import { words } from './words.ts';

type Listed = Answer<'listProcedures'>;

/** The procedures of the province, or those that some words find; below it, one of them. */
export const procedures: PublicPage = {
  room: 'procedures',
  async show(visit) {
    if (visit.name !== '') return procedure(visit);
    const { query, language, api } = visit;
    const q = (query['q'] ?? '').trim();
    const { cursor } = query;
    const page = await api.get('listProcedures', {
      query: { limit: 50, ...(q !== '' && { q }), ...(cursor !== undefined && { cursor }) },
    });
    return {
      title: words[language].title,
      content: <Found q={q} page={page} whole={cursor === undefined} />,
    };
  },
};

function Found({
  q,
  page,
  whole,
}: {
  readonly q: string;
  readonly page: Listed;
  /** Whether the page begins the list. */
  readonly whole: boolean;
}) {
  const w = useWords(words);
  const { items, nextCursor } = page;
  return (
    <div class="stack">
      <h1>{w.title}</h1>
      <SearchForm action="/procedures" name="q" value={q} label={w.find} hint={w.hint} submit={w.search} />
      {q !== '' && (
        <p>{items.length === 0 ? w.nothing(q) : w.found(items.length, q, whole && !nextCursor)}</p>
      )}
      <ul class="list cards">
        {items.map(each => (
          <li key={each.code}>
            <a class="ds-link" href={`/procedures/${each.code}`}>
              {each.name}
            </a>
            <span class="note">
              {each.code} · {each.field} ·{' '}
              {each.levels.map(level => w.levels[level as keyof typeof w.levels] ?? level).join(', ')} ·{' '}
              {each.onlineLevel === null ? w.online.none : w.online[each.onlineLevel]}
              {each.state === 'closed' && ` · ${w.closed}`}
            </span>
          </li>
        ))}
      </ul>
      {nextCursor && (
        <p>
          <a
            class="ds-link"
            href={`/procedures?${new URLSearchParams({ ...(q !== '' && { q }), cursor: nextCursor })}`}
          >
            {w.more}
          </a>
        </p>
      )}
    </div>
  );
}
