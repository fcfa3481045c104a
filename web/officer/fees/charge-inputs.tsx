import { ChoiceField, TextField } from '../../parts/field.tsx';
import { useWords, wording } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { noteOf, proofCode, TAKEN_BACK } from './charge-body.ts';
import { type ChargeChoices, countedIn } from './charge-choices.ts';

const words = wording({
  vi: {
    case: 'Trường hợp thu phí, lệ phí',
    units: { page: 'số trang', copy: 'số bản', case: 'số trường hợp', certificate: 'số giấy' },
    reliefs: 'Miễn, giảm phí, lệ phí',
    notClaimed: 'Không áp dụng',
    takenBack: 'Không áp dụng nữa',
    unchanged: 'Để trống nếu phí, lệ phí không đổi.',
    again: 'Hồ sơ đang được miễn, giảm: nếu tính lại, hãy chọn lại.',
    asked: 'Người nộp đề nghị áp dụng.',
    attested: { identitySystem: 'hệ thống định danh xác nhận', officer: 'cán bộ xác nhận' },
    note: 'Số xác nhận hoặc giấy tờ đã xem (nếu có)',
    until: (day: string) => `áp dụng đến hết ${day}`,
  },
  en: {
    case: 'Case of the fee',
    units: {
      page: 'number of pages',
      copy: 'number of copies',
      case: 'number of cases',
      certificate: 'number of certificates',
    },
    reliefs: 'Reliefs of the fee',
    notClaimed: 'Not applied',
    takenBack: 'Not applied any more',
    unchanged: 'Leave it empty where the fee stays as it is.',
    again: 'A relief is applied now: choose again where the fee is settled anew.',
    asked: 'Asked for by the applicant.',
    attested: { identitySystem: 'attested by the identity system', officer: 'attested by an officer' },
    note: 'Number of the confirmation, or the paper seen (if any)',
    until: (day: string) => `until ${day}`,
  },
});

type Typed = Readonly<Record<string, string>>;
interface InputsOf<Value> {
  readonly charge: ChargeChoices;
  readonly value: Value;
  readonly onValue: (value: Value) => void;
  readonly fault: string | undefined;
}

/** The case of a table that applies. */
export function CaseInput({ charge, value, onValue, fault }: InputsOf<string>) {
  const w = useWords(words);
  if (charge.cases.length === 0) return null;
  const options = charge.cases.map(({ id, condition }) => ({ value: id, text: condition }));
  return (
    <ChoiceField
      label={w.case}
      {...(charge.anew && { hint: w.unchanged })}
      options={[{ value: '', text: '–' }, ...options]}
      {...{ value, onValue, fault }}
    />
  );
}

/** How many pages, copies … were counted, for each line of the chosen case. */
export function CountInputs({
  charge,
  chosen,
  value,
  onValue,
  fault,
}: InputsOf<Typed> & { readonly chosen: string }) {
  const w = useWords(words);
  return (
    <>
      {countedIn(charge, chosen).map(({ code, name, unit }) => (
        <TextField
          key={code}
          label={name === undefined ? w.units[unit] : `${name} (${w.units[unit]})`}
          {...(charge.anew && { hint: w.unchanged })}
          value={value[code] ?? ''}
          onValue={text => onValue({ ...value, [code]: text })}
          fault={fault}
          inputMode="numeric"
        />
      ))}
    </>
  );
}

/** Reliefs that the applicant may be entitled to: each is applied by choosing what proves it. */
export function ReliefInputs({ charge, value, onValue, fault }: InputsOf<Typed>) {
  const w = useWords(words);
  const { day } = useFormats();
  if (charge.reliefs.length === 0) return null;
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{w.reliefs}</legend>
      {charge.anew && <p class="note">{charge.anew.relieved ? w.again : w.unchanged}</p>}
      {fault !== undefined && <p class="ds-validation-message">{fault}</p>}
      {charge.reliefs.map(({ relief, name, ground, until, evidence, asked }) => (
        <div class="stack" key={relief}>
          <ChoiceField
            label={name}
            hint={[
              asked === null ? '' : w.asked,
              until === null ? ground : `${ground}; ${w.until(day(until))}`,
            ]
              .filter(Boolean)
              .join(' ')}
            value={value[relief] ?? ''}
            onValue={proof => onValue({ ...value, [relief]: proof })}
            options={[
              { value: '', text: charge.anew?.relieved ? '–' : w.notClaimed },
              ...(charge.anew?.relieved ? [{ value: TAKEN_BACK, text: w.takenBack }] : []),
              ...evidence.flatMap(({ kind, name, attestedBy }) =>
                attestedBy.length === 0
                  ? [{ value: proofCode(kind), text: name }]
                  : attestedBy.map(by => ({
                      value: proofCode(kind, by),
                      text: `${name}: ${w.attested[by]}`,
                    })),
              ),
            ]}
          />
          {value[relief] && value[relief] !== TAKEN_BACK && (
            <TextField
              label={w.note}
              value={value[noteOf(relief)] ?? ''}
              onValue={note => onValue({ ...value, [noteOf(relief)]: note })}
              maxLength={500}
            />
          )}
        </div>
      ))}
    </fieldset>
  );
}
