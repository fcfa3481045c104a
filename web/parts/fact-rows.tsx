import type { ComponentChildren } from 'preact';

/** What something is, and what is known of it. */
export type Fact = readonly [name: string, text: ComponentChildren];

/** Rows of a list of facts (`dl`), beside those that a page writes itself. */
export function FactRows({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <>
      {facts.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </>
  );
}
