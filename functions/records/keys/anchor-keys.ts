import type { ItemKey } from '../../kernel/table/item-key.ts';
import { PREFIX } from './table-design.ts';

/** Keys of the anchors: only how far their audit is; the anchors themselves are outside of the table. */
export const anchorKeys = {
  audit: (): ItemKey => ({ pk: PREFIX.anchor, sk: 'AUDIT' }),
} as const;
