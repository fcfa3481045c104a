import type { DossierQuestion, Span } from '../../domain/lists/dossier-filters.ts';
import type { Scope } from '../../domain/lists/list-scopes.ts';
import { stageOf, statesOf } from '../../domain/lists/stage.ts';
import { type ListIndex, listPartitions, scopeKey, sortable } from '../table/keys.ts';
import type { OrderedPartition } from './read-index.ts';

/** Where the entries of a list of dossiers are: partitions in the order asked for, and the bounds of positions in them. */
export interface DossierPlaces {
  readonly partitions: readonly OrderedPartition[];
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * Chooses the narrowest index that gives the order asked for. Whatever the index does not rule out is ruled out entry by entry: what a
 * list costs depends on what it asks, never on how many dossiers the store holds.
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
  if (sort === 'dueAt') {
    return at(
      'due',
      stages.map(stage => listPartitions.due(of, stage)),
      question.due,
    );
  }
  const { procedure, field } = filters;
  if (procedure !== undefined) {
    return at(
      'procedure',
      stages.map(stage => listPartitions.procedure(of, procedure, stage)),
      question.submitted,
    );
  }
  // A person has few dossiers: theirs have no other order.
  if (scope.kind === 'person') return at('submission', [listPartitions.all(of)], question.submitted);
  if (field !== undefined) {
    return at(
      'field',
      stages.map(stage => listPartitions.field(of, field, stage)),
      question.submitted,
    );
  }
  const all = statesOf('open').length + statesOf('done').length;
  return states.length < all
    ? at(
        'state',
        states.map(state => listPartitions.state(of, state)),
        question.submitted,
      )
    : at('submission', [listPartitions.all(of)], question.submitted);
}
