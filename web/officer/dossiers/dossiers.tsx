import './dossiers.css';
import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { watches } from '../watches.ts';
import { addressOf, asSeenBy, filtersOf } from './dossier-filters.ts';
import { DossierList } from './dossier-list.tsx';
import { FilterForm } from './filter-form.tsx';
import { Search } from './search.tsx';
import { words } from './words.ts';

/** Finding dossiers: by one box for whatever is known, or by a list with filters. */
export function Dossiers() {
  const w = useWords(words);
  const { me } = useDesk();
  const { query, route } = useLocation();
  const filters = useMemo(() => filtersOf(query), [query]);
  const asked = useMemo(() => asSeenBy(me, filters), [me, filters]);
  return (
    <div class="stack">
      <h1>{w.title}</h1>
      <Search />
      <section class="stack" aria-labelledby="list">
        <h2 id="list">{w.list}</h2>
        <FilterForm filters={filters} everywhere={watches(me.roles)} go={next => route(addressOf(next))} />
        <DossierList filters={asked} />
      </section>
    </div>
  );
}
