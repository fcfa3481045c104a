import { hasRareMoney, isRareChannel } from '../../domain/lists/rare.ts';
import { stageOf } from '../../domain/lists/stage.ts';
import type { ListChanges, ListEntry } from '../../domain/projections/list-entries.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import { foundKeys } from '../keys/found-keys.ts';
import { keys, type ListIndex, listPartitions, listPlace, scopeKey } from '../keys/keys.ts';
import { writeRow } from './stored-row.ts';

/**
 * A dossier's entry in the lists of a scope. A person has few dossiers: their entries are ordered by submission and
 * by procedure only. A portal's entry is also where the dossier is found by the portal's reference.
 */
export function listItem({ scope, row, reference }: ListEntry) {
  const { code, submittedAt, handling, procedure, field, dueAt, channel, money } = row;
  const of = scopeKey(scope);
  const stage = stageOf(handling);
  const place = (index: ListIndex, partition: string) => listPlace(index, partition, submittedAt, code);
  const entry = {
    row: writeRow(row),
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
    ...(hasRareMoney(row) && place('money', listPartitions.rare(of, money))),
    ...(scope.kind === 'portal' && reference !== null && foundKeys.referred(reference, row)),
  };
}

/** The key of a dossier's entry in the lists of a scope. */
export const listItemKey = ({ scope, row }: Pick<ListEntry, 'scope' | 'row'>) =>
  keys.listed(row.code, scopeKey(scope));

/**
 * The writes of a dossier's entries, in the same transaction as what they show, so that lists never contradict the
 * ledger.
 */
export function listWrites({ shown, left }: ListChanges): ItemWrite<'version'>[] {
  return [
    ...shown.map(entry => ({ key: listItemKey(entry), item: listItem(entry) })),
    // Entries are never deleted: one that left its list is in no index, and its row says where it went.
    ...left.map(entry => ({ key: listItemKey(entry), item: { row: writeRow(entry.row) } })),
  ].map(({ key, item }) => ({ refusal: 'version', key, change: { put: item } }));
}
