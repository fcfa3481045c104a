import type { ProcedureVersion } from '../../../schemas/catalogue/procedure.ts';
import type { TemplateOrder } from '../../../schemas/catalogue/template-order.ts';
import { fitTemplate } from '../../domain/catalogue/default-workflow.ts';
import { dateOf, type Instant } from '../../domain/vietnam-time.ts';
import type { CatalogueStore } from '../catalogue/catalogue-store.ts';
import { readMatching } from '../catalogue/matching-procedures.ts';
import { saveWithWorkflow } from '../catalogue/save-with-workflow.ts';

type Catalogue = Pick<CatalogueStore, 'procedure' | 'workflow' | 'addingWorkflow' | 'saveProcedure'>;

/** Whether an order is about a procedure: those that have a workflow keep it unless it says otherwise. */
export function isMeant({ replaceExisting }: TemplateOrder, { workflowVersion }: ProcedureVersion): boolean {
  return replaceExisting || workflowVersion === null;
}

/** Gives a procedure the workflow of a template, if it fits; what has it already is left alone. */
export async function giveWorkflow(
  catalogue: Catalogue,
  order: TemplateOrder,
  code: string,
  now: Instant,
): Promise<'changed' | 'unchanged' | 'conflict'> {
  const [before] = await readMatching(catalogue, order.filter, [code]);
  if (!before || !isMeant(order, before)) return 'unchanged';
  const fit = fitTemplate(order, before, dateOf(now));
  if (!fit.fits) return 'unchanged';
  const saved = await saveWithWorkflow(catalogue, before, fit, now);
  return saved === 'saved' ? 'changed' : saved;
}
