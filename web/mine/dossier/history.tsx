import { useState } from 'preact/hooks';
import { HistoryEntry } from '../../history/history-entry.tsx';
import { isInternal } from '../../history/history-facts.ts';
import type { Entry } from '../../history/history-words.ts';
import { ListEnd } from '../../parts/list-end.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useAccount, useUnitName } from '../account.tsx';
import { OpenedDetails } from '../opened-details.tsx';
import type { Dossier } from './dossier-page.tsx';

const words = wording({
  vi: {
    title: 'Hồ sơ đã qua những bước nào',
    internal: (count: number) =>
      `Hiện cả ${count} ghi nhận nội bộ (phân công, cảnh báo hạn, tiến trình tự động)`,
  },
  en: {
    title: 'What happened so far',
    internal: (count: number) => `Show the ${count} internal entries, too (assignments, alarms, machine)`,
  },
});

/** The history of the dossier, in words. */
export function History({ dossier }: { readonly dossier: Dossier }) {
  const w = useWords(words);
  return (
    <section class="panel">
      <OpenedDetails summary={w.title}>
        {() => <Entries key={dossier.version} code={dossier.code} version={dossier.version} />}
      </OpenedDetails>
    </section>
  );
}

function Entries({ code, version }: { readonly code: string; readonly version: number }) {
  const w = useWords(words);
  const { api } = useAccount();
  const unitName = useUnitName();
  const [all, setAll] = useState(false);
  const pages = usePages<Entry>(`${code} ${version}`, (cursor, signal) =>
    api.get('getHistory', {
      params: { code },
      query: { limit: 100, ...(cursor !== undefined && { cursor }) },
      signal,
    }),
  );
  const entries = pages.items ?? [];
  const internal = entries.filter(isInternal).length;
  return (
    <div class="stack">
      <ol class="history">
        {entries.map(
          entry =>
            (all || !isInternal(entry)) && <HistoryEntry key={entry.seq} entry={entry} unitName={unitName} />,
        )}
      </ol>
      {internal > 0 && (
        <div class="choices">
          <label>
            <input type="checkbox" checked={all} onChange={event => setAll(event.currentTarget.checked)} />
            {w.internal(internal)}
          </label>
        </div>
      )}
      <ListEnd pages={pages} />
    </div>
  );
}
