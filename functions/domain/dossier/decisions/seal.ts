import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import { handlingLimitsOn } from '../../lifecycle/handling-limits.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { planTask } from '../plan-task.ts';
import { closes } from './closing.ts';

/**
 * What a signed decision opens: the task of the registry clerk (văn thư), where the workflow leaves numbering and
 * sealing to one; otherwise nothing, and the result is made at once.
 */
export function toBeSealed(context: DecisionContext): PlannedTask[] {
  const { head, rules } = context;
  if (rules.workflow.registry !== 'clerk') return [];
  return [
    planTask(context, {
      phase: 'seal',
      name: 'Vào sổ, đóng dấu văn bản',
      step: null,
      unit: head.competentUnit,
      role: 'registryClerk',
      limit: handlingLimitsOn(head.submittedAt.slice(0, 10)).registrySealing,
    }),
  ];
}

/**
 * The registry clerk numbers and dates the signed result, after the signature (NĐ 30/2020/NĐ-CP Đ14, Đ15, Đ32); the
 * machine then makes it and applies the agency's seal.
 */
export function seal({ numbering }: DecisionContext, task: PlannedTask): NewEvent[] {
  if (!numbering) throw new TypeError(`${task.id}: no number was taken from the register`);
  return [{ data: { type: 'resultNumbered', ...numbering }, opens: [], closes: closes(task, 'seal') }];
}
