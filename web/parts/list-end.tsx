import { useWords, wording } from '../wording/language.tsx';
import { Failure } from './failure.tsx';
import type { Pages } from './use-pages.ts';

const words = wording({
  vi: { more: 'Xem thêm', loading: 'Đang tải…' },
  en: { more: 'Show more', loading: 'Loading …' },
});

/** The end of a list read page by page: that it is loading, what failed, or the way to more. */
export function ListEnd({ pages }: { readonly pages: Pages<unknown> }) {
  const w = useWords(words);
  if (pages.error !== undefined) return <Failure error={pages.error} again={pages.more} />;
  if (pages.busy)
    return (
      <p class="note" role="status">
        {w.loading}
      </p>
    );
  if (!pages.hasMore) return null;
  return (
    <div>
      <button type="button" class="ds-button" data-variant="secondary" onClick={pages.more}>
        {w.more}
      </button>
    </div>
  );
}
