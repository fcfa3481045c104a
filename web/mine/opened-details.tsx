import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** Something that is one click away, and asked for only by that click: a slow line does not wait for it. */
export function OpenedDetails(props: {
  readonly summary: string;
  readonly children: () => ComponentChildren;
}) {
  const [opened, setOpened] = useState(false);
  return (
    <details class="ds-details" onToggle={event => event.currentTarget.open && setOpened(true)}>
      <summary>{props.summary}</summary>
      <div>{opened && props.children()}</div>
    </details>
  );
}
