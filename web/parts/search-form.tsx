import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** A form that asks the server by an address: it works without script, can be bookmarked and gone back to. */
export function SearchForm(props: {
  readonly action: string;
  readonly label: string;
  readonly hint?: string;
  readonly name: string;
  readonly value: string;
  readonly submit: string;
  /** What is wrong with what was entered. */
  readonly fault?: string | undefined;
  /** Further fields. */
  readonly children?: ComponentChildren;
}) {
  const id = useId();
  const { fault, hint } = props;
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <form class="panel stack" method="get" action={props.action}>
      <div class="ds-field">
        <label class="ds-label" for={id}>
          {props.label}
        </label>
        {hint && (
          <div data-field="description" id={`${id}-hint`}>
            {hint}
          </div>
        )}
        <input
          class="ds-input"
          id={id}
          name={props.name}
          value={props.value}
          autocomplete="off"
          required
          {...(described !== '' && { 'aria-describedby': described })}
          {...(fault !== undefined && { 'aria-invalid': true })}
        />
        {fault !== undefined && (
          <p class="ds-validation-message" data-field="validation" id={`${id}-fault`}>
            {fault}
          </p>
        )}
      </div>
      {props.children}
      <div class="row">
        <button class="ds-button" type="submit">
          {props.submit}
        </button>
      </div>
    </form>
  );
}
