import type { Table } from '../../functions/kernel/table/table.ts';

/** What was read since the last look: read units as the table reports them, items, and requests. */
export interface Reading {
  readonly units: number;
  readonly items: number;
  readonly requests: number;
}

interface Consumed {
  readonly CapacityUnits?: number;
}

/** Counts what is read through a table's client. */
export function countReads(table: Table): () => Reading {
  let units = 0;
  let items = 0;
  let requests = 0;
  table.client.middlewareStack.add(
    next => async args => {
      const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
      const output = answer.output as {
        ConsumedCapacity?: Consumed | Consumed[];
        Items?: unknown[];
        Item?: unknown;
        Count?: number;
        Responses?: Record<string, unknown[]>;
      };
      const consumed = [output.ConsumedCapacity ?? []].flat();
      units += consumed.reduce((sum, { CapacityUnits }) => sum + (CapacityUnits ?? 0), 0);
      const inBatch = Object.values(output.Responses ?? {}).reduce((sum, list) => sum + list.length, 0);
      items += (output.Count ?? 0) + inBatch + (output.Item ? 1 : 0);
      requests++;
      return answer;
    },
    { step: 'initialize', name: 'countReads', override: true },
  );
  return () => {
    const reading = { units, items, requests };
    units = 0;
    items = 0;
    requests = 0;
    return reading;
  };
}
