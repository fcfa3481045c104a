import { useState } from 'preact/hooks';
import { TextField } from '../../parts/field.tsx';
import { dayInVietNam } from '../../wording/day-in-viet-nam.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { UnitField, useUnits } from '../administration/unit-field.tsx';
import { useDesk } from '../desk.tsx';

const words = wording({
  vi: { unit: 'Đơn vị', from: 'Từ ngày', to: 'Đến ngày' },
  en: { unit: 'Unit', from: 'From', to: 'To' },
});

/** Whose money is looked at, and of which days (`YYYY-MM-DD`, the last one included). */
export interface UnitAndPeriod {
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

/** At first one's own unit, and today. */
export function useUnitAndPeriod() {
  const { me } = useDesk();
  const today = dayInVietNam(new Date());
  return useState<UnitAndPeriod>({ code: me.unit?.code ?? '', from: today, to: today });
}

/** Whether everything is chosen that an answer needs. */
export const isChosen = ({ code, from, to }: UnitAndPeriod): boolean =>
  code !== '' && from !== '' && to !== '';

/** The choice of unit and days; who may look at one unit alone chooses the days. */
export function UnitPeriodFields(props: {
  readonly value: UnitAndPeriod;
  readonly onValue: (value: UnitAndPeriod) => void;
  readonly anyUnit: boolean;
}) {
  const w = useWords(words);
  const units = useUnits();
  const { value, onValue, anyUnit } = props;
  return (
    <div class="panel grid">
      {anyUnit && (
        <UnitField
          label={w.unit}
          value={value.code}
          onValue={code => onValue({ ...value, code })}
          units={units}
        />
      )}
      <TextField
        label={w.from}
        type="date"
        value={value.from}
        onValue={from => onValue({ ...value, from })}
        required
      />
      <TextField
        label={w.to}
        type="date"
        value={value.to}
        onValue={to => onValue({ ...value, to })}
        required
      />
    </div>
  );
}
