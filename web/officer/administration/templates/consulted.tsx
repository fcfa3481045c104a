import { useWords, wording } from '../../../wording/language.tsx';
import { useDesk } from '../../desk.tsx';
import { UnitField, type UnitOption } from '../unit-field.tsx';

const words = wording({
  vi: { title: 'Cơ quan được lấy ý kiến', add: 'Thêm cơ quan', remove: (name: string) => `Bỏ ${name}` },
  en: { title: 'Agencies consulted', add: 'Add an agency', remove: (name: string) => `Remove ${name}` },
});

/** The agencies that the consultations of a template ask: each is added by choosing it. */
export function Consulted(props: {
  readonly codes: readonly string[];
  readonly onCodes: (codes: readonly string[]) => void;
  readonly units: readonly UnitOption[];
  readonly fault: string | undefined;
}) {
  const { codes, onCodes, units, fault } = props;
  const w = useWords(words);
  const { unitName } = useDesk();
  return (
    <fieldset class="ds-fieldset stack">
      <legend class="ds-label">{w.title}</legend>
      {codes.length > 0 && (
        <ul class="list">
          {codes.map(code => (
            <li key={code} class="row">
              {unitName(code)}
              <button
                type="button"
                class="ds-button"
                data-variant="secondary"
                data-size="sm"
                aria-label={w.remove(unitName(code))}
                onClick={() => onCodes(codes.filter(each => each !== code))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <UnitField
        label={w.add}
        value=""
        onValue={code => code !== '' && onCodes([...codes, code])}
        units={units.filter(({ value }) => !codes.includes(value))}
        fault={fault}
      />
    </fieldset>
  );
}
