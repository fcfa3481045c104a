import * as z from 'zod';
import { unitsOf } from '../../table/consumption.ts';
import type { RecordedCall } from '../../table/recorder.ts';
import type { KeyLoad } from './key-load.ts';

const query = z.looseObject({
  IndexName: z.string().optional(),
  ExpressionAttributeValues: z.looseObject({ ':pk': z.object({ S: z.string() }) }),
});
const get = z.looseObject({ Key: z.looseObject({ pk: z.object({ S: z.string() }) }) });
const batch = z.looseObject({
  RequestItems: z.record(
    z.string(),
    z.looseObject({ Keys: z.array(z.looseObject({ pk: z.object({ S: z.string() }) })) }),
  ),
});

/** Adds the read units of requests to the partitions they read. */
export function addReads(load: KeyLoad, calls: readonly RecordedCall[], times: number): void {
  const add = (key: string, units: number) => load.set(key, (load.get(key) ?? 0) + units * times);
  for (const { action, body, answer } of calls) {
    const { read } = unitsOf(action, answer);
    if (action === 'Query') {
      const { IndexName, ExpressionAttributeValues: values } = z.parse(query, body);
      add(`${IndexName ?? 'table'} ${values[':pk'].S}`, read);
    } else if (action === 'GetItem') add(`table ${z.parse(get, body).Key.pk.S}`, read);
    else if (action === 'BatchGetItem') {
      const keys = Object.values(z.parse(batch, body).RequestItems).flatMap(({ Keys }) => Keys);
      for (const { pk } of keys) add(`table ${pk.S}`, read / keys.length);
    }
  }
}

/** How often each kind of call is made on a Monday morning, beside each other: officers look at their work list most. */
export const MONDAY_READS: Readonly<Record<string, number>> = {
  'tasks unit: mine': 40,
  'tasks unit: counts': 15,
  'tasks busy unit: mine and free': 5,
  'dossiers unit: all': 6,
  'dossiers unit: open': 6,
  'dossiers unit: overdue': 4,
  'dossiers province: all': 1,
  'dossiers province: overdue': 1,
  'dossiers citizen: all': 8,
  'dossiers portal: all': 1,
  'search unit: full name': 5,
  'search unit: identity number': 4,
  'search unit: whole code': 4,
};
