import * as z from 'zod';

/** Request units of DynamoDB's on-demand mode. */
export interface Units {
  readonly read: number;
  readonly write: number;
}

const amount = z.looseObject({ CapacityUnits: z.number() });
const consumed = z.looseObject({
  CapacityUnits: z.number(),
  Table: amount.optional(),
  GlobalSecondaryIndexes: z.record(z.string(), amount).default({}),
});
const answer = z.looseObject({
  ConsumedCapacity: z.union([consumed.transform(one => [one]), z.array(consumed)]).optional(),
});

const READS = /^(Get|BatchGet|TransactGet)Items?$|^Query$|^Scan$/;

/**
 * What a request consumed, as the table server reports it: by AWS's rules (1 KB a write unit, 4 KB a read unit, half when eventually
 * consistent, twice in a transaction, indexes as far as the write changes them).
 */
export function unitsOf(action: string, body: unknown): Units & { readonly indexes: number } {
  const { ConsumedCapacity: all = [] } = z.parse(answer, body);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const units = sum(all.map(one => one.CapacityUnits));
  const indexes = sum(
    all.flatMap(one => Object.values(one.GlobalSecondaryIndexes).map(index => index.CapacityUnits)),
  );
  return READS.test(action) ? { read: units, write: 0, indexes: 0 } : { read: 0, write: units, indexes };
}
