import type { Faults } from '../../../parts/faults.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useDesk } from '../../desk.tsx';
import { UnitField, type UnitOption } from '../unit-field.tsx';
import { LimitField } from './limit-field.tsx';
import type { Limit, Option } from './steps.ts';

const words = wording({
  vi: {
    title: 'Cơ quan được lấy ý kiến',
    unit: (place: number) => `Cơ quan thứ ${place}`,
    limit: (place: number) => `Thời hạn trả lời của cơ quan thứ ${place}`,
    add: 'Thêm cơ quan',
    remove: (name: string) => `Bỏ ${name}`,
  },
  en: {
    title: 'Agencies consulted',
    unit: (place: number) => `Agency ${place}`,
    limit: (place: number) => `Limit of agency ${place}`,
    add: 'Add an agency',
    remove: (name: string) => `Remove ${name}`,
  },
});

/** Which agencies are asked at a step, and how long each has to answer. */
export function ConsultForm(props: {
  readonly option: Option<'consult'>;
  readonly onOption: (option: Option<'consult'>) => void;
  readonly units: readonly UnitOption[];
  /** The limit that an agency begins with. */
  readonly limit: Limit;
  readonly faults: Faults;
}) {
  const { option, onOption, units, limit, faults } = props;
  const w = useWords(words);
  const { unitName } = useDesk();
  const { agencies } = option;
  const set = (changed: typeof agencies) => onOption({ ...option, agencies: changed });
  return (
    <fieldset class="ds-fieldset stack within">
      <legend class="ds-label">{w.title}</legend>
      {faults.faultOf('/agencies') !== undefined && (
        <p class="ds-validation-message" data-field="validation">
          {faults.faultOf('/agencies')}
        </p>
      )}
      {agencies.map((agency, index) => (
        <div key={index} class="stack">
          <UnitField
            label={w.unit(index + 1)}
            value={agency.unit}
            units={units}
            fault={faults.faultOf(`/agencies/${index}/unit`)}
            onValue={unit => set(agencies.with(index, { ...agency, unit }))}
          />
          <LimitField
            label={w.limit(index + 1)}
            value={agency.limit}
            faults={faults.inside(`/agencies/${index}/limit`)}
            onValue={changed => set(agencies.with(index, { ...agency, limit: changed }))}
          />
          <div>
            <button
              type="button"
              class="ds-button"
              data-variant="secondary"
              data-size="sm"
              onClick={() => set(agencies.toSpliced(index, 1))}
            >
              {w.remove(agency.unit === '' ? w.unit(index + 1) : unitName(agency.unit))}
            </button>
          </div>
        </div>
      ))}
      <div>
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          data-size="sm"
          onClick={() => set([...agencies, { unit: '', limit }])}
        >
          {w.add}
        </button>
      </div>
    </fieldset>
  );
}
