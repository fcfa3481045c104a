import { useState } from 'preact/hooks';
import type { ProposedChange, Unit, UnitOutput } from '../../../api/generated.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Field } from '../../../parts/field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';
import { rowsOf } from '../catalogue/import-slices.ts';
import { proposalOf } from '../proposal.ts';
import { ProposalWaits } from '../proposal-waits.tsx';
import { unitDifferences } from './unit-differences.ts';

const words = wording({
  vi: {
    title: 'Thay danh sách đơn vị',
    file: 'Tệp JSON của danh sách mới',
    bad: 'Tệp này không chứa danh sách đơn vị.',
    sure: (added: string, removed: string, changed: string) =>
      `So với danh sách đang áp dụng: thêm ${added}, bỏ ${removed}, thay đổi ${changed} đơn vị.`,
    propose: 'Đề nghị thay danh sách',
    same: 'Danh sách đã được ghi.',
  },
  en: {
    title: 'Replace the list of units',
    file: 'JSON file of the new list',
    bad: 'There is no list of units in this file.',
    sure: (added: string, removed: string, changed: string) =>
      `Compared with the list in force: ${added} added, ${removed} removed, ${changed} changed.`,
    propose: 'Propose the list',
    same: 'The list has been recorded.',
  },
});

/** Proposes another list of units from a file, after saying how it differs from the one in force. */
export function PublishUnits({ inForce }: { readonly inForce: readonly UnitOutput[] }) {
  const w = useWords(words);
  const { number } = useFormats();
  const { api } = useDesk();
  const [units, setUnits] = useState<Unit[]>();
  const [fault, setFault] = useState<string>();
  const [change, setChange] = useState<ProposedChange>();
  const [recorded, setRecorded] = useState(false);
  const action = useAction(async key => {
    // What the file holds is the API's to judge.
    const answered = await api.ask('publishOrganization', { key, body: { units: units ?? [] } });
    setChange(proposalOf(answered));
    setRecorded(answered.status !== 202);
  });
  async function choose(file: File | undefined) {
    setUnits(undefined);
    setFault(undefined);
    try {
      if (file) setUnits(rowsOf(await file.text()) as Unit[]);
    } catch {
      setFault(w.bad);
    }
  }
  const { added, removed, changed } = unitDifferences(inForce, units ?? []);
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      <Field label={w.file} fault={fault}>
        {tied => (
          <input
            class="ds-input"
            type="file"
            accept=".json,application/json"
            onChange={event => choose(event.currentTarget.files?.[0])}
            {...tied}
          />
        )}
      </Field>
      {units && (
        <>
          <p role="status">{w.sure(number(added), number(removed), number(changed))}</p>
          <div>
            <button type="button" class="ds-button" onClick={action.run} aria-busy={action.busy}>
              {w.propose}
            </button>
          </div>
        </>
      )}
      {action.error !== undefined && <Failure error={action.error} />}
      {change && <ProposalWaits change={change} />}
      <p role="status">{recorded && w.same}</p>
    </section>
  );
}
