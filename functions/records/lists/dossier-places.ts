import type { DossierQuestion } from '../../domain/lists/dossier-filters.ts';
import type { Scope } from '../../domain/lists/list-scopes.ts';
import { isRareChannel, isRareMoney } from '../../domain/lists/rare.ts';
import type { Span } from '../../domain/lists/span.ts';
import { stageOf, statesOf } from '../../domain/lists/stage.ts';
import { sortable } from '../../kernel/table/item-key.ts';
import type { OrderedPartition } from '../../kernel/table/read-index.ts';
import { foundKeys } from '../keys/found-keys.ts';
import { type ListIndex, listPartitions, scopeKey } from '../keys/keys.ts';
import { FOUND_INDEX } from '../keys/table-design.ts';

/**
 * Where the entries of a list of dossiers are: partitions in the requested order, and the bounds of positions in
 * them.
 */
export interface DossierPlaces {
  readonly partitions: readonly OrderedPartition[];
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Up to this many open states are merged; with more, all open dossiers are read and the others are filtered out. */
const MERGED = 2;

/**
 * Chooses the narrowest index that gives the requested order. Whatever the index does not exclude is filtered entry
 * by entry: the cost of a list depends on the query, never on how many dossiers the store holds.
 */
export function placesOf(scope: Scope, question: DossierQuestion): DossierPlaces {
  const of = scopeKey(scope);
  const { filters, states, sort } = question;
  const stages = (['open', 'done'] as const).filter(stage => states.some(state => stageOf(state) === stage));
  const at = (index: ListIndex, partitions: readonly string[], span: Span): DossierPlaces => ({
    partitions: partitions.map(partition => ({ index, partition })),
    from: span.from === undefined ? undefined : sortable(new Date(span.from).toISOString()),
    to: span.to === undefined ? undefined : sortable(new Date(span.to).toISOString()),
  });
  if (filters.portalReference !== undefined) {
    const partition = foundKeys.reference(filters.portalReference);
    return {
      ...at('submission', [], question.submitted),
      partitions: [{ index: FOUND_INDEX, partition, bare: true }],
    };
  }
  if (sort === 'dueAt') {
    return at(
      'due',
      stages.map(stage => listPartitions.due(of, stage)),
      question.due,
    );
  }
  const { procedure, field, channel, money } = filters;
  const bySubmission = (index: ListIndex, ...partitions: string[]) =>
    at(index, partitions, question.submitted);
  if (procedure !== undefined)
    return bySubmission('procedure', ...stages.map(stage => listPartitions.procedure(of, procedure, stage)));
  // A person has few dossiers: theirs have no other order.
  if (scope.kind === 'person') return bySubmission('submission', listPartitions.all(of));
  if (field !== undefined) {
    const places = stages.flatMap(stage => [
      listPartitions.field(of, field, stage),
      listPartitions.fieldAsWritten(of, field, stage),
    ]);
    return bySubmission('field', ...new Set(places));
  }
  if (stages.length === 1 && stages[0] === 'open' && states.length > MERGED)
    return bySubmission('open', listPartitions.all(of));
  if (channel !== undefined && isRareChannel(channel))
    return bySubmission('channel', listPartitions.rare(of, channel));
  if (money !== undefined && isRareMoney(money)) return bySubmission('money', listPartitions.rare(of, money));
  const all = statesOf('open').length + statesOf('done').length;
  return states.length < all
    ? bySubmission('state', ...states.map(state => listPartitions.state(of, state)))
    : bySubmission('submission', listPartitions.all(of));
}
