import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { fetchItems } from '../platform/lists/fetch-items.ts';
import { foundPartition, foundPrefix, keys, readFound } from '../platform/table/keys.ts';
import { parseStored } from '../platform/table/parse-stored.ts';
import type { Table } from '../platform/table/table.ts';

/** A dossier that a term finds: how good the match is, and the digest of the name's spelling where the whole name was asked for. */
export interface Found {
  readonly code: string;
  readonly grade: number;
  /** When it was submitted, in milliseconds. */
  readonly submittedAt: number;
  readonly spelled: string | undefined;
}

/** Dossiers by what they are found by. */
export interface FoundIndex {
  /** Best first, newest first among equals: in the sight of a unit, or of the province. At most `limit`; `grades` are those there can be. */
  byTerm(
    asked: { readonly term: string; readonly grades: readonly number[] },
    unit: string | undefined,
    limit: number,
  ): Promise<{ found: Found[]; more: boolean }>;
  /** The dossier that a result was issued for. */
  byResult(number: string): Promise<string | undefined>;
}

const foundItem = z.looseObject({ sk: z.string(), spelled: z.string().optional() });

export function dynamoFoundIndex(table: Table): FoundIndex {
  const query = async (term: string, prefix: string, limit: number) => {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: prefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: {
          ':pk': foundPartition(term),
          ...(prefix !== '' && { ':prefix': prefix }),
        },
        Limit: limit,
      }),
    );
    const found = (page.Items ?? []).map((read): Found => {
      const { sk, spelled } = foundItem.parse(read);
      const { grade, code, submittedAt } = readFound(sk);
      return { code, grade, submittedAt, spelled };
    });
    return { found, more: page.LastEvaluatedKey !== undefined };
  };
  return {
    async byTerm({ term, grades }, unit, limit) {
      if (unit === undefined) return query(term, '', limit);
      const answers = await Promise.all(grades.map(grade => query(term, foundPrefix(grade, unit), limit)));
      const found = answers.flatMap(answer => answer.found);
      return { found: found.slice(0, limit), more: found.length > limit || answers.some(({ more }) => more) };
    },
    async byResult(number) {
      const key = keys.result(number);
      const item = (await fetchItems(table, [key]))(key);
      return item && parseStored(z.object({ dossier: z.string() }), item, key).dossier;
    },
  };
}
