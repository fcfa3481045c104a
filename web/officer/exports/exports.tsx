import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { ListEnd } from '../../parts/list-end.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { filtersOf } from '../dossiers/dossier-filters.ts';
import { ExportCard } from './export-card.tsx';
import { OrderForm } from './order-form.tsx';
import { RegisterForm } from './register-form.tsx';
import { words } from './words.ts';

/** Lists as files: ordered with a reason, made in the background, to be fetched for a day. */
export function Exports() {
  const w = useWords(words);
  const { api } = useDesk();
  const { query } = useLocation();
  const [turn, setTurn] = useState(0);
  const pages = usePages(String(turn), (cursor, signal) =>
    api.get('listExports', { query: { limit: 20, ...(cursor !== undefined && { cursor }) }, signal }),
  );
  return (
    <div class="stack">
      <h1>{w.title}</h1>
      <OrderForm filters={filtersOf(query)} onOrdered={() => setTurn(before => before + 1)} />
      <RegisterForm />
      <h2>{w.ordered}</h2>
      {pages.items?.length === 0 && <p class="panel">{w.none}</p>}
      <ul class="list exports">
        {pages.items?.map(each => (
          <ExportCard key={`${turn}.${each.id}`} first={each} />
        ))}
      </ul>
      <ListEnd pages={pages} />
    </div>
  );
}
