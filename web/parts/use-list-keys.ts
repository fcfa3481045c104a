import { useEffect, useState } from 'preact/hooks';

/** The row that the keys are at; undefined until a key was used. */
export interface ListKeys {
  readonly index: number | undefined;
}

const writes = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, dialog, [contenteditable]') !== null;

/** `j` and `k` go down and up, `x` chooses, `/` goes to the filter. Keys that are written somewhere are left alone. */
export function useListKeys(list: {
  readonly count: number;
  readonly choose: (index: number) => void;
}): ListKeys {
  const [index, setIndex] = useState<number>();
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || writes(event.target)) return;
      const last = list.count - 1;
      if (event.key === 'j') setIndex(before => Math.min(last, (before ?? -1) + 1));
      else if (event.key === 'k') setIndex(before => Math.max(0, (before ?? 1) - 1));
      else if (event.key === 'x' && index !== undefined) list.choose(index);
      else if (event.key === '/') document.querySelector<HTMLElement>('[data-slash]')?.focus();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [list.count, list.choose, index]);
  return { index: index !== undefined && index < list.count ? index : undefined };
}
