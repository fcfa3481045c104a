import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** What is wrong with it: shown beside it and read with it. */
  readonly fault?: string | undefined;
  readonly children: (attributes: {
    readonly id: string;
    readonly 'aria-describedby'?: string;
    readonly 'aria-invalid'?: true;
  }) => JSX.Element;
}

/** A labelled field with its hint and fault. The control is given what ties it to them. */
export function Field({ label, hint, fault, children }: FieldProps) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, fault !== undefined && `${id}-fault`].filter(
    Boolean,
  );
  return (
    <div class="ds-field">
      <label class="ds-label" for={id}>
        {label}
      </label>
      {hint !== undefined && (
        <div data-field="description" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children({
        id,
        ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
        ...(fault !== undefined && { 'aria-invalid': true as const }),
      })}
      {fault !== undefined && (
        <p class="ds-validation-message" id={`${id}-fault`} data-field="validation">
          {fault}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps extends Omit<FieldProps, 'children'> {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly rows?: number;
  readonly type?: 'text' | 'date' | 'time' | 'search' | 'number' | 'tel' | 'email';
  /** Enter, which then does nothing else; with Ctrl it is left to the form. */
  readonly onEnter?: () => void;
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly name?: string;
  readonly list?: string;
  /** Whether the key `/` leads to it. */
  readonly slash?: boolean;
  readonly inputMode?: 'numeric' | 'decimal' | 'text' | 'tel' | 'email';
}

/** A field for text, in one line or several. */
export function TextField({
  label,
  hint,
  fault,
  value,
  onValue,
  rows,
  type = 'text',
  slash = false,
  onEnter,
  ...more
}: TextFieldProps) {
  return (
    <Field label={label} fault={fault} {...(hint !== undefined && { hint })}>
      {tied =>
        rows === undefined ? (
          <input
            class="ds-input"
            type={type}
            value={value}
            onInput={event => onValue(event.currentTarget.value)}
            onKeyDown={event => {
              if (event.key !== 'Enter' || event.ctrlKey || !onEnter) return;
              event.preventDefault();
              onEnter();
            }}
            {...(slash && { 'data-slash': '' })}
            {...more}
            {...tied}
          />
        ) : (
          <textarea
            class="ds-input"
            rows={rows}
            value={value}
            onInput={event => onValue(event.currentTarget.value)}
            required={more.required}
            maxLength={more.maxLength}
            name={more.name}
            {...tied}
          />
        )
      }
    </Field>
  );
}

interface ChoiceProps extends Omit<FieldProps, 'children'> {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly name?: string;
}

/** A field where one of several is chosen. */
export function ChoiceField({ label, hint, fault, value, onValue, options, name }: ChoiceProps) {
  return (
    <Field label={label} fault={fault} {...(hint !== undefined && { hint })}>
      {tied => (
        <select
          class="ds-input"
          value={value}
          name={name}
          onChange={event => onValue(event.currentTarget.value)}
          {...tied}
        >
          {options.map(each => (
            <option key={each.value} value={each.value}>
              {each.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
