import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { indexAttributes } from '../../kernel/table/index-attributes.ts';
import type { Table } from '../../kernel/table/table.ts';
import { type ListIndex, listPartitions, scopeKey } from '../keys/keys.ts';

/** How many dossiers a unit received or decides: those still open, and those that are finished. */
export interface DossierCount {
  readonly open: number;
  readonly closed: number;
}

/** Counts the dossiers of a unit entry by entry: this is needed only a few times a year. */
export type CountDossiers = (unit: string) => Promise<DossierCount>;

/** How many dossiers of the province are undecided: all, or those of a procedure. */
export type CountOpen = (procedure?: string) => Promise<number>;

/** Counts the open dossiers of the province entry by entry, for what an administrator proposes to all of them. */
export function dynamoOpenCount(table: Table): CountOpen {
  const of = scopeKey({ kind: 'province' });
  return procedure =>
    procedure === undefined
      ? count(table, 'open', listPartitions.all(of))
      : count(table, 'procedure', listPartitions.procedure(of, procedure, 'open'));
}

export function dynamoDossierCounts(table: Table): CountDossiers {
  return async unit => {
    const of = scopeKey({ kind: 'unit', unit });
    const [all, undecided, decided] = await Promise.all([
      count(table, 'submission', listPartitions.all(of)),
      count(table, 'open', listPartitions.all(of)),
      count(table, 'state', listPartitions.state(of, 'decided')),
    ]);
    return { open: undecided + decided, closed: Math.max(0, all - undecided - decided) };
  };
}

async function count(table: Table, index: ListIndex, partition: string): Promise<number> {
  let sum = 0;
  let start: Record<string, unknown> | undefined;
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: index,
        KeyConditionExpression: '#pk = :pk',
        ExpressionAttributeNames: { '#pk': indexAttributes(index).partition },
        ExpressionAttributeValues: { ':pk': partition },
        Select: 'COUNT',
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    sum += page.Count ?? 0;
    start = page.LastEvaluatedKey;
  } while (start);
  return sum;
}
