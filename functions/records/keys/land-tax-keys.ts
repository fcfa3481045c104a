import { type ItemKey, padded, sortable } from '../../kernel/table/item-key.ts';
import { shardOf } from './keys.ts';
import { PREFIX } from './table-design.ts';

/** Keys of the exchange with the tax office. */
export const landTaxKeys = {
  /** The slips of a dossier, in the order in which they were sent. */
  slips: (dossier: string): string => `${PREFIX.landTax}SLIPS#${dossier}`,
  slip: (dossier: string, number: number): ItemKey => ({
    pk: landTaxKeys.slips(dossier),
    sk: `SLIP#${padded(number, 3)}`,
  }),
  /** A message by its kind and the number of its document. */
  message: (kind: string, number: string): ItemKey => ({
    pk: `${PREFIX.landTax}MESSAGE#${kind}#${number}`,
    sk: 'MESSAGE',
  }),
  /** Messages that were refused, counted by day. */
  refused: (day: string): ItemKey => ({ pk: `${PREFIX.landTax}REFUSED`, sk: day }),
} as const;

/** How many partitions the list of slips that are to be sent or asked about is spread over. */
export const SLIP_SHARDS = 2;

/** Slips in the index of what is due, by when the tax office is turned to. */
export const slipList = {
  partition: (shard: number) => `${PREFIX.landTax}DUE#${shard}`,
  partitions: () => Array.from({ length: SLIP_SHARDS }, (_, shard) => slipList.partition(shard)),
  place: (at: string, slip: string) => ({
    wakePk: slipList.partition(shardOf(slip, SLIP_SHARDS)),
    wakeSk: `${sortable(at)}#${slip}`,
  }),
} as const;
