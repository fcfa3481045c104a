import { useState } from 'preact/hooks';
import type { TemplateReport, WorkflowTemplate } from '../../../api/generated.ts';
import { useDesk } from '../../desk.tsx';
import { useUnits } from '../unit-field.tsx';
import { Check } from './check.tsx';
import { applicationOf, type EnteredOrder, nothingEntered } from './order.ts';
import { PORTION } from './portions.ts';
import { SettingsForm } from './settings-form.tsx';
import { TemplateFaults } from './template-faults.tsx';
import { usePortions } from './use-portions.ts';
import { WhichProcedures } from './which-procedures.tsx';

/** For which procedures a template is meant and how it is applied; whatever is changed asks for another check. */
export function TemplateOrder({ template }: { readonly template: WorkflowTemplate }) {
  const { api } = useDesk();
  const units = useUnits();
  const [entered, setEntered] = useState(nothingEntered);
  const onEntered = (change: Partial<EnteredOrder>) => setEntered(before => ({ ...before, ...change }));
  const application = applicationOf(template, entered);
  const check = usePortions<TemplateReport>(JSON.stringify(application), async (before, key) => {
    const after = before.at(-1)?.next;
    const body = { ...application, limit: PORTION, ...(after && { after }) };
    const report = await api.get('applyWorkflowTemplate', { key, body });
    return { report, last: report.next === null };
  });
  return (
    <>
      <TemplateFaults error={check.error} />
      <WhichProcedures {...{ entered, onEntered }} faults={check} />
      <SettingsForm {...{ template, entered, onEntered, units }} faults={check} />
      <Check application={application} check={check} />
    </>
  );
}
