import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { fetchItems } from '../platform/lists/fetch-items.ts';
import { foundPartition, foundPrefix, HIGHEST, keys, LOWEST, readFound } from '../platform/table/keys.ts';
import { parseStored } from '../platform/table/parse-stored.ts';
import type { Table } from '../platform/table/table.ts';

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

/** What is asked of the index: a term, the grades there can be of it, and how many of the best and of the others are wanted. */
export interface Asked {
  readonly term: string;
  readonly grades: readonly number[];
  /** Read of the best grade at the most: more than are shown where what is read decides which of them come first. */
  readonly best: number;
  readonly limit: number;
}

/** Dossiers by what they are found by. */
export interface FoundIndex {
  /**
   * Those in sight of a unit, best first and newest first among equals; or those of the province, as many as `best`: best first, unit by
   * unit.
   */
  byTerm(asked: Asked, unit: string | undefined): Promise<{ found: Found[]; more: boolean }>;
  /** The dossier that a result was issued for. */
  byResult(number: string): Promise<string | undefined>;
}

const foundItem = z.looseObject({
  sk: z.string(),
  spelled: z.string().optional(),
  words: z.string().optional(),
});

export function dynamoFoundIndex(table: Table): FoundIndex {
  const query = async (term: string, prefix: string, limit: number) => {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :low AND :high',
        ExpressionAttributeValues: {
          ':pk': foundPartition(term),
          ':low': `${prefix}${LOWEST}`,
          ':high': `${prefix}${HIGHEST}`,
        },
        Limit: limit,
      }),
    );
    const found = (page.Items ?? []).map((read): Found => {
      const { sk, spelled, words } = foundItem.parse(read);
      const { grade, code, submittedAt } = readFound(sk);
      return { code, grade, submittedAt, spelled, words };
    });
    return { found, more: page.LastEvaluatedKey !== undefined };
  };
  return {
    async byTerm({ term, grades, best, limit }, unit) {
      if (unit === undefined) return query(term, '', best);
      const found: Found[] = [];
      let more = false;
      // One grade after the other: what is wanted is mostly among the first.
      for (const grade of grades) {
        if (found.length >= limit) break;
        const wanted = grade === 0 ? best : limit - found.length;
        const page = await query(term, foundPrefix(grade, unit), wanted);
        found.push(...page.found);
        more ||= page.more;
      }
      return { found, more };
    },
    async byResult(number) {
      const key = keys.result(number);
      const item = (await fetchItems(table, [key]))(key);
      return item && parseStored(z.object({ dossier: z.string() }), item, key).dossier;
    },
  };
}
