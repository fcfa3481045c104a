import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../domain/vietnam-time.ts';
import { repeatOrRefuse } from '../dossiers/change-dossier.ts';
import { storedAnswer } from '../dossiers/stored-shapes.ts';
import { keys } from '../table/keys.ts';
import type { Table } from '../table/table.ts';

interface Request {
  readonly caller: string;
  readonly repeat: { readonly key: string | undefined; readonly requestHash: string };
  readonly now: Instant;
}

/**
 * Answers to administrative requests by idempotency key. Their work is repeatable by itself (the same publication changes nothing),
 * so the answer is kept after the work and not with it.
 */
export interface RequestJournal {
  once<B>(request: Request, work: () => Promise<B>): Promise<B>;
}

/** How long answers are kept: 30 days, in seconds. */
const KEPT = 30 * 24 * 3600;

export function dynamoRequestJournal(table: Table): RequestJournal {
  return {
    async once<B>({ caller, repeat, now }: Request, work: () => Promise<B>): Promise<B> {
      if (repeat.key === undefined) return work();
      const key = keys.answered(caller, repeat.key);
      const read = async () => {
        const { Item } = await table.client.send(
          new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
        );
        return Item && storedAnswer.parse(Item);
      };
      const known = await read();
      if (known) return repeatOrRefuse<B>(repeat.requestHash, known).body;
      const body = await work();
      try {
        await table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: {
              ...key,
              requestHash: repeat.requestHash,
              status: 200,
              body: JSON.stringify(body),
              expiresAt: Math.floor(now / 1000) + KEPT,
            },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        // An equal request at the same moment kept its answer first: both callers get that one.
        const first = await read();
        if (first) return repeatOrRefuse<B>(repeat.requestHash, first).body;
      }
      return body;
    },
  };
}
