import type { Client } from '../api/client.ts';
import { ListEnd } from '../parts/list-end.tsx';
import { usePages } from '../parts/use-pages.ts';
import { HistoryEntry } from './history-entry.tsx';

/** What happened, newest first, in words; what the API withholds from the reader is not here. */
export function History({
  api,
  code,
  unitName,
  officerName,
}: {
  readonly api: Client;
  readonly code: string;
  readonly unitName: (code: string) => string;
  readonly officerName: (account: string) => string;
}) {
  const pages = usePages(code, (cursor, signal) =>
    api.get('getHistory', {
      params: { code },
      query: { limit: 100, ...(cursor !== undefined && { cursor }) },
      signal,
    }),
  );
  return (
    <div class="stack">
      <ol class="history">
        {pages.items?.toReversed().map(entry => (
          <HistoryEntry key={entry.seq} {...{ entry, unitName, officerName }} />
        ))}
      </ol>
      <ListEnd pages={pages} />
    </div>
  );
}
