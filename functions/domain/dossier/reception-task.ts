import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import { handlingLimitsOn } from '../lifecycle/handling-limits.ts';
import { dateOf, type Instant } from '../vietnam-time.ts';
import type { PinnedRules } from './context.ts';
import { planTask } from './plan-task.ts';

/** The reception task: accept, decline or ask for a supplement within 8 working hours. */
export function receptionTask(context: {
  readonly head: { code: string; tasksOpened: number; receivingUnit: string; competentUnit: string };
  readonly rules: PinnedRules;
  readonly now: Instant;
}): PlannedTask {
  return planTask(context, {
    phase: 'reception',
    name: 'Tiếp nhận hồ sơ',
    step: null,
    unit: context.head.receivingUnit,
    role: 'reception',
    limit: handlingLimitsOn(dateOf(context.now)).reception,
  });
}
