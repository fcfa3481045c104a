import type { ComponentChildren } from 'preact';

/** A box to tick, with what it means beside it; the whole line can be clicked. */
export function CheckField(props: {
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
  /** What else is to be known before it is ticked. */
  readonly note?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <label class="row check">
      <input
        class="ds-input"
        type="checkbox"
        checked={props.checked}
        onChange={event => props.onChecked(event.currentTarget.checked)}
      />
      <span>
        {props.children} {props.note !== undefined && <span class="note">{props.note}</span>}
      </span>
    </label>
  );
}
