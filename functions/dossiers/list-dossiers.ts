import type * as z from 'zod';
import type { dossierSummary } from '../../schemas/api/dossier.ts';
import type { dossierOperations } from '../../schemas/api/operations/dossiers.ts';
import type { DossierHead } from '../../schemas/dossier/head.ts';
import type { Principal } from '../../schemas/identity/principal.ts';
import { describeActor } from '../domain/dossier/describe-actor.ts';
import { progressOf } from '../domain/dossier/views.ts';
import { isEnd } from '../domain/lifecycle/states.ts';
import { ProblemError } from '../domain/problem.ts';
import { demand, nothingHere } from '../domain/rights/judge.ts';
import { parseInstant } from '../domain/vietnam-time.ts';
import { actorOf } from '../platform/dossiers/actor-of.ts';
import type { Call, Reply } from '../platform/http/call.ts';
import { readCursor, writeCursor } from '../platform/paging/cursor.ts';
import type { Keyring } from '../platform/secrets/keyring.ts';
import type { ReadingDeps } from './deps.ts';
import type { ListedDossier, ListOwner } from './dossier-lists.ts';

type Operation = (typeof dossierOperations)['listDossiers'];

/** Dossiers of a unit for officers, their own for citizens and portals; newest first. */
export async function listDossiers(deps: ReadingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { query, caller, now } = call;
  const keyring = await deps.keyring();
  const of = listOf(caller, query.unit, keyring);
  const { cursor, limit, ...filters } = query;
  const scope = JSON.stringify(['dossiers', of, filters]);
  const keep = (head: DossierHead) =>
    (query.handling === undefined || head.handling === query.handling) &&
    (query.procedure === undefined || head.rules.procedure === query.procedure) &&
    (query.overdue === undefined || isOverdue(head, now) === (query.overdue === 'true'));
  const page = await deps.lists.page(of, readCursor(keyring, scope, cursor), limit, keep);
  return {
    body: {
      items: page.dossiers.map(dossier => summaryOf(dossier, call.language)),
      nextCursor: page.next === undefined ? null : writeCursor(keyring, scope, page.next),
    },
  };
}

function listOf(caller: Principal, unit: string | undefined, keyring: Keyring): ListOwner {
  if (caller.kind === 'officer') {
    const wanted = unit ?? caller.unit;
    if (wanted === null)
      throw new ProblemError('parameter-invalid', 'You work in no unit: name one in “unit”.');
    demand(caller, 'dossier.list', new Set(wanted === caller.unit ? ['unit'] : []));
    return { unit: wanted };
  }
  demand(caller, 'dossier.list', new Set(['owner']));
  if (unit !== undefined) throw nothingHere();
  return caller.kind === 'citizen'
    ? { owner: keyring.personKey(caller.identityNumber) }
    : { submitter: describeActor(actorOf(caller, keyring)) };
}

function isOverdue(head: DossierHead, now: number): boolean {
  return (
    !isEnd(head.handling) &&
    head.handling !== 'decided' &&
    head.dueAt !== null &&
    parseInstant(head.dueAt) < now
  );
}

function summaryOf(
  { head, procedureName }: ListedDossier,
  language: 'vi' | 'en',
): z.infer<typeof dossierSummary> {
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
