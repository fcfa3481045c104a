import type { Limit } from '../../../schemas/calendar.ts';
import type { WorkflowStep } from '../../../schemas/catalogue/workflow.ts';
import type { AgencyCode } from '../../../schemas/codes/agency-code.ts';
import { formatTaskId, type PlannedTask } from '../../../schemas/dossier/task.ts';
import type { OfficerRole } from '../../../schemas/identity/roles.ts';
import { toRfc3339 } from '../vietnam-time.ts';
import type { DecisionContext } from './context.ts';

type TaskPlace = Pick<DecisionContext['head'], 'code' | 'tasksOpened' | 'receivingUnit' | 'competentUnit'> &
  Partial<Pick<DecisionContext['head'], 'transfers'>>;
type Planning = Pick<DecisionContext, 'rules' | 'now'> & { readonly head: TaskPlace };

/** The properties of a new task; number and dates are added. */
export interface TaskOutline {
  readonly phase: PlannedTask['phase'];
  readonly name: string;
  readonly step: string | null;
  readonly unit: AgencyCode;
  readonly role: OfficerRole;
  readonly limit: Limit;
}

/**
 * Plans a task that opens now: its id, its due instant by the clock of its unit, its alarms. `offset` counts tasks
 * planned together.
 */
export function planTask(context: Planning, outline: TaskOutline, offset = 0): PlannedTask {
  const { limit, ...rest } = outline;
  const unit = workplaceOf(context, outline.unit);
  const due = context.rules.clockOf(unit).due(limit, context.now);
  if (due === undefined) throw new TypeError('a task’s limit has no pauses and always ends');
  return {
    ...rest,
    unit,
    id: formatTaskId(context.head.code, context.head.tasksOpened + 1 + offset),
    openedAt: toRfc3339(context.now),
    dueAt: due.dueAt,
    alarms: due.alarms,
    assignee: null,
  };
}

/**
 * The unit that does the work of a unit named by the workflow or the dossier: its successor in this dossier if it has
 * ended.
 */
function workplaceOf(context: Planning, unit: AgencyCode): AgencyCode {
  const successor = context.rules.successorOf(unit, context.now);
  if (successor === unit) return unit;
  const chosen = context.head.transfers?.findLast(({ ended }) => ended === unit)?.to;
  return chosen === undefined ? successor : workplaceOf(context, chosen);
}

/** The unit that holds a step. */
export function unitOfStep(step: WorkflowStep, head: TaskPlace): AgencyCode {
  if (typeof step.unit === 'object') return step.unit.unit;
  return step.unit === 'receiving' ? head.receivingUnit : head.competentUnit;
}

/** A step of the pinned workflow by its id. The linter refuses workflows whose targets do not exist. */
export function stepOf(context: Pick<DecisionContext, 'rules'>, id: string): WorkflowStep {
  const step = context.rules.workflow.steps.find(candidate => candidate.id === id);
  if (!step) throw new TypeError(`workflow of ${context.rules.procedure.code} has no step ${id}`);
  return step;
}
