import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { fetchItems } from '../../kernel/table/fetch-items.ts';
import { HIGHEST, LOWEST } from '../../kernel/table/item-key.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import type { Table } from '../../kernel/table/table.ts';
import { foundKeys, readFound } from '../../records/keys/found-keys.ts';
import { keys } from '../../records/keys/keys.ts';

/** A dossier that a term finds, and how good the match is. */
export interface Found {
  readonly code: string;
  readonly grade: number;
  /** When it was submitted, in milliseconds. */
  readonly submittedAt: number;
  /** The digest of the name's spelling, where the whole name was asked for. */
  readonly spelled: string | undefined;
  /** The marks of the name's words, where part of a long name was asked for. */
  readonly words: string | undefined;
}

/** Dossiers by what they are found by. */
export interface FoundIndex {
  /** What a term finds in sight of a unit, or of the province: best grade first, newest first among equals. */
  byTerm(
    term: string,
    unit: string | undefined,
    limit: number,
  ): Promise<{ found: readonly Found[]; more: boolean }>;
  /** The dossier that a result was issued for. */
  byResult(number: string): Promise<string | undefined>;
}

const foundItem = z.looseObject({
  sk: z.string(),
  spelled: z.string().optional(),
  words: z.string().optional(),
});

export function dynamoFoundIndex(table: Table): FoundIndex {
  return {
    async byTerm(term, unit, limit) {
      const prefix = unit === undefined ? '' : foundKeys.prefix(unit);
      const page = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          ...(unit === undefined && { IndexName: 'found' }),
          KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :low AND :high',
          ExpressionAttributeNames:
            unit === undefined ? { '#pk': 'foundPk', '#sk': 'foundSk' } : { '#pk': 'pk', '#sk': 'sk' },
          ExpressionAttributeValues: {
            ':pk': foundKeys.partition(term),
            ':low': `${prefix}${LOWEST}`,
            ':high': `${prefix}${HIGHEST}`,
          },
          Limit: limit,
        }),
      );
      const found = (page.Items ?? []).map((read): Found => {
        const { sk, spelled, words } = foundItem.parse(read);
        return { ...readFound(sk), spelled, words };
      });
      return { found, more: page.LastEvaluatedKey !== undefined };
    },
    async byResult(number) {
      const key = keys.result(number);
      const item = (await fetchItems(table, [key]))(key);
      return item && parseStored(z.object({ dossier: z.string() }), item, key).dossier;
    },
  };
}
