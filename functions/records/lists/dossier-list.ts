import type { DossierFilters } from '../../../schemas/api/dossier-list.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { KnownCaller } from '../../../schemas/identity/known-caller.ts';
import type { DossierRow } from '../../../schemas/stored/dossier-row.ts';
import { describeActor } from '../../domain/dossier/describe-actor.ts';
import { type DossierQuestion, questionOf } from '../../domain/lists/dossier-filters.ts';
import type { Scope } from '../../domain/lists/list-scopes.ts';
import { demand, judge, nothingHere } from '../../domain/rights/judge.ts';
import { unitRelation } from '../../domain/rights/relations.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { Page, PageWanted } from '../../kernel/table/listed-page.ts';
import type { DossierLists } from './dossier-lists.ts';

/**
 * Which dossiers a caller is shown with these filters: all they may see, or the part they name. Throws as the policy
 * says if they may not.
 */
export function dossierListOf(caller: KnownCaller, { unit }: Pick<DossierFilters, 'unit'>): Scope {
  if (caller.kind === 'officer') {
    const everywhere = judge(caller, 'dossier.list', new Set()) === 'allow';
    const wanted = unit ?? (everywhere ? undefined : caller.unit);
    if (wanted === null) {
      throw new ProblemError('parameter-invalid', {
        vi: 'Tài khoản không thuộc đơn vị nào: hãy ghi đơn vị trong “unit”.',
        en: 'Your account belongs to no unit: name one in “unit”.',
      });
    }
    demand(caller, 'dossier.list', unitRelation(caller, wanted));
    return wanted === undefined ? { kind: 'province' } : { kind: 'unit', unit: wanted };
  }
  demand(caller, 'dossier.list', new Set(['owner']));
  if (unit !== undefined) throw nothingHere();
  return caller.kind === 'portal'
    ? { kind: 'portal', submitter: describeActor(caller) }
    : { kind: 'person', key: caller.key };
}

/** Whose dossiers a caller requests, and which of them. Throws a ProblemError if filters contradict one another. */
export function dossiersAsked(
  caller: KnownCaller,
  filters: DossierFilters,
  now: Instant,
): { scope: Scope; question: DossierQuestion } {
  const scope = dossierListOf(caller, filters);
  return { scope, question: questionOf(filters, now, scope.kind === 'person' ? ['submittedAt'] : undefined) };
}

/** The next page of the dossiers a caller lists with these filters. */
export function nextDossiers(
  lists: Pick<DossierLists, 'page'>,
  caller: KnownCaller,
  filters: DossierFilters,
  { position, limit, now }: PageWanted,
): Promise<Page<DossierRow>> {
  const { scope, question } = dossiersAsked(caller, filters, now);
  return lists.page(scope, question, { after: position, limit, now });
}
