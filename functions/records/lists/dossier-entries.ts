import { isDeepStrictEqual } from 'node:util';
import type { DossierRow } from '../../../schemas/dossier/dossier-row.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { type Scope, scopesOf } from '../../domain/lists/list-scopes.ts';
import { isRareChannel, owesFee } from '../../domain/lists/rare.ts';
import { rowOf } from '../../domain/lists/row-of.ts';
import { stageOf } from '../../domain/lists/stage.ts';
import type { NamedWrite } from '../../kernel/table/transact.ts';
import type { DossierLabels } from '../dossiers/dossier-store.ts';
import { foundKeys } from '../keys/found-keys.ts';
import { keys, type ListIndex, listPartitions, listPlace, scopeKey } from '../keys/keys.ts';
import { writeRow } from './stored-row.ts';

/**
 * A dossier's entry in the lists of a scope. A person has few dossiers: their entries are by submission and by procedure only. That of a
 * portal is also where the dossier is found by the portal's reference.
 */
export function dossierEntry(scope: Scope, row: DossierRow, reference: string | null = null) {
  const { code, submittedAt, handling, procedure, field, dueAt, channel, money } = row;
  const of = scopeKey(scope);
  const stage = stageOf(handling);
  const place = (index: ListIndex, partition: string) => listPlace(index, partition, submittedAt, code);
  const entry = {
    ...keys.listed(code, of),
    row: writeRow(scope.kind === 'person' ? { ...row, portalReference: undefined } : row),
    ...place('submission', listPartitions.all(of)),
    ...place('procedure', listPartitions.procedure(of, procedure, stage)),
  };
  if (scope.kind === 'person') return entry;
  return {
    ...entry,
    ...place('state', listPartitions.state(of, handling)),
    ...(stage === 'open' && place('open', listPartitions.all(of))),
    ...(dueAt !== null && listPlace('due', listPartitions.due(of, stage), dueAt, code)),
    ...place('field', listPartitions.field(of, field, stage)),
    ...(isRareChannel(channel) && place('channel', listPartitions.rare(of, channel))),
    ...(owesFee(row) && place('money', listPartitions.rare(of, money))),
    ...(scope.kind === 'portal' && reference !== null && foundKeys.referred(reference, row)),
  };
}

/**
 * The writes of a dossier's entries when what lists show of it, or whose lists show it, is new or another: in the same
 * transaction, so that no list ever tells another story than the ledger.
 */
export function dossierEntryWrites(
  table: string,
  labels: DossierLabels,
  before: DossierHead | undefined,
  after: DossierHead,
): NamedWrite[] {
  const row = rowOf(after, labels);
  const scopes = scopesOf(after);
  const kept = new Set(scopes.map(scopeKey));
  const was = before ? scopesOf(before).map(scopeKey) : [];
  const left = was.filter(scope => !kept.has(scope));
  const sameLists = left.length === 0 && was.length === kept.size;
  if (before && sameLists && isDeepStrictEqual(rowOf(before, labels), row)) return [];
  return [
    ...scopes.map(scope => dossierEntry(scope, row, after.portalReference)),
    // Entries are never deleted: what is in no list any more is in no index, and its row says where it went.
    ...left.map(scope => ({ ...keys.listed(after.code, scope), row: writeRow(row) })),
  ].map(Item => ({ name: 'version', write: { Put: { TableName: table, Item } } }));
}
