import { useState } from 'preact/hooks';
import { useWords, wording } from '../../wording/language.tsx';

const words = wording({
  vi: { next: 'Trang sau', first: 'Về trang đầu' },
  en: { next: 'Next page', first: 'First page' },
});

/** Where somebody is in a list that the API gives page by page. */
export function usePaging() {
  const [cursor, setCursor] = useState<string>();
  return { cursor, setCursor, query: cursor === undefined ? {} : { cursor } };
}

/** The way to the next page of a list, and back to its first. */
export function Pager(props: {
  readonly paging: ReturnType<typeof usePaging>;
  readonly next: string | null | undefined;
}) {
  const w = useWords(words);
  const { paging, next } = props;
  if (paging.cursor === undefined && !next) return null;
  return (
    <div class="row">
      {paging.cursor !== undefined && (
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          onClick={() => paging.setCursor(undefined)}
        >
          {w.first}
        </button>
      )}
      {next && (
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          onClick={() => paging.setCursor(next)}
        >
          {w.next}
        </button>
      )}
    </div>
  );
}
