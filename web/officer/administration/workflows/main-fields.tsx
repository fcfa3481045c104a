import type { OfficerRole } from '../../../api/generated.ts';
import { ChoiceField, TextField } from '../../../parts/field.tsx';
import { useWords, wording } from '../../../wording/language.tsx';
import { roleNames } from '../../../wording/roles.ts';
import { UnitField } from '../unit-field.tsx';
import type { StepEditing } from './editing.ts';
import { workflowNames } from './names.ts';

const words = wording({
  vi: { name: 'Tên bước', kind: 'Loại bước', unit: 'Đơn vị thực hiện', role: 'Vai trò' },
  en: { name: 'Name of the step', kind: 'Kind of step', unit: 'Unit', role: 'Role' },
});

const allRoles = Object.keys(roleNames.vi) as OfficerRole[];

/** What a step is called, of which kind it is, and who performs it. */
export function MainFields({ step, units, faults, onStep }: StepEditing) {
  const w = useWords(words);
  const names = useWords(workflowNames);
  const roles = useWords(roleNames);
  return (
    <>
      <TextField
        label={w.name}
        value={step.name}
        onValue={name => onStep({ ...step, name })}
        fault={faults.faultOf('/name')}
      />
      <div class="grid">
        <ChoiceField
          label={w.kind}
          value={step.kind}
          onValue={kind => onStep({ ...step, kind: kind === 'signature' ? kind : 'work' })}
          options={(['work', 'signature'] as const).map(value => ({ value, text: names.kinds[value] }))}
        />
        <UnitField
          label={w.unit}
          value={typeof step.unit === 'string' ? step.unit : step.unit.unit}
          onValue={unit =>
            onStep({ ...step, unit: unit === 'competent' || unit === 'receiving' ? unit : { unit } })
          }
          units={units}
          others={(['competent', 'receiving'] as const).map(value => ({ value, text: names.units[value] }))}
          fault={faults.faultBelow('/unit')}
        />
        <ChoiceField
          label={w.role}
          value={step.role}
          onValue={value => onStep({ ...step, role: allRoles.find(role => role === value) ?? step.role })}
          options={allRoles.map(value => ({ value, text: roles[value] }))}
          fault={faults.faultOf('/role')}
        />
      </div>
    </>
  );
}
