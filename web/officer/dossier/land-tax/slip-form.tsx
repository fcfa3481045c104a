import { useState } from 'preact/hooks';
import type { LandObligationKind } from '../../../api/generated.ts';
import { Failure } from '../../../parts/failure.tsx';
import { ChoiceField, TextField } from '../../../parts/field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { useWords } from '../../../wording/language.tsx';
import { useDesk } from '../../desk.tsx';
import type { LandTaxView } from './land-tax.tsx';
import { words } from './words.ts';

const EMPTY = { parcel: '', mapSheet: '', address: '', area: '', use: '', position: '', origin: '' };
const MEMBERS = [
  ['parcel', 'plot'],
  ['mapSheet', 'sheet'],
  ['address', 'address'],
  ['area', 'area'],
  ['use', 'use'],
  ['position', 'position'],
  ['origin', 'origin'],
] as const;
const OWES = ['no', 'applicant', 'other'] as const;
type Owes = (typeof OWES)[number];

/** Writes a transfer slip: the parcel, what is to be determined, and who owes it. */
export function SlipForm(props: {
  readonly code: string;
  readonly kinds: LandTaxView['kinds'];
  readonly onDone: () => void;
}) {
  const w = useWords(words);
  const { api } = useDesk();
  const [parcel, setParcel] = useState(EMPTY);
  const [owes, setOwes] = useState<Readonly<Record<string, Owes>>>({});
  const [other, setOther] = useState({ name: '', identityNumber: '' });
  const obligations = props.kinds.flatMap(({ kind }) => {
    const obliged = owes[kind] ?? 'no';
    return obliged === 'no' ? [] : [{ kind: kind as LandObligationKind, obliged }];
  });
  const others = obligations.some(({ obliged }) => obliged === 'other');
  const action = useAction(async key => {
    // Vietnamese writes decimals with a comma.
    const body = { parcel: { ...parcel, area: parcel.area.trim().replace(',', '.') }, obligations };
    await api.ask('sendLandSlip', {
      params: { code: props.code },
      body: others ? { ...body, other } : body,
      key,
    });
    props.onDone();
  });
  const ready = obligations.length > 0 && Object.values(parcel).every(text => text.trim() !== '');
  const { faultOf } = action;
  return (
    <details class="ds-details">
      <summary>{w.write}</summary>
      <div class="stack">
        <p>{w.writeMeans}</p>
        {MEMBERS.map(([member, name]) => (
          <TextField
            key={member}
            label={w[name]}
            value={parcel[member]}
            onValue={text => setParcel({ ...parcel, [member]: text })}
            fault={faultOf(`/parcel/${member}`)}
            {...(member === 'area' && { inputMode: 'decimal' as const })}
          />
        ))}
        <fieldset class="ds-fieldset stack">
          <legend class="ds-label">{w.kinds}</legend>
          {props.kinds.map(({ kind, name }) => (
            <ChoiceField
              key={kind}
              label={name}
              value={owes[kind] ?? 'no'}
              onValue={chosen => setOwes({ ...owes, [kind]: chosen as Owes })}
              options={OWES.map(value => ({ value, text: w.owes[value] }))}
            />
          ))}
        </fieldset>
        {others && (
          <TextField
            label={w.otherName}
            value={other.name}
            onValue={name => setOther({ ...other, name })}
            fault={faultOf('/other/name')}
          />
        )}
        {others && (
          <TextField
            label={w.otherNumber}
            value={other.identityNumber}
            onValue={identityNumber => setOther({ ...other, identityNumber })}
            fault={faultOf('/other/identityNumber')}
            inputMode="numeric"
          />
        )}
        {action.error !== undefined && <Failure error={action.error} />}
        <div>
          <button
            type="button"
            class="ds-button"
            disabled={action.busy || !ready}
            onClick={() => void action.run()}
          >
            {w.send}
          </button>
        </div>
      </div>
    </details>
  );
}
