import type { WorkflowStep } from '../../../schemas/catalogue/workflow.ts';
import { pauseGrounds } from '../dossier/pause-kinds.ts';
import type { Finding } from './lint-findings.ts';

/** Grounds of a pause that are not in law/pauses.json. */
export function lintPauses(step: WorkflowStep): Finding[] {
  const kinds = step.decisions.flatMap(option => (option.decision === 'pause' ? option.kinds : []));
  const known = pauseGrounds();
  return kinds
    .filter(kind => !known.includes(kind))
    .map(kind => ({
      code: 'pause-ground-unknown' as const,
      step: step.id,
      message: {
        vi: `Bước "${step.id}": không có căn cứ tạm dừng "${kind}" (chỉ có: ${known.join(', ')}).`,
        en: `Step "${step.id}": "${kind}" is not a known ground for a pause (known: ${known.join(', ')}).`,
      },
    }));
}
