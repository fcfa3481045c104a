import type { Workflow } from '../../../api/generated.ts';
import { ChoiceField } from '../../../parts/field.tsx';
import { useWords } from '../../../wording/language.tsx';
import { workflowNames } from './names.ts';

/** A field where a step of the workflow is chosen by its name; one that is gone is still shown, as what it is. */
export function StepChoice(props: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onValue: (id: string) => void;
  readonly steps: Workflow['steps'];
  /** Whether the end may be chosen, too. */
  readonly ends?: boolean;
  readonly fault?: string | undefined;
}) {
  const { steps, ends = false, ...field } = props;
  const names = useWords(workflowNames);
  const options = [
    ...steps.map(({ id, name }) => ({ value: id, text: name })),
    ...(ends ? [{ value: 'decided', text: names.decided }] : []),
  ];
  const gone = options.some(({ value }) => value === field.value)
    ? []
    : [{ value: field.value, text: names.gone(field.value) }];
  return <ChoiceField {...field} options={[...options, ...gone]} />;
}
