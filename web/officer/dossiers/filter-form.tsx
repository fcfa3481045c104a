import type { TargetedEvent } from 'preact';
import { ChoiceField, Field } from '../../parts/field.tsx';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { addressOf, type DossierFilters, FILTERS, type FilterName, withFilter } from './dossier-filters.ts';
import { words } from './words.ts';

const CHOICES: Readonly<Partial<Record<FilterName, readonly string[]>>> = {
  handling: [
    'submitted',
    'accepted',
    'processing',
    'supplementing',
    'awaitingPayment',
    'decided',
    'returned',
    'declined',
    'stopped',
    'withdrawn',
  ],
  open: ['true', 'false'],
  overdue: ['true', 'false'],
  channel: ['online', 'counter', 'post'],
  money: ['due', 'pending', 'failed', 'paid', 'overpaid', 'refunding', 'refunded', 'waived', 'none'],
  returned: ['true', 'false'],
  sort: ['submittedAt', 'dueAt'],
  order: ['asc', 'desc'],
};
const DATES: readonly FilterName[] = ['submittedFrom', 'submittedTo', 'dueFrom', 'dueTo'];

/** The filters, each in force as soon as it is chosen; what is in force is shown above, to be taken away again. */
export function FilterForm(props: {
  readonly filters: DossierFilters;
  /** Whether other units than one's own may be asked for. */
  readonly everywhere: boolean;
  readonly go: (filters: DossierFilters) => void;
}) {
  const w = useWords(words);
  const { day } = useFormats();
  const { filters, go } = props;
  const value = (text: string) =>
    text === 'true' ? w.yes : text === 'false' ? w.no : (w.values[text] ?? text);
  const set = (name: FilterName, text: string) => go(withFilter(filters, name, text));
  const active = FILTERS.filter(name => filters[name]);
  return (
    <>
      {active.length > 0 && (
        <div class="row">
          {active.map(name => {
            const text = filters[name] ?? '';
            const told = `${w.labels[name]}: ${DATES.includes(name) ? day(text) : value(text)}`;
            return (
              <a
                key={name}
                class="ds-chip"
                href={addressOf(withFilter(filters, name, ''))}
                aria-label={w.remove(told)}
              >
                {told} ×
              </a>
            );
          })}
          <a class="ds-link" href="/officer/dossiers">
            {w.clear}
          </a>
        </div>
      )}
      <details class="panel filters">
        <summary>{w.filters}</summary>
        <div class="grid">
          {FILTERS.filter(name => props.everywhere || name !== 'unit').map(name => {
            const choices = CHOICES[name];
            return choices ? (
              <ChoiceField
                key={name}
                label={w.labels[name]}
                value={filters[name] ?? ''}
                onValue={text => set(name, text)}
                options={[
                  { value: '', text: name === 'sort' || name === 'order' ? w.usual : w.any },
                  ...choices.map(each => ({ value: each, text: value(each) })),
                ]}
              />
            ) : (
              <Typed
                key={`${name}=${filters[name] ?? ''}`}
                name={name}
                value={filters[name] ?? ''}
                onValue={text => set(name, text)}
              />
            );
          })}
        </div>
      </details>
    </>
  );
}

/** A filter that is typed, in force when the field is left or Enter pressed. */
function Typed({
  name,
  value,
  onValue,
}: {
  readonly name: FilterName;
  readonly value: string;
  readonly onValue: (value: string) => void;
}) {
  const w = useWords(words);
  return (
    <Field label={w.labels[name]}>
      {tied => {
        const attributes = {
          ...tied,
          class: 'ds-input',
          defaultValue: value,
          // The browser's own event: when the field is left, or Enter pressed.
          onChange: (event: TargetedEvent<HTMLInputElement>) => onValue(event.currentTarget.value),
        };
        return DATES.includes(name) ? (
          <input type="date" {...attributes} />
        ) : (
          <input type="text" {...attributes} />
        );
      }}
    </Field>
  );
}
