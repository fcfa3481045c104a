import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { ChangeContent } from '../../../schemas/stored/proposed-change.ts';
import type { Plan } from '../../domain/proposed-changes/propose.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import { planCalendar } from '../../records/proposed-changes/plan-calendar.ts';
import { planClosing } from '../../records/proposed-changes/plan-closing.ts';
import { planReplanning } from '../../records/proposed-changes/plan-replanning.ts';
import { planTemplate } from '../../records/proposed-changes/plan-template.ts';
import { planTransfer } from '../../records/proposed-changes/plan-transfer.ts';
import { planUnits } from '../../records/proposed-changes/plan-units.ts';
import { planWorkflow } from '../../records/proposed-changes/plan-workflow.ts';
import type { ProposedChangeDeps } from './deps.ts';

/** The refusals of a handover, and of a template that names units. */
const RULES: ReadonlySet<string> = new Set([
  'unit-unknown',
  'unit-in-force',
  'unit-in-use',
  'request-invalid',
]);

/** What a change would touch now, found as its preview was. */
export function planAgain(
  deps: ProposedChangeDeps & { readonly inTime: () => boolean },
  content: ChangeContent,
  now: Instant,
): Promise<Plan> {
  switch (content.kind) {
    case 'procedureClosing':
      return planClosing(deps, content);
    case 'workflow':
      return planWorkflow(deps, content);
    case 'workflowTemplate':
      return planTemplate(deps, content, now).catch(outdated);
    case 'workCalendar':
      return planCalendar(deps, content);
    case 'units':
      return planUnits(deps, content);
    case 'transfer':
      return planTransfer(deps, content, now).catch(outdated);
    case 'replanning':
      return planReplanning(deps, content, now);
  }
}

/**
 * What could be proposed and is refused now is outdated: who confirms it cannot mend it,
 * but have it proposed again.
 */
function outdated(error: unknown): never {
  if (!(error instanceof ProblemError) || !RULES.has(error.code)) throw error;
  throw new ProblemError(
    'proposed-change-outdated',
    {
      vi: `Thay đổi này nay không còn thực hiện được: ${error.detail.vi} Hãy rút và đề nghị lại.`,
      en: `The change can no longer be made: ${error.detail.en} Withdraw it and propose it again.`,
    },
    { cause: error },
  );
}
