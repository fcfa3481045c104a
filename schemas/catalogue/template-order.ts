import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { procedureCode } from '../codes/procedure-code.ts';
import { oneLine } from '../text.ts';
import { workflowTemplate } from './workflow-template.ts';

/** A workflow template for many procedures (quy trình mẫu): which of them, and settings for all. */
export const templateOrder = z.strictObject({
  template: workflowTemplate,
  approvedBy: oneLine(3, 200),
  filter: z
    .strictObject({
      codes: z.array(procedureCode).min(1).max(500).optional(),
      fields: z.array(oneLine(1, 500)).min(1).max(100).optional(),
      /** Abbreviation of the ministry in the decision that publishes the procedure: `BXD` of `56/QĐ-BXD`. */
      ministry: oneLine(2, 20).optional(),
    })
    .default({}),
  /** The agencies that consultations ask. */
  consulted: z.array(agencyCode).max(20).default([]),
  /** The deciding department for procedures of the province that name none. */
  competentUnit: agencyCode.optional(),
  /** The step, or `return`, before which fees are due if the procedure does not say. */
  feeDueBefore: z.string().max(40).optional(),
  /** Includes procedures that already have a workflow. */
  replaceExisting: z.boolean().default(false),
});
export type TemplateOrder = z.infer<typeof templateOrder>;
