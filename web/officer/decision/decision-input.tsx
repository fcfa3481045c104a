import type { Answer } from '../../api/client.ts';
import { CheckField } from '../../parts/check-field.tsx';
import { ChoiceField, TextField } from '../../parts/field.tsx';
import { later } from '../../parts/later.tsx';
import { collectionNames } from '../../wording/collection-words.ts';
import { useLanguage, useWords } from '../../wording/language.tsx';
import { pauseNames } from '../../wording/pauses.ts';
import { useDesk } from '../desk.tsx';
import type { ChargeChoices } from '../fees/charge-choices.ts';
import { CaseInput, CountInputs, ReliefInputs } from '../fees/charge-inputs.tsx';
import type { Entered } from './decision-body.ts';
import type { DecisionField } from './decision-fields.ts';
import { words } from './words.ts';

// It brings along how files are sent, which most decisions do not need.
const ResultFile = later(async () => (await import('./result-file.tsx')).ResultFile);

export interface InputProps {
  readonly field: DecisionField;
  readonly value: Entered[string] | undefined;
  readonly onValue: (value: Entered[string]) => void;
  readonly fault: string | undefined;
  readonly choices: Choices;
  /** What was entered in the other fields. */
  readonly entered: Entered;
}

/** What can be chosen at this task: by the dossier's papers and its workflow. */
export interface Choices {
  readonly papers: Answer<'getDossier'>['components'];
  readonly steps: readonly { readonly id: string; readonly name: string }[];
  readonly agencies: readonly string[];
  readonly pauses: readonly string[];
  /** What has to be said of the fee. */
  readonly charge: ChargeChoices;
}

/** One field of a decision, as its kind is asked for. */
export function DecisionInput({ field, value, onValue, fault, choices, entered }: InputProps) {
  const w = useWords(words);
  const collecting = useWords(collectionNames);
  const pauses = useWords(pauseNames);
  const { unitName } = useDesk();
  const named = w.fields[field.name] ?? field.name;
  const label = field.required ? `${named} (${w.required})` : named;
  const text = typeof value === 'string' ? value : '';
  const typed = typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, string>) : {};
  const unclear = choices.charge.unclear?.[useLanguage()];
  const common = { label, fault, value: text, onValue };
  const choice = (options: readonly (readonly [string, string])[]) => (
    <ChoiceField {...common} options={options.map(([code, name]) => ({ value: code, text: name }))} />
  );
  switch (field.kind) {
    case 'text':
      return <TextField {...common} rows={4} required={field.required ?? false} />;
    case 'lines':
      return <Lines {...common} required={field.required ?? false} />;
    case 'line':
      return <TextField {...common} required={field.required ?? false} />;
    case 'money': {
      if (field.name === 'amountDue' && !choices.charge.asksAmount) return null;
      const unchanged = choices.charge.anew && field.name === 'amountDue' && w.unchangedFee;
      const hint = [unchanged, unclear].filter(Boolean).join(' ');
      return (
        <TextField
          {...common}
          {...(hint && { hint })}
          inputMode="numeric"
          required={field.required ?? false}
        />
      );
    }
    case 'case':
      return <CaseInput {...{ charge: choices.charge, value: text, onValue, fault }} />;
    case 'counts': {
      const chosen = String(entered['case'] ?? '');
      return <CountInputs {...{ charge: choices.charge, chosen, value: typed, onValue, fault }} />;
    }
    case 'reliefs':
      return <ReliefInputs {...{ charge: choices.charge, value: typed, onValue, fault }} />;
    case 'date':
      return <TextField {...common} type="date" required={field.required ?? false} />;
    case 'step':
      if (choices.steps.length < 2) return null;
      return choice([['', w.byWorkflow], ...choices.steps.map(({ id, name }) => [id, name] as const)]);
    case 'method':
      return choice([
        ['', '–'],
        ['cash', w.methods.cash],
        ['transfer', w.methods.transfer],
      ]);
    case 'agrees':
      return choice([
        ['', w.agrees['']],
        ['yes', w.agrees.yes],
        ['no', w.agrees.no],
      ]);
    case 'collector':
      return choice([['', '–'], ...Object.entries(collecting.collector)]);
    case 'slip':
      return choice([['', '–'], ...Object.entries(collecting.slip)]);
    case 'attestedBy':
      return choice([['', '–'], ...Object.entries(collecting.attestedBy)]);
    case 'witnesses':
      return choice([
        ['', '–'],
        ['1', '1'],
        ['2', '2'],
      ]);
    case 'pause':
      return choice([['', '–'], ...choices.pauses.map(kind => [kind, pauses[kind] ?? kind] as const)]);
    case 'papers':
      return (
        <Several
          {...{ label, value, onValue }}
          options={choices.papers.map(({ component, name }) => [component, name] as const)}
        />
      );
    case 'agencies':
      return (
        <Several
          {...{ label, value, onValue }}
          options={choices.agencies.map(code => [code, unitName(code)] as const)}
        />
      );
    case 'supplied':
      return <Supplied {...{ value, onValue, fault }} papers={choices.papers} />;
    case 'resultFile':
      return <ResultFile {...{ label, fault, onValue }} />;
  }
}

function Lines(props: {
  readonly label: string;
  readonly fault: string | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly required: boolean;
}) {
  const w = useWords(words);
  const add = (sentence: string) => props.onValue(props.value ? `${props.value}\n${sentence}` : sentence);
  return (
    <div class="stack">
      <TextField {...props} rows={4} />
      <details class="sentences">
        <summary>{w.sentences}</summary>
        <ul>
          {w.supplementSentences.map(sentence => (
            <li key={sentence}>
              <button type="button" class="as-text" onClick={() => add(sentence)}>
                {sentence}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function Several({
  label,
  value,
  onValue,
  options,
}: {
  readonly label: string;
  readonly value: Entered[string] | undefined;
  readonly onValue: (value: readonly string[]) => void;
  readonly options: readonly (readonly [code: string, name: string])[];
}) {
  if (options.length === 0) return null;
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{label}</legend>
      {options.map(([code, name]) => (
        <CheckField
          key={code}
          checked={chosen.includes(code)}
          onChecked={checked => onValue(checked ? [...chosen, code] : chosen.filter(each => each !== code))}
        >
          {name}
        </CheckField>
      ))}
    </fieldset>
  );
}

function Supplied({
  papers,
  value,
  onValue,
  fault,
}: Pick<InputProps, 'value' | 'onValue' | 'fault'> & { readonly papers: Choices['papers'] }) {
  const w = useWords(words);
  const copies = typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, string>) : {};
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{w.fields['components']}</legend>
      {fault !== undefined && <p class="ds-validation-message">{fault}</p>}
      {papers.map(({ component, name }) => (
        <TextField
          key={component}
          label={w.copies(name)}
          type="number"
          value={copies[component] ?? ''}
          onValue={count => onValue({ ...copies, [component]: count })}
        />
      ))}
    </fieldset>
  );
}
