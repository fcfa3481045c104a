import type { ComponentChildren } from 'preact';

/** A table of sums, which scrolls in its own place where the window is narrow. */
export function WideTable({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard.
    <section class="table-scroll" tabIndex={0} aria-label={label}>
      <table class="ds-table sums">{children}</table>
    </section>
  );
}
