import { ChoiceField, TextField } from '../../parts/field.tsx';
import { useWords } from '../../wording/language.tsx';
import { type ApplicantKind, applicantFields, type EnteredApplicant } from './applicant-fields.ts';
import type { FaultOf } from './intake-form.tsx';
import { words } from './words.ts';

/** Who the dossier is of: the kind, and what is asked of that kind. */
export function ApplicantForm(props: {
  readonly kind: ApplicantKind;
  readonly applicant: EnteredApplicant;
  readonly faultOf: FaultOf;
  readonly onKind: (kind: ApplicantKind) => void;
  readonly onApplicant: (applicant: EnteredApplicant) => void;
}) {
  const w = useWords(words);
  const { kind, applicant } = props;
  return (
    <div class="grid">
      <ChoiceField
        label={w.kind}
        value={kind}
        onValue={value => props.onKind(value as ApplicantKind)}
        options={(Object.keys(applicantFields) as ApplicantKind[]).map(value => ({
          value,
          text: w.kinds[value],
        }))}
      />
      {applicantFields[kind].map(({ path, label, type, required = false }) => (
        <TextField
          key={path}
          label={w.labels[label]}
          type={type ?? 'text'}
          required={required}
          value={applicant[path] ?? ''}
          onValue={value => props.onApplicant({ ...applicant, [path]: value })}
          fault={props.faultOf(path.replace('.', '/'))}
        />
      ))}
    </div>
  );
}
