import { CheckField } from '../../../parts/check-field.tsx';
import type { Faults } from '../../../parts/faults.ts';
import { TextField } from '../../../parts/field.tsx';
import { useWords, wording } from '../../../wording/language.tsx';
import type { EnteredOrder } from './order.ts';

const words = wording({
  vi: {
    title: 'Cho những thủ tục nào',
    hint: 'Để trống thì xét mọi thủ tục trong danh mục. Điền nhiều ô thì chỉ xét thủ tục đúng với tất cả.',
    fields: 'Lĩnh vực, mỗi dòng một lĩnh vực',
    ministry: 'Bộ, ngành công bố (viết tắt)',
    ministryHint: 'Như trong số quyết định: BXD của 56/QĐ-BXD.',
    codes: 'Mã thủ tục, mỗi dòng một mã',
    replace: 'Cả thủ tục đã có quy trình',
    replaceNote: 'Quy trình mẫu sẽ thay quy trình đang áp dụng.',
  },
  en: {
    title: 'For which procedures',
    hint: 'Left empty, all of the catalogue. With several, those to which all of them apply.',
    fields: 'Fields, one a line',
    ministry: 'Ministry that published them (abbreviation)',
    ministryHint: 'As in the number of the decision: BXD of 56/QĐ-BXD.',
    codes: 'Codes of procedures, one a line',
    replace: 'Those that have a workflow, too',
    replaceNote: 'The template takes the place of their workflow.',
  },
});

/** Which procedures a template is tried on. */
export function WhichProcedures(props: {
  readonly entered: EnteredOrder;
  readonly onEntered: (change: Partial<EnteredOrder>) => void;
  readonly faults: Faults;
}) {
  const { entered, onEntered, faults } = props;
  const w = useWords(words);
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      <p class="note">{w.hint}</p>
      <div class="grid">
        <TextField
          rows={3}
          label={w.fields}
          value={entered.fields}
          onValue={fields => onEntered({ fields })}
          fault={faults.faultBelow('/filter/fields')}
        />
        <TextField
          rows={3}
          label={w.codes}
          value={entered.codes}
          onValue={codes => onEntered({ codes })}
          fault={faults.faultBelow('/filter/codes')}
        />
        <TextField
          label={w.ministry}
          hint={w.ministryHint}
          value={entered.ministry}
          onValue={ministry => onEntered({ ministry })}
          fault={faults.faultOf('/filter/ministry')}
        />
      </div>
      <CheckField
        checked={entered.replaceExisting}
        onChecked={replaceExisting => onEntered({ replaceExisting })}
        note={w.replaceNote}
      >
        {w.replace}
      </CheckField>
    </section>
  );
}
