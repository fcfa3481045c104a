import { TextField } from '../../parts/field.tsx';
import { useLanguage, useWords } from '../../wording/language.tsx';
import type { ChargeChoices } from '../fees/charge-choices.ts';
import { CaseInput, CountInputs } from '../fees/charge-inputs.tsx';
import { words } from './words.ts';

/** What was entered of the fee, as it was typed. */
export interface EnteredCharge {
  readonly amountDue: string;
  readonly case: string;
  readonly counts: Readonly<Record<string, string>>;
}

export const noCharge: EnteredCharge = { amountDue: '', case: '', counts: {} };

/** What the counter says of the fee of a dossier. Reliefs are claimed at the dossier, once it is recorded. */
export function ChargeFields(props: {
  readonly charge: ChargeChoices;
  readonly entered: EnteredCharge;
  readonly onEntered: (entered: EnteredCharge) => void;
}) {
  const w = useWords(words);
  const language = useLanguage();
  const { charge, entered, onEntered } = props;
  const hint = charge.unclear?.[language];
  return (
    <>
      {charge.asksAmount && (
        <TextField
          label={w.amountDue}
          {...(hint !== undefined && { hint })}
          value={entered.amountDue}
          onValue={amountDue => onEntered({ ...entered, amountDue })}
          inputMode="numeric"
        />
      )}
      <CaseInput
        charge={charge}
        value={entered.case}
        onValue={chosen => onEntered({ ...entered, case: chosen, counts: {} })}
        fault={undefined}
      />
      <CountInputs
        charge={charge}
        chosen={entered.case}
        value={entered.counts}
        onValue={counts => onEntered({ ...entered, counts })}
        fault={undefined}
      />
    </>
  );
}
