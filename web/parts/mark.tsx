import type { ComponentChildren } from 'preact';

export type Level = 'plain' | 'good' | 'soon' | 'late' | 'very-late';

/** A word with a colour of its urgency; the word says it all. */
export function Mark({ level, children }: { readonly level: Level; readonly children: ComponentChildren }) {
  return (
    <span class="mark" data-level={level}>
      {children}
    </span>
  );
}
