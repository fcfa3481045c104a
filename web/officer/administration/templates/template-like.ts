import type { ProcedureVersion, Workflow, WorkflowTemplate } from '../../../api/generated.ts';

type Step = Workflow['steps'][number];

/** Why no template can be made of a workflow: of which step, or for limits that are counted in several units. */
export class NoLikeness extends Error {
  /** The name of a step that is performed by one unit in particular; undefined where limits are the reason. */
  readonly step: string | undefined;

  constructor(step?: string) {
    super('no template can say this');
    this.step = step;
  }
}

/**
 * A template like the workflow of a procedure: each step takes the share that it has of all of them together. What a
 * template cannot say is refused and not guessed.
 */
export function templateLike(
  { steps, start, supplementLimit, paymentLimit, collectionLimit, registry }: Workflow,
  { code, levels }: Pick<ProcedureVersion['procedure'], 'code' | 'levels'>,
): WorkflowTemplate {
  const unit = steps[0]?.limit.unit;
  const whole = steps.reduce((sum, { limit }) => sum + limit.amount, 0);
  const shareOf = (limit: Step['limit']) => {
    if (limit.unit !== unit) throw new NoLikeness();
    return limit.amount / whole;
  };
  return {
    id: `like-${code.replaceAll('.', '-')}`,
    name: { vi: `Như quy trình của thủ tục ${code}`, en: `Like the workflow of ${code}` },
    level: levels.includes('commune') ? 'commune' : 'province',
    start,
    steps: steps.map(({ limit, unit: performs, decisions, ...step }) => {
      if (typeof performs !== 'string') throw new NoLikeness(step.name);
      return {
        ...step,
        unit: performs,
        share: shareOf(limit),
        decisions: decisions.map(decision =>
          decision.decision === 'consult'
            ? { decision: 'consult', share: Math.max(...decision.agencies.map(each => shareOf(each.limit))) }
            : decision,
        ),
      };
    }),
    supplementLimit,
    paymentLimit,
    collectionLimit,
    ...(registry && { registry }),
  };
}
