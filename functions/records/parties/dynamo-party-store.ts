import { GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { storedParty, storedPartyHour } from '../../../schemas/stored/party.ts';
import { UNKNOWN_PARTY } from '../../domain/effects/breaker.ts';
import { LAG_BOUNDS, lagBucket } from '../../domain/effects/lag.ts';
import { DAY, HOUR } from '../../domain/vietnam-time.ts';
import { HIGHEST } from '../../kernel/table/item-key.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import type { Table } from '../../kernel/table/table.ts';
import { spineKeys } from '../keys/spine-keys.ts';
import { droppedAfter, TIME_TO_LIVE } from '../keys/table-design.ts';
import type { PartyReport, PartyStore } from './party-store.ts';

/** How long an hour's counts are kept. */
const HOURS_KEPT = 8 * DAY;

const hourOf = (now: number) => new Date(now).toISOString().slice(0, 13);

/** Parties in DynamoDB. */
export function dynamoPartyStore(table: Table): PartyStore {
  const { client, name: TableName } = table;

  async function addToHour({ party, lags, failures }: PartyReport, now: number): Promise<void> {
    const counts = new Map<string, number>();
    const add = (name: string, count: number) => counts.set(name, (counts.get(name) ?? 0) + count);
    for (const lag of lags) add(`lag_${lagBucket(lag)}`, 1);
    for (const [reason, count] of failures) add(`failed_${reason}`, count);
    if (counts.size === 0) return;
    const named = [...counts].map(([name, count], index) => ({ name, count, index }));
    await client.send(
      new UpdateCommand({
        TableName,
        Key: spineKeys.partyHour(party, hourOf(now)),
        UpdateExpression: `ADD ${named.map(({ index }) => `#c${index} :c${index}`).join(', ')} SET #end = :end`,
        ExpressionAttributeNames: {
          ...Object.fromEntries(named.map(({ name, index }) => [`#c${index}`, name])),
          '#end': TIME_TO_LIVE,
        },
        ExpressionAttributeValues: {
          ...Object.fromEntries(named.map(({ count, index }) => [`:c${index}`, count])),
          ':end': droppedAfter(now + HOURS_KEPT)[TIME_TO_LIVE],
        },
      }),
    );
  }

  return {
    async state(party) {
      const Key = spineKeys.party(party);
      const { Item } = await client.send(new GetCommand({ TableName, Key }));
      return Item ? parseStored(storedParty, Item, Key) : UNKNOWN_PARTY;
    },
    async report(report, now) {
      const { party, state } = report;
      await addToHour(report, now);
      if (!state) return;
      await client.send(
        new UpdateCommand({
          TableName,
          Key: spineKeys.party(party),
          UpdateExpression:
            'SET party = :party, failures = :failures, openUntil = :open, lastSuccessAt = :success, lastFailureAt = :failed, lastFailure = :reason',
          ExpressionAttributeValues: {
            ':party': party,
            ':failures': state.failures,
            ':open': state.openUntil,
            ':success': state.lastSuccessAt,
            ':failed': state.lastFailureAt,
            ':reason': state.lastFailure,
          },
        }),
      );
    },
    async all() {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': spineKeys.partiesPartition },
        }),
      );
      return new Map(
        Items.map(item => {
          const { party, ...state } = parseStored(storedParty, item, spineKeys.party(String(item['sk'])));
          return [party, state];
        }),
      );
    },
    async traffic(party, now) {
      const pk = spineKeys.partyPartition(party);
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: {
            ':pk': pk,
            ':from': spineKeys.partyHour(party, hourOf(now - 23 * HOUR)).sk,
            ':to': `${spineKeys.hourPrefix}${HIGHEST}`,
          },
        }),
      );
      const lags: number[] = Array.from({ length: LAG_BOUNDS.length + 1 }, () => 0);
      const failures = new Map<string, number>();
      for (const item of Items) {
        const hour = parseStored(storedPartyHour, item, { pk, sk: String(item['sk']) });
        for (const [bucket, count] of hour.lags) lags[Number(bucket)] = (lags[Number(bucket)] ?? 0) + count;
        for (const [reason, count] of hour.failures)
          failures.set(reason, (failures.get(reason) ?? 0) + count);
      }
      return { lags, failures };
    },
  };
}
