import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { type Scope, scopesOf } from '../../domain/lists/list-scopes.ts';
import { stageOf } from '../../domain/lists/stage.ts';
import type { DossierLabels } from '../dossiers/dossier-store.ts';
import { keys, listPartitions, listPlace, scopeKey } from '../table/keys.ts';
import type { NamedWrite } from '../table/transact.ts';
import type { DossierFacts } from './entry-facts.ts';

/** A dossier's entry in the lists of a scope. A person has few dossiers: their entries are by submission and by procedure only. */
export function dossierEntry(scope: Scope, head: DossierHead, labels: DossierLabels) {
  const { code, submittedAt, handling, rules, channel } = head;
  const of = scopeKey(scope);
  const stage = stageOf(handling);
  const facts: DossierFacts = { procedure: rules.procedure, field: labels.field, channel, submittedAt };
  const entry = {
    ...keys.listed(code, of),
    facts,
    ...listPlace('submission', listPartitions.all(of), submittedAt, code),
    ...listPlace('procedure', listPartitions.procedure(of, rules.procedure, stage), submittedAt, code),
  };
  if (scope.kind === 'person') return entry;
  return {
    ...entry,
    ...listPlace('state', listPartitions.state(of, handling), submittedAt, code),
    ...(head.dueAt !== null && listPlace('due', listPartitions.due(of, stage), head.dueAt, code)),
    ...listPlace('field', listPartitions.field(of, labels.field, stage), submittedAt, code),
  };
}

/**
 * The writes of a dossier's entries: all of a new one; of a changed one those that move, in the same transaction, so that no list ever
 * tells another story than the ledger.
 */
export function dossierEntryWrites(
  table: string,
  labels: DossierLabels,
  before: DossierHead | undefined,
  after: DossierHead,
): NamedWrite[] {
  const moves = before?.handling !== after.handling || before.dueAt !== after.dueAt;
  const ends = !before || stageOf(before.handling) !== stageOf(after.handling);
  return scopesOf(after)
    .filter(scope => (scope.kind === 'person' ? ends : moves))
    .map(scope => ({
      name: 'version',
      write: { Put: { TableName: table, Item: dossierEntry(scope, after, labels) } },
    }));
}
