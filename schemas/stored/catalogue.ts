import * as z from 'zod';
import { procedureVersion } from '../catalogue/procedure.ts';
import { workflowVersion } from '../catalogue/workflow.ts';

/** What the list of procedures shows of one. */
export const catalogueEntry = z.object({
  code: z.string(),
  name: z.string(),
  field: z.string(),
  levels: z.array(z.string()),
  channels: z.array(z.enum(['online', 'counter', 'post'])),
  onlineLevel: z.enum(['full', 'partial', 'none']).nullable(),
  anyBoundary: z.boolean(),
  version: z.number(),
  state: z.enum(['open', 'closed']),
});
export type CatalogueEntry = z.infer<typeof catalogueEntry>;

export const catalogueItem = z.strictObject({ entry: catalogueEntry });

/** A procedure or workflow, in the version in force or an earlier one. */
export const procedureItem = z.strictObject({ record: procedureVersion });
export const workflowItem = z.strictObject({ record: workflowVersion });
