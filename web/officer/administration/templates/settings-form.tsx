import type { WorkflowTemplate } from '../../../api/generated.ts';
import type { Faults } from '../../../parts/faults.ts';
import { ChoiceField, TextField } from '../../../parts/field.tsx';
import { useWords, wording } from '../../../wording/language.tsx';
import { UnitField, type UnitOption } from '../unit-field.tsx';
import { Consulted } from './consulted.tsx';
import type { EnteredOrder } from './order.ts';
import { consults } from './read-template.ts';

const words = wording({
  vi: {
    title: 'Áp dụng thế nào',
    approvedBy: 'Căn cứ phê duyệt',
    approvedHint: 'Ghi vào từng quy trình, ví dụ: QĐ 12/QĐ-UBND.',
    competent: 'Sở, ngành giải quyết',
    competentHint: 'Cho thủ tục cấp tỉnh chưa nêu đơn vị giải quyết.',
    none: 'Không nêu',
    fee: 'Phải nộp phí, lệ phí trước',
    feeHint: 'Cho thủ tục có phí, lệ phí mà chưa nêu phải nộp lúc nào.',
    before: (name: string) => `bước ${name}`,
    return: 'khi trả kết quả',
  },
  en: {
    title: 'How it is applied',
    approvedBy: 'Approved by',
    approvedHint: 'Kept with each workflow, such as QĐ 12/QĐ-UBND.',
    competent: 'Deciding department',
    competentHint: 'For procedures of the province that name none.',
    none: 'Not stated',
    fee: 'Fees are due before',
    feeHint: 'For procedures that have a fee and do not say when it is due.',
    before: (name: string) => `the step ${name}`,
    return: 'the result is handed over',
  },
});

/** What is the same for all procedures that a template is applied to. */
export function SettingsForm(props: {
  readonly template: WorkflowTemplate;
  readonly entered: EnteredOrder;
  readonly onEntered: (change: Partial<EnteredOrder>) => void;
  readonly units: readonly UnitOption[];
  readonly faults: Faults;
}) {
  const { template, entered, onEntered, units, faults } = props;
  const w = useWords(words);
  const none = { value: '', text: w.none };
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      <div class="grid">
        <TextField
          label={w.approvedBy}
          hint={w.approvedHint}
          value={entered.approvedBy}
          onValue={approvedBy => onEntered({ approvedBy })}
          fault={faults.faultOf('/approvedBy')}
          required
        />
        <ChoiceField
          label={w.fee}
          hint={w.feeHint}
          value={entered.feeDueBefore}
          onValue={feeDueBefore => onEntered({ feeDueBefore })}
          options={[
            none,
            ...template.steps.map(({ id, name }) => ({ value: id, text: w.before(name) })),
            { value: 'return', text: w.return },
          ]}
          fault={faults.faultOf('/feeDueBefore')}
        />
        {template.level === 'province' && (
          <UnitField
            label={w.competent}
            hint={w.competentHint}
            value={entered.competentUnit}
            onValue={competentUnit => onEntered({ competentUnit })}
            units={units}
            others={[none]}
            fault={faults.faultOf('/competentUnit')}
          />
        )}
      </div>
      {consults(template) && (
        <Consulted
          codes={entered.consulted}
          onCodes={consulted => onEntered({ consulted })}
          units={units}
          fault={faults.faultBelow('/consulted')}
        />
      )}
    </section>
  );
}
