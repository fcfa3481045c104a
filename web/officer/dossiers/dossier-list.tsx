import { ListEnd } from '../../parts/list-end.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { asQuery, type DossierFilters } from './dossier-filters.ts';
import { DossierRow } from './dossier-row.tsx';
import { words } from './words.ts';

/** The dossiers that the filters leave, page by page, and the way to have them as a file. */
export function DossierList({ filters }: { readonly filters: DossierFilters }) {
  const w = useWords(words);
  const { api } = useDesk();
  const pages = usePages(JSON.stringify(filters), (cursor, signal) =>
    api.get('listDossiers', {
      query: { ...asQuery(filters), limit: 50, ...(cursor !== undefined && { cursor }) },
      signal,
    }),
  );
  const { items } = pages;
  return (
    <>
      {items && items.length > 0 && (
        <p>
          <a class="ds-link" href={`/officer/exports?${new URLSearchParams(filters)}`}>
            {w.export}
          </a>
        </p>
      )}
      {items?.length === 0 && <p class="panel">{w.empty}</p>}
      <ul class="dossier-rows">
        {items?.map(each => (
          <DossierRow key={each.code} dossier={each} />
        ))}
      </ul>
      <ListEnd pages={pages} />
    </>
  );
}
