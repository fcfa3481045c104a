import * as z from 'zod';
import { limit } from '../calendar.ts';
import { officerRole } from '../identity/roles.ts';
import { publishedLine } from '../text.ts';
import { plainDecisions, registry, sameOfficerAllowed, stepId } from './workflow.ts';

/** Part of the procedure's own legal limit. */
const share = z.number().gt(0).max(1);

const templateDecision = z.discriminatedUnion('decision', [
  ...plainDecisions,
  /** The agencies are named when the template is applied. */
  z.strictObject({ decision: z.literal('consult'), share }),
]);

const templateStep = z.strictObject({
  id: stepId,
  name: publishedLine(1, 200),
  kind: z.enum(['work', 'signature']),
  unit: z.enum(['competent', 'receiving']),
  role: officerRole,
  share,
  decisions: z.array(templateDecision).min(1).max(12),
  sameOfficerAllowed: sameOfficerAllowed.optional(),
});

/**
 * A workflow for many procedures (quy trình mẫu): a step takes a share of the legal limit of the procedure it is
 * applied to, so that the steps never take longer than the law allows.
 */
export const workflowTemplate = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    name: z.strictObject({ vi: publishedLine(1, 200), en: publishedLine(1, 200) }),
    /** At which level the procedures are decided that it is for. */
    level: z.enum(['province', 'commune']),
    start: stepId,
    steps: z.array(templateStep).min(1).max(20),
    supplementLimit: limit,
    paymentLimit: limit,
    collectionLimit: limit,
    registry: registry.optional(),
  })
  .meta({ id: 'WorkflowTemplate', description: 'Workflow for many procedures (quy trình mẫu)' });
export type WorkflowTemplate = z.infer<typeof workflowTemplate>;
