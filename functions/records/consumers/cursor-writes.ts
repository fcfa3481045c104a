import type { Instant } from '../../../schemas/instant.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { NamedWrite } from '../../kernel/table/transact.ts';
import { retryPlace, spineKeys } from '../keys/spine-keys.ts';
import type { Lease, LeftWaiting, Place } from './cursor-store.ts';

/** The name of a waiting cursor in the list of retries: a consumer's name has no `#`. */
export const retryName = ({ consumer, dossier }: Place) => `${consumer}#${dossier}`;

/** The update that moves a leased cursor and releases the lease. */
export function releaseUpdate(
  table: string,
  { place, holder }: Lease,
  seq: number,
  how: LeftWaiting | 'done' | 'unfinished',
) {
  const left = typeof how === 'string' ? undefined : how;
  const retryAt = left?.retryAt ?? null;
  const sets = ['seq = :seq', ...(left ? ['waitingSince = :since', 'attempts = :attempts'] : [])];
  const removes = ['holder', 'heldUntil', 'again', ...(left ? [] : ['waitingSince', 'attempts'])];
  if (retryAt === null) removes.push('retryAt');
  else sets.push('retryAt = :retryAt');
  // Only a finished cursor could miss what was announced in the meantime: any other is visited again.
  const told = how === 'done' ? ' AND (attribute_not_exists(again) OR again <= :seq)' : '';
  return {
    TableName: table,
    Key: { ...spineKeys.cursor(place.dossier, place.consumer) },
    UpdateExpression: `SET ${sets.join(', ')} REMOVE ${removes.join(', ')}`,
    ConditionExpression: `holder = :holder${told}`,
    ExpressionAttributeValues: {
      ':seq': seq,
      ':holder': holder,
      ...(left && { ':since': left.since, ':attempts': left.attempts }),
      ...(retryAt !== null && { ':retryAt': retryAt }),
    },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
}

/** The write that enters a cursor in the waiting list, replacing its entry of the previous attempt. */
export function waitingWrite(table: string, place: Place, seq: number, left: LeftWaiting): NamedWrite {
  const retryAt = left.retryAt === null ? null : toRfc3339(left.retryAt);
  return {
    name: 'waiting',
    write: {
      Put: {
        TableName: table,
        Item: {
          ...spineKeys.waiting(place.consumer, left.since, place.dossier),
          ...place,
          since: left.since,
          attempts: left.attempts,
          state: left.state,
          reason: left.reason,
          retryAt,
          seq,
          ...(retryAt !== null && retryPlace(retryName(place), retryAt)),
        },
      },
    },
  };
}

/** The write that removes a cursor from the waiting list. */
export function waitingEnds(table: string, { consumer, dossier }: Place, since: string): NamedWrite {
  return {
    name: 'waiting',
    write: { Delete: { TableName: table, Key: spineKeys.waiting(consumer, since, dossier) } },
  };
}

/** The condition that a cursor is not leased. */
export const free = (now: Instant) => ({
  condition: '(attribute_not_exists(heldUntil) OR heldUntil < :now)',
  values: { ':now': now },
});
