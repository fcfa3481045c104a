import { useState } from 'preact/hooks';
import { CheckField } from '../../../parts/check-field.tsx';
import type { Faults } from '../../../parts/faults.ts';
import { ChoiceField, TextField } from '../../../parts/field.tsx';
import { useWords, wording } from '../../../wording/language.tsx';
import { amountShown, amountTyped } from './amount.ts';
import { workflowNames } from './names.ts';
import type { Limit, LimitUnit } from './steps.ts';

const words = wording({
  vi: {
    amount: 'Số lượng',
    unit: 'Tính bằng',
    sameDay: 'Kết thúc trong ngày',
    cutOff: 'Nếu bắt đầu trước',
  },
  en: {
    amount: 'Amount',
    unit: 'Counted in',
    sameDay: 'Ends on the same day',
    cutOff: 'If it begins before',
  },
});

const units = Object.keys(workflowNames.vi.limits) as LimitUnit[];
const CUT_OFF = '15:00';

/** A time limit: how much of what, and whether it ends on the day itself. */
export function LimitField(props: {
  readonly label: string;
  readonly value: Limit;
  readonly onValue: (limit: Limit) => void;
  readonly faults: Faults;
  readonly hint?: string;
}) {
  const { label, value, onValue, faults, hint } = props;
  const w = useWords(words);
  const names = useWords(workflowNames);
  const [typed, setTyped] = useState('');
  const { sameDay, ...plain } = value;
  return (
    <fieldset class="ds-fieldset stack limit">
      <legend class="ds-label">{label}</legend>
      {hint !== undefined && <p class="note">{hint}</p>}
      <div class="limit-parts">
        <TextField
          inputMode="decimal"
          label={w.amount}
          value={amountShown(value.amount, typed)}
          fault={faults.faultOf('/amount')}
          onValue={text => {
            setTyped(text);
            onValue({ ...value, amount: amountTyped(text) });
          }}
        />
        <ChoiceField
          label={w.unit}
          value={value.unit}
          fault={faults.faultOf('/unit')}
          onValue={chosen => onValue({ ...value, unit: units.find(each => each === chosen) ?? value.unit })}
          options={units.map(each => ({ value: each, text: names.limits[each] }))}
        />
      </div>
      {(sameDay || value.unit === 'workingDay') && (
        <CheckField
          checked={sameDay !== undefined}
          onChecked={checked => onValue(checked ? { ...plain, sameDay: { cutOff: CUT_OFF } } : plain)}
        >
          {w.sameDay}
        </CheckField>
      )}
      {sameDay && (
        <TextField
          type="time"
          label={w.cutOff}
          value={sameDay.cutOff}
          fault={faults.faultBelow('/sameDay')}
          onValue={cutOff => onValue({ ...value, sameDay: { cutOff } })}
        />
      )}
    </fieldset>
  );
}
