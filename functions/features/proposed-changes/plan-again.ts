import type { ChangeContent } from '../../../schemas/stored/proposed-change.ts';
import type { Plan } from '../../domain/proposed-changes/propose.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import { planCalendar } from '../../records/proposed-changes/plan-calendar.ts';
import { planClosing } from '../../records/proposed-changes/plan-closing.ts';
import { planReplanning } from '../../records/proposed-changes/plan-replanning.ts';
import { planTransfer } from '../../records/proposed-changes/plan-transfer.ts';
import { planUnits } from '../../records/proposed-changes/plan-units.ts';
import type { ProposedChangeDeps } from './deps.ts';

/** What a change would touch now, found as its preview was. */
export function planAgain(
  deps: ProposedChangeDeps & { readonly inTime: () => boolean },
  content: ChangeContent,
  now: Instant,
): Promise<Plan> {
  switch (content.kind) {
    case 'procedureClosing':
      return planClosing(deps, content);
    case 'workCalendar':
      return planCalendar(deps, content);
    case 'units':
      return planUnits(deps, content);
    case 'transfer':
      return planTransfer(deps, content, now);
    case 'replanning':
      return planReplanning(deps, content, now);
  }
}
