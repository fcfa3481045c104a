import { ListEnd } from '../../parts/list-end.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { BatchCard } from './batch-card.tsx';
import { words } from './words.ts';

/** The batches of a unit, the newest first. */
export function Batches(props: {
  readonly unit: string;
  readonly turn: number;
  readonly onChanged: () => void;
}) {
  const { unit, turn, onChanged } = props;
  const w = useWords(words);
  const { api } = useDesk();
  const pages = usePages(String(turn), (cursor, signal) =>
    api.get('listArchiveBatches', {
      params: { code: unit },
      query: { limit: 20, ...(cursor !== undefined && { cursor }) },
      signal,
    }),
  );
  return (
    <section class="stack">
      <h2>{w.batches}</h2>
      {pages.items?.length === 0 && <p class="panel">{w.noBatches}</p>}
      <ul class="list exports">
        {pages.items?.map(batch => (
          <BatchCard key={`${turn}.${batch.id}`} batch={batch} onChanged={onChanged} />
        ))}
      </ul>
      <ListEnd pages={pages} />
    </section>
  );
}
