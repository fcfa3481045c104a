import type { Answer } from '../../api/client.ts';
import { ChoiceField } from '../../parts/field.tsx';
import { useWords, wording } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';

const words = wording({
  vi: {
    label: (paper: string) => `Dùng kết quả đã có thay cho: ${paper}`,
    none: 'Không, nộp giấy tờ',
    issued: 'cấp ngày',
  },
  en: {
    label: (paper: string) => `Use a result you have for: ${paper}`,
    none: 'No, hand in the paper',
    issued: 'issued on',
  },
});

export type VaultEntry = Answer<'listVault'>['items'][number];
type Component = Answer<'getProcedure'>['procedure']['components'][number];

/** The results that stand for a paper, to be chosen instead of handing it in; nothing where there is none. */
export function ReusedChoice(props: {
  readonly component: Component;
  readonly vault: readonly VaultEntry[];
  readonly value: string | undefined;
  readonly onValue: (number: string | undefined) => void;
}) {
  const w = useWords(words);
  const { day } = useFormats();
  const { component, vault, value, onValue } = props;
  const fitting = vault.filter(({ kind }) => kind && component.fulfilledBy?.includes(kind.code));
  if (fitting.length === 0) return null;
  return (
    <ChoiceField
      label={w.label(component.name)}
      value={value ?? ''}
      onValue={number => onValue(number === '' ? undefined : number)}
      options={[
        { value: '', text: w.none },
        ...fitting.map(({ number, kind, procedureName, issuedAt }) => ({
          value: number,
          text: `${kind?.name ?? procedureName}, ${number}, ${w.issued} ${day(issuedAt)}`,
        })),
      ]}
    />
  );
}
