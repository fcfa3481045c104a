import { isDeepStrictEqual } from 'node:util';
import type { DossierRow } from '../../../schemas/dossier/dossier-row.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { type Scope, scopesOf } from '../../domain/lists/list-scopes.ts';
import { rowOf } from '../../domain/lists/row-of.ts';
import { stageOf } from '../../domain/lists/stage.ts';
import type { DossierLabels } from '../dossiers/dossier-store.ts';
import { keys, listPartitions, listPlace, scopeKey } from '../table/keys.ts';
import type { NamedWrite } from '../table/transact.ts';
import { writeRow } from './stored-row.ts';

/** A dossier's entry in the lists of a scope. A person has few dossiers: their entries are by submission and by procedure only. */
export function dossierEntry(scope: Scope, row: DossierRow) {
  const { code, submittedAt, handling, procedure, field, dueAt } = row;
  const of = scopeKey(scope);
  const stage = stageOf(handling);
  const entry = {
    ...keys.listed(code, of),
    row: writeRow(row),
    ...listPlace('submission', listPartitions.all(of), submittedAt, code),
    ...listPlace('procedure', listPartitions.procedure(of, procedure, stage), submittedAt, code),
  };
  if (scope.kind === 'person') return entry;
  return {
    ...entry,
    ...listPlace('state', listPartitions.state(of, handling), submittedAt, code),
    ...(dueAt !== null && listPlace('due', listPartitions.due(of, stage), dueAt, code)),
    ...listPlace('field', listPartitions.field(of, field, stage), submittedAt, code),
  };
}

/**
 * The writes of a dossier's entries when what lists show of it is new or another: in the same transaction, so that no list ever tells
 * another story than the ledger.
 */
export function dossierEntryWrites(
  table: string,
  labels: DossierLabels,
  before: DossierHead | undefined,
  after: DossierHead,
): NamedWrite[] {
  const row = rowOf(after, labels);
  if (before && isDeepStrictEqual(rowOf(before, labels), row)) return [];
  return scopesOf(after).map(scope => ({
    name: 'version',
    write: { Put: { TableName: table, Item: dossierEntry(scope, row) } },
  }));
}
