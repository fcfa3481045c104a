import { ListEnd } from '../../parts/list-end.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { DrawerCard } from './drawer-card.tsx';
import { words } from './words.ts';

/** The drawers that the officer may see, the newest first: of a leader all of the unit. */
export function DrawerList({ unit, onChanged }: { readonly unit: string; readonly onChanged: () => void }) {
  const w = useWords(words);
  const { api, is } = useDesk();
  const pages = usePages(unit, (cursor, signal) =>
    api.get('listDrawers', {
      params: { code: unit },
      query: { limit: 50, ...(cursor !== undefined && { cursor }) },
      signal,
    }),
  );
  const all = is('leader');
  // One’s own that is open is shown above.
  const shown = pages.items?.filter(({ closing }) => all || closing !== null);
  return (
    <section class="stack">
      <h2>{all ? w.past : w.minePast}</h2>
      {shown?.length === 0 && !pages.hasMore && <p class="panel">{w.none}</p>}
      <ul class="list">
        {shown?.map(drawer => (
          <DrawerCard key={drawer.id} drawer={drawer} onChanged={onChanged} />
        ))}
      </ul>
      <ListEnd pages={pages} />
    </section>
  );
}
