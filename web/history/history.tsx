import { useEffect, useState } from 'preact/hooks';
import type { Client } from '../api/client.ts';
import { Failure } from '../parts/failure.tsx';
import { useWords, wording } from '../wording/language.tsx';
import { HistoryEntry } from './history-entry.tsx';
import type { Entry } from './history-words.ts';

const words = wording({
  vi: {
    more: 'Xem thêm',
    loading: 'Đang tải…',
  },
  en: {
    more: 'More',
    loading: 'Loading…',
  },
});

/** What happened, newest first, in words; what the API withholds from the reader is not here. */
export function History({
  api,
  code,
  unitName,
}: {
  readonly api: Client;
  readonly code: string;
  readonly unitName: (code: string) => string;
}) {
  const w = useWords(words);
  const [state, setState] = useState<{ entries?: readonly Entry[]; next?: string | null; error?: unknown }>(
    {},
  );
  const load = async (cursor?: string) => {
    try {
      const page = await api.get('getHistory', {
        params: { code },
        query: { limit: 100, ...(cursor !== undefined && { cursor }) },
      });
      setState(({ entries = [] }) => ({ entries: [...entries, ...page.items], next: page.nextCursor }));
    } catch (error) {
      setState(({ error: _, ...before }) => ({ ...before, error }));
    }
  };
  useEffect(() => void load(), [api, code]);
  const { entries, next, error } = state;
  return (
    <div class="stack">
      {error !== undefined && <Failure error={error} again={() => void load(next ?? undefined)} />}
      {!entries && error === undefined && <p>{w.loading}</p>}
      <ol class="history">
        {entries?.toReversed().map(entry => (
          <HistoryEntry key={entry.seq} entry={entry} unitName={unitName} accounts />
        ))}
      </ol>
      {next && (
        <button type="button" class="ds-button" data-variant="secondary" onClick={() => void load(next)}>
          {w.more}
        </button>
      )}
    </div>
  );
}
