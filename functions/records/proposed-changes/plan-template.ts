import type { ContentOf } from '../../../schemas/stored/proposed-change.ts';
import { digestOf } from '../../domain/canonical-json.ts';
import { fitTemplate } from '../../domain/catalogue/default-workflow.ts';
import type { Plan } from '../../domain/proposed-changes/propose.ts';
import { dateOf, type Instant } from '../../domain/vietnam-time.ts';
import type { CatalogueStore } from '../catalogue/catalogue-store.ts';
import { nextCodes, readMatching } from '../catalogue/matching-procedures.ts';
import type { OrganizationStore } from '../organization/organization-store.ts';
import { demandUnits } from '../workflow-templates/demand-units.ts';
import { isMeant } from '../workflow-templates/give-workflow.ts';

export interface TemplatePlanDeps {
  readonly catalogue: Pick<CatalogueStore, 'procedure' | 'entries'>;
  readonly organization: Pick<OrganizationStore, 'current'>;
}

/** Procedures read at a time. */
const PAGE = 200;

/** The pages of procedures that an order goes through, by code. */
export function templatePages(
  { catalogue }: Pick<TemplatePlanDeps, 'catalogue'>,
  { order }: ContentOf<'workflowTemplate'>,
) {
  return async ({ after }: { readonly after: string | undefined }) => {
    const { codes, next } = await nextCodes(catalogue, order.filter, { after, limit: PAGE });
    return { codes, next: next ?? undefined };
  };
}

/**
 * What a template for many means: the procedures it fits, each in its version. It is outdated as soon as one of them
 * changes, for then it may fit others.
 */
export async function planTemplate(
  deps: TemplatePlanDeps,
  content: ContentOf<'workflowTemplate'>,
  now: Instant,
): Promise<Plan> {
  const { order } = content;
  await demandUnits(deps, order, now);
  const pageOf = templatePages(deps, content);
  const fitting: [code: string, version: number, workflow: number | null][] = [];
  for (let after: string | undefined; ; ) {
    const { codes, next } = await pageOf({ after });
    for (const version of await readMatching(deps.catalogue, order.filter, codes))
      if (isMeant(order, version) && fitTemplate(order, version, dateOf(now)).fits)
        fitting.push([version.procedure.code, version.version, version.workflowVersion]);
    if (next === undefined) break;
    after = next;
  }
  return {
    preview: { dossiers: 0, among: 0, procedures: fitting.length, exact: true, differences: [] },
    basis: digestOf({ fitting }),
  };
}
