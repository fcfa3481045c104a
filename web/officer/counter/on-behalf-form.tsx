import { CheckField } from '../../parts/check-field.tsx';
import { ChoiceField, TextField } from '../../parts/field.tsx';
import { useWords } from '../../wording/language.tsx';
import type { EnteredOnBehalf } from './intake.ts';
import type { FaultOf } from './intake-form.tsx';
import { words } from './words.ts';

/** Somebody hands the dossier in for its owner: who, why, by what right. */
export function OnBehalfForm(props: {
  readonly value: EnteredOnBehalf;
  readonly faultOf: FaultOf;
  readonly onValue: (value: EnteredOnBehalf) => void;
}) {
  const w = useWords(words);
  const { value, faultOf } = props;
  const set = (change: Partial<EnteredOnBehalf>) => props.onValue({ ...value, ...change });
  return (
    <>
      <CheckField checked={value.acts} onChecked={acts => set({ acts })}>
        {w.onBehalf}
      </CheckField>
      {value.acts && (
        <div class="grid">
          <TextField
            label={w.byName}
            value={value.name}
            onValue={name => set({ name })}
            fault={faultOf('by/name')}
          />
          <TextField
            label={w.byNumber}
            value={value.identityNumber}
            onValue={identityNumber => set({ identityNumber })}
            fault={faultOf('by/identityNumber')}
          />
          <ChoiceField
            label={w.consent}
            value={value.consent}
            onValue={consent => set({ consent: consent as EnteredOnBehalf['consent'] })}
            options={(['written', 'authorised', 'legalRepresentative', 'spoken'] as const).map(each => ({
              value: each,
              text: w.consents[each],
            }))}
          />
          <TextField
            label={w.reason}
            value={value.reason}
            onValue={reason => set({ reason })}
            fault={faultOf('reason')}
          />
        </div>
      )}
    </>
  );
}
