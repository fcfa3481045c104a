import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface LongListProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** Height of every row, in rem. */
  readonly rowHeight: number;
  readonly row: (item: Item, index: number) => ComponentChildren;
  /** Told how many items are on the screen or before it, whenever that changes. */
  readonly onSeen?: (count: number) => void;
  /** An item that must be drawn and brought into view; undefined for none. */
  readonly shown?: number | undefined;
}

/** Rows drawn beyond the screen, above and below. */
const MARGIN = 8;

/**
 * A list of any length in the page's own scroll: only the rows near the screen are drawn, all of one height. Twenty
 * thousand rows cost as much as forty.
 */
export function LongList<Item>({ label, items, keyOf, rowHeight, row, onSeen, shown }: LongListProps<Item>) {
  const list = useRef<HTMLOListElement>(null);
  const [range, setRange] = useState({ from: 0, to: 30 });
  const pixels = rowHeight * rootSize();

  useLayoutEffect(() => {
    const look = () => {
      const top = list.current?.getBoundingClientRect().top ?? 0;
      const from = Math.max(0, Math.floor(-top / pixels) - MARGIN);
      const to = Math.max(from, Math.ceil((innerHeight - top) / pixels) + MARGIN);
      setRange(before => (before.from === from && before.to === to ? before : { from, to }));
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [pixels, items.length === 0]);

  useEffect(() => onSeen?.(Math.min(range.to, items.length)), [range, items.length, onSeen]);

  useLayoutEffect(() => {
    if (shown === undefined || !list.current) return;
    const top = list.current.getBoundingClientRect().top + shown * pixels;
    if (top < 80) scrollBy({ top: top - 80 });
    else if (top + pixels > innerHeight) scrollBy({ top: top + pixels - innerHeight + 16 });
  }, [shown, pixels]);

  const from = Math.min(range.from, items.length);
  const to = Math.min(range.to, items.length);
  return (
    <ol class="long-list" aria-label={label} ref={list} style={{ height: `${items.length * pixels}px` }}>
      {items.slice(from, to).map((item, offset) => {
        const index = from + offset;
        return (
          <li
            key={keyOf(item)}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            style={{ top: `${index * pixels}px`, height: `${pixels}px` }}
          >
            {row(item, index)}
          </li>
        );
      })}
    </ol>
  );
}

const rootSize = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
