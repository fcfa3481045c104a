import type { ItemKey } from '../../kernel/table/item-key.ts';
import { PREFIX } from './table-design.ts';

/**
 * Keys of changes that wait for a second administrator. Their ids sort by time; a few dozen
 * a year share one partition.
 */
export const proposedChangeKeys = {
  partition: PREFIX.proposed,
  change: (id: string): ItemKey => ({ pk: PREFIX.proposed, sk: `CHANGE#${id}` }),
  changePrefix: 'CHANGE#',
  /** What was proposed, beside it: a list of units is large. */
  content: (id: string): ItemKey => ({ pk: PREFIX.proposed, sk: `CONTENT#${id}` }),
} as const;
