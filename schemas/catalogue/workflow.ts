import * as z from 'zod';
import { limit } from '../calendar.ts';
import { agencyCode } from '../codes/agency-code.ts';
import { procedureCode } from '../codes/procedure-code.ts';
import { officerRole } from '../identity/roles.ts';
import { publishedLine } from '../text.ts';
import { says } from '../words.ts';

/** Id of a step inside a workflow: `examine`, `sign` … */
export const stepId = z.string().regex(
  /^[a-z][a-zA-Z0-9-]{0,39}$/,
  says({
    vi: 'phải là mã bước: chữ không dấu, chữ số, gạch nối, bắt đầu bằng chữ thường',
    en: 'must be a step id: letters a to z, digits and hyphens, beginning with a lower-case letter',
  }),
);

/** Who performs a step: the deciding unit, the receiving unit, or a unit named by its code. */
export const stepUnit = z.union([z.enum(['competent', 'receiving']), z.strictObject({ unit: agencyCode })]);

/** Decisions that name no unit: those of a template are the same. */
export const plainDecisions = [
  z.strictObject({ decision: z.literal('forward'), to: stepId }),
  z.strictObject({ decision: z.literal('sendBack'), to: stepId }),
  z.strictObject({ decision: z.literal('approve'), to: z.union([stepId, z.literal('decided')]) }),
  z.strictObject({ decision: z.literal('refuse'), to: z.union([stepId, z.literal('decided')]) }),
  z.strictObject({ decision: z.literal('requestSupplement') }),
  z.strictObject({ decision: z.literal('extend') }),
  z.strictObject({ decision: z.literal('stop') }),
  /** Pauses the clock on one of these grounds of law/pauses.json; the dossier comes back to this step. */
  z.strictObject({
    decision: z.literal('pause'),
    kinds: z
      .array(z.string().regex(/^[a-z][a-zA-Z]{2,39}$/))
      .min(1)
      .max(20),
  }),
] as const;

/**
 * What an officer may decide at a step and where it leads. `decided` as a target ends processing with the outcome:
 * `approve` grants, `refuse` refuses; on a work step both lead on to a signature step as a proposal.
 */
export const stepDecision = z.discriminatedUnion('decision', [
  ...plainDecisions,
  /**
   * Other agencies are asked in parallel; the dossier comes back to this step once they have answered. NĐ 61/2018 Đ19
   * k5.
   */
  z.strictObject({
    decision: z.literal('consult'),
    agencies: z
      .array(z.strictObject({ unit: agencyCode, limit }))
      .min(1)
      .max(20),
  }),
]);
export type StepDecision = z.infer<typeof stepDecision>;

/**
 * Whoever handled the dossier may sign it at this step, and the law that lets them: for units so small that nobody else is there.
 */
export const sameOfficerAllowed = z.strictObject({ legalBasis: publishedLine(1, 500) });

/** A step of the electronic workflow (bước của quy trình điện tử). */
export const workflowStep = z.strictObject({
  id: stepId,
  name: publishedLine(1, 200),
  kind: z.enum(['work', 'signature']),
  unit: stepUnit,
  role: officerRole,
  limit,
  decisions: z.array(stepDecision).max(12),
  sameOfficerAllowed: sameOfficerAllowed.optional(),
});
export type WorkflowStep = z.infer<typeof workflowStep>;

/**
 * Who numbers and seals a signed result (văn thư cấp số, đóng dấu; NĐ 30/2020/NĐ-CP Đ14–18, 32): the registry clerk at
 * a task of their own, or the system at once where the province says so. Left out, the system does.
 */
export const registry = z.enum(['clerk', 'automatic']);

/**
 * A procedure's workflow (quy trình nội bộ, quy trình điện tử), approved per procedure by the Chairman of the province
 * (TT 01/2018/TT-VPCP Đ8) and pinned, with its version, to every dossier received under it.
 */
export const workflow = z
  .strictObject({
    procedure: procedureCode,
    start: stepId,
    steps: z.array(workflowStep).min(1).max(40),
    /** How long the applicant has to supplement, and to pay. */
    supplementLimit: limit,
    paymentLimit: limit,
    /** How long reception has to hand over or send a finished result. */
    collectionLimit: limit,
    registry: registry.optional(),
    approvedBy: publishedLine(0, 200),
  })
  .meta({ id: 'Workflow', description: 'Workflow of a procedure (quy trình điện tử)' });
export type Workflow = z.infer<typeof workflow>;

export const workflowVersion = z
  .strictObject({
    version: z.int().min(1),
    contentHash: z.string().regex(/^[0-9a-f]{64}$/),
    recordedAt: z.iso.datetime({ offset: true }),
    workflow,
  })
  .meta({ id: 'WorkflowVersion', description: 'Version of a workflow' });
export type WorkflowVersion = z.infer<typeof workflowVersion>;
