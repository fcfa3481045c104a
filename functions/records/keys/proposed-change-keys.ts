import type { ItemKey } from '../../kernel/table/item-key.ts';

/** Keys of changes that wait for a second administrator. Their ids sort by time; a few dozen a year share one partition. */
export const proposedChangeKeys = {
  partition: 'PROPOSED',
  change: (id: string): ItemKey => ({ pk: 'PROPOSED', sk: `CHANGE#${id}` }),
  changePrefix: 'CHANGE#',
  /** What was proposed, beside it: a list of units is large. */
  content: (id: string): ItemKey => ({ pk: 'PROPOSED', sk: `CONTENT#${id}` }),
} as const;
