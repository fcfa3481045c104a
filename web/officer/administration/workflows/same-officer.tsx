import { CheckField } from '../../../parts/check-field.tsx';
import { TextField } from '../../../parts/field.tsx';
import { useWords, wording } from '../../../wording/language.tsx';
import type { StepEditing } from './editing.ts';
import { withSameOfficer } from './steps.ts';

const words = wording({
  vi: {
    allowed: 'Người đã thụ lý được tự ký',
    note: 'Chỉ dùng cho đơn vị không còn ai khác.',
    basis: 'Căn cứ pháp luật',
  },
  en: {
    allowed: 'Whoever handled the dossier may sign it',
    note: 'For units where nobody else is.',
    basis: 'Legal basis',
  },
});

/** Whether whoever handled the dossier may sign at this step, and the law that lets them. */
export function SameOfficer({ step, faults, onStep }: Pick<StepEditing, 'step' | 'faults' | 'onStep'>) {
  const w = useWords(words);
  const allowed = step.sameOfficerAllowed;
  // Where a step is a signature no longer, what is left over can be taken away.
  if (step.kind !== 'signature' && !allowed) return null;
  return (
    <div class="stack">
      <CheckField
        checked={allowed !== undefined}
        onChecked={wanted => onStep(withSameOfficer(step, wanted ? '' : undefined))}
        note={w.note}
      >
        {w.allowed}
      </CheckField>
      {allowed && (
        <div class="within">
          <TextField
            label={w.basis}
            value={allowed.legalBasis}
            onValue={legalBasis => onStep(withSameOfficer(step, legalBasis))}
            fault={faults.faultBelow('/sameOfficerAllowed')}
          />
        </div>
      )}
    </div>
  );
}
