import type * as z from 'zod';
import type { dossierSummary } from '../../../schemas/api/dossier.ts';
import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { KnownCaller } from '../../../schemas/identity/known-caller.ts';
import { progressOf } from '../../domain/dossier/views.ts';
import { isEnd } from '../../domain/lifecycle/states.ts';
import { ProblemError } from '../../domain/problem.ts';
import { demand, nothingHere } from '../../domain/rights/judge.ts';
import { type Instant, parseInstant } from '../../domain/vietnam-time.ts';
import { accountOf } from '../dossiers/known-caller.ts';
import type { DossierLists, ListedDossier, ListOwner } from './dossier-lists.ts';
import type { ListPage, PageWanted } from './list-page.ts';

/** What the list of dossiers may be narrowed by: its operation's own parameters. */
export type DossierFilters = Omit<
  z.infer<(typeof dossierOperations)['listDossiers']['query']>,
  'cursor' | 'limit'
>;
export type DossierSummary = z.infer<typeof dossierSummary>;

/** Whose dossiers a caller lists with these filters. Throws what the policy says to those who may not. */
export function dossierListOf(caller: KnownCaller, { unit }: DossierFilters): ListOwner {
  if (caller.kind === 'officer') {
    const wanted = unit ?? caller.unit;
    if (wanted === null)
      throw new ProblemError('parameter-invalid', 'You work in no unit: name one in “unit”.');
    demand(caller, 'dossier.list', new Set(wanted === caller.unit ? ['unit'] : []));
    return { unit: wanted };
  }
  demand(caller, 'dossier.list', new Set(['owner']));
  if (unit !== undefined) throw nothingHere();
  return caller.kind === 'citizen' ? { owner: caller.key } : { submitter: accountOf(caller) };
}

/** The next page of the dossiers that a caller lists with these filters; newest first. */
export async function nextDossiers(
  lists: DossierLists,
  caller: KnownCaller,
  filters: DossierFilters,
  { position, limit, language, now }: PageWanted,
): Promise<ListPage<DossierSummary>> {
  const keep = (head: DossierHead) =>
    (filters.handling === undefined || head.handling === filters.handling) &&
    (filters.procedure === undefined || head.rules.procedure === filters.procedure) &&
    (filters.overdue === undefined || isOverdue(head, now) === (filters.overdue === 'true'));
  const page = await lists.page(dossierListOf(caller, filters), position, limit, keep);
  return { items: page.dossiers.map(dossier => summaryOf(dossier, language)), next: page.next };
}

function isOverdue(head: DossierHead, now: Instant): boolean {
  return (
    !isEnd(head.handling) &&
    head.handling !== 'decided' &&
    head.dueAt !== null &&
    parseInstant(head.dueAt) < now
  );
}

function summaryOf({ head, procedureName }: ListedDossier, language: 'vi' | 'en'): DossierSummary {
  return {
    ...progressOf(head, language),
    procedure: { code: head.rules.procedure, name: procedureName },
    receivingUnit: head.receivingUnit,
    competentUnit: head.competentUnit,
    channel: head.channel,
    money: head.money,
    delivery: head.delivery,
    submittedAt: head.submittedAt,
    dueAt: head.dueAt,
    dueOn: head.dueOn,
    outcome: head.outcome,
  };
}
