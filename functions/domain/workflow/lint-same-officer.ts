import type { WorkflowStep } from '../../../schemas/catalogue/workflow.ts';
import type { Finding } from './lint-findings.ts';

/** A signature that is left to whoever handled the dossier: whoever approves the workflow weighs its ground. */
export function lintSameOfficer(step: WorkflowStep): Finding[] {
  const { kind, sameOfficerAllowed } = step;
  if (kind !== 'signature' || sameOfficerAllowed === undefined) return [];
  const { legalBasis } = sameOfficerAllowed;
  const message = {
    vi: `Bước “${step.id}” cho phép người đã thụ lý tự ký, căn cứ ${legalBasis}: chỉ dùng cho đơn vị không còn ai khác.`,
    en: `Step "${step.id}" lets whoever handled a dossier sign it, on the ground of ${legalBasis}: for units where nobody else is.`,
  };
  return [{ code: 'same-officer-signs', step: step.id, message }];
}
