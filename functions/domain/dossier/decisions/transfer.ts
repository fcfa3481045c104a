import type { AgencyCode } from '../../../../schemas/codes/agency-code.ts';
import type { DossierHead } from '../../../../schemas/dossier/head.ts';
import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import { isEnd } from '../../lifecycle/states.ts';
import type { NewEvent } from '../context.ts';

/** An ended unit, its successor, and the published version of the units that says so. */
export interface TakingOver {
  readonly ended: AgencyCode;
  /** The unit itself if it has not ended after all: then it gets back what it had handed over. */
  readonly to: AgencyCode;
  readonly organisationVersion: number;
  /** The id of the proposed change that ordered it. */
  readonly proposedChange?: string | undefined;
  /** Whether a task's holder now works at the successor, in the task’s role: then they keep it. */
  readonly keeps: (task: PlannedTask) => boolean;
}

/** What a unit has of a dossier: as receiving unit, as deciding unit, and tasks. */
interface Share {
  readonly from: AgencyCode;
  readonly receiving: boolean;
  readonly competent: boolean;
  readonly tasks: readonly PlannedTask[];
}

/**
 * Hands over what an ended unit has of an open dossier. The promised date and the limits of its tasks stay as
 * promised; officers who now work at the successor keep their tasks, all others become unassigned there. Undefined if
 * there is nothing to hand over. A dossier already handed over to one successor moves on to another if that one is
 * chosen.
 */
export function transfer(head: DossierHead, by: TakingOver): NewEvent | undefined {
  if (isEnd(head.handling)) return undefined;
  const share = (by.ended === by.to ? undefined : shareOf(head, by.ended)) ?? shareTakenOver(head, by);
  if (!share) return undefined;
  const { from, receiving, competent } = share;
  return {
    data: {
      type: 'transferred',
      ended: by.ended,
      from,
      to: by.to,
      receiving,
      competent,
      tasks: share.tasks.map(task => ({
        task: task.id,
        assignee: task.assignee !== null && by.keeps(task) ? task.assignee : null,
      })),
      organisationVersion: by.organisationVersion,
      ...(by.proposedChange !== undefined && { proposedChange: by.proposedChange }),
    },
    opens: [],
    closes: [],
  };
}

/** What the ended unit itself still has. */
function shareOf(head: DossierHead, from: AgencyCode): Share | undefined {
  const receiving = head.receivingUnit === from;
  const competent = head.competentUnit === from;
  const tasks = head.tasks.filter(task => task.unit === from);
  return receiving || competent || tasks.length > 0 ? { from, receiving, competent, tasks } : undefined;
}

/**
 * What another successor has of it by an earlier transfer, directly or through a unit that ended in turn. If the unit
 * turned out not to have ended, this is what it gets back.
 */
function shareTakenOver(head: DossierHead, { ended, to }: TakingOver): Share | undefined {
  const at = head.transfers.findLastIndex(earlier => earlier.ended === ended);
  const last = head.transfers[at];
  if (!last) return undefined;
  const from = head.transfers
    .slice(at)
    .reduce((unit, next) => (next.from === unit ? next.to : unit), last.to);
  if (from === to) return undefined;
  const receiving = last.receiving && head.receivingUnit === from;
  const competent = last.competent && head.competentUnit === from;
  const handedOver = (task: PlannedTask) =>
    last.tasks.includes(task.id) ||
    (task.phase !== 'consultation' && (task.role === 'reception' ? receiving : competent));
  const tasks = head.tasks.filter(task => task.unit === from && handedOver(task));
  return receiving || competent || tasks.length > 0 ? { from, receiving, competent, tasks } : undefined;
}
