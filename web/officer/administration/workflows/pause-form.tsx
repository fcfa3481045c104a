import { CheckField } from '../../../parts/check-field.tsx';
import { useWords, wording } from '../../../wording/language.tsx';
import { pauseNames } from '../../../wording/pauses.ts';
import type { Option } from './steps.ts';

const words = wording({
  vi: { title: 'Căn cứ được tạm dừng' },
  en: { title: 'Grounds of a pause' },
});

/** On which grounds the clock may be paused at a step. */
export function PauseForm(props: {
  readonly option: Option<'pause'>;
  readonly onOption: (option: Option<'pause'>) => void;
  readonly fault: string | undefined;
}) {
  const { option, onOption, fault } = props;
  const w = useWords(words);
  const names = useWords(pauseNames);
  const known = [...new Set([...Object.keys(names), ...option.kinds])];
  const kindsWith = (kind: string, wanted: boolean) =>
    known.filter(each => (each === kind ? wanted : option.kinds.includes(each)));
  return (
    <fieldset class="ds-fieldset within">
      <legend class="ds-label">{w.title}</legend>
      {fault !== undefined && (
        <p class="ds-validation-message" data-field="validation">
          {fault}
        </p>
      )}
      {known.map(kind => (
        <CheckField
          key={kind}
          checked={option.kinds.includes(kind)}
          onChecked={wanted => onOption({ ...option, kinds: kindsWith(kind, wanted) })}
        >
          {names[kind] ?? kind}
        </CheckField>
      ))}
    </fieldset>
  );
}
