import type { Workflow, WorkflowStep } from '../../../schemas/catalogue/workflow.ts';
import type { WorkflowTemplate } from '../../../schemas/catalogue/workflow-template.ts';
import type { Limit } from './lint-limits.ts';
import { shareLimit } from './share-limit.ts';

/** The procedure a template is applied to, the approval, and the agencies its consultations ask. */
export interface Application {
  readonly procedure: string;
  readonly legal: Limit;
  readonly approvedBy: string;
  readonly consulted: readonly string[];
}

/** The workflow of a template for one procedure; undefined if its legal limit is too short for so many steps. */
export function applyTemplate(template: WorkflowTemplate, application: Application): Workflow | undefined {
  const limits = shareLimit(
    application.legal,
    template.steps.map(({ share }) => share),
  );
  if (limits === undefined) return undefined;
  const steps = template.steps.map(({ share: own, decisions, ...step }, index): WorkflowStep => {
    const limit = limits[index] ?? application.legal;
    return {
      ...step,
      limit,
      decisions: decisions.map(decision =>
        decision.decision === 'consult'
          ? {
              decision: 'consult',
              agencies: agenciesOf(application.consulted, partOf(limit, decision.share / own)),
            }
          : decision,
      ),
    };
  });
  const { start, supplementLimit, paymentLimit, collectionLimit, registry } = template;
  const { procedure, approvedBy } = application;
  return {
    procedure,
    start,
    steps,
    supplementLimit,
    paymentLimit,
    collectionLimit,
    ...(registry && { registry }),
    approvedBy,
  };
}

/** Whether a template consults other agencies, so that applying it requires naming them. */
export function consults(template: WorkflowTemplate): boolean {
  return template.steps.some(({ decisions }) => decisions.some(({ decision }) => decision === 'consult'));
}

const agenciesOf = (consulted: readonly string[], limit: Limit) => consulted.map(unit => ({ unit, limit }));

/** Part of a step's limit, in its own unit or halves of office time, never more than the whole. */
function partOf({ amount, unit }: Limit, part: number): Limit {
  const grain = unit === 'workingDay' || unit === 'workingHour' ? 0.5 : 1;
  return { amount: Math.min(amount, Math.max(grain, Math.floor((amount * part) / grain) * grain)), unit };
}
