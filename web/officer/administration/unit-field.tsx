import { ChoiceField } from '../../parts/field.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { dayInVietNam } from '../../wording/day-in-viet-nam.ts';
import { vietnameseOrder } from '../../wording/formats.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';

const words = wording({ vi: { choose: '– Chọn đơn vị –' }, en: { choose: '– Choose a unit –' } });

export interface UnitOption {
  readonly value: string;
  readonly text: string;
}

/** The units that are there today, by name; none until the API has told them. */
export function useUnits(): readonly UnitOption[] {
  const { api } = useDesk();
  const { body } = useAnswer(api, 'getOrganization');
  const today = dayInVietNam(new Date());
  return (body?.units ?? [])
    .filter(({ validTo }) => validTo === null || validTo >= today)
    .map(({ code, name }) => ({ value: code, text: name }))
    .toSorted((one, other) => vietnameseOrder.compare(one.text, other.text));
}

/** A field where a unit is chosen by its name, after what else may be meant. */
export function UnitField(props: {
  readonly label: string;
  /** The code of a unit or of what else may be meant; empty for none. */
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly units: readonly UnitOption[];
  readonly others?: readonly UnitOption[];
  readonly fault?: string | undefined;
  readonly hint?: string;
}) {
  const w = useWords(words);
  const { unitName } = useDesk();
  const { units, others = [{ value: '', text: w.choose }], ...field } = props;
  const known = [...others, ...units];
  const missing = known.some(({ value }) => value === field.value)
    ? []
    : [{ value: field.value, text: field.value === '' ? w.choose : unitName(field.value) }];
  return <ChoiceField {...field} options={[...known, ...missing]} />;
}
