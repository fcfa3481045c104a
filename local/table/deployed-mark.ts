import { createHash } from 'node:crypto';
import * as z from 'zod';
import { TableCallError, type TableClient } from './table-client.ts';
import type { TableSpec } from './table-spec.ts';

const KEY = 'deployed';
const Tags = z.looseObject({ Tags: z.array(z.object({ Key: z.string(), Value: z.string() })) });

/**
 * A tag on a table that says what it was last made like. Describing a table makes the table server count its items: minutes where there are
 * millions and the disk has to be read. A table that says it is as wanted need not be described.
 */
export function deployedMark(client: TableClient, spec: TableSpec) {
  const { name: _, arn: ResourceArn, streamArn: __, ...wanted } = spec;
  const Value = createHash('sha256').update(JSON.stringify(wanted)).digest('hex');
  return {
    /** Whether the table is there and was made like this. */
    async isSet(): Promise<boolean> {
      try {
        const { Tags: tags } = Tags.parse(
          await client.call('DynamoDB', 'ListTagsOfResource', { ResourceArn }),
        );
        return tags.some(tag => tag.Key === KEY && tag.Value === Value);
      } catch (thrown) {
        // No such table; or a server that knows no tags, whose tables are described each time.
        if (thrown instanceof TableCallError) return false;
        throw thrown;
      }
    },
    async set(): Promise<void> {
      await ignoringRefusal(
        client.call('DynamoDB', 'TagResource', { ResourceArn, Tags: [{ Key: KEY, Value }] }),
      );
    },
    /** Before anything is changed: a table that is half of one kind and half of another must not say that it is either. */
    async clear(): Promise<void> {
      await ignoringRefusal(client.call('DynamoDB', 'UntagResource', { ResourceArn, TagKeys: [KEY] }));
    },
  };
}

async function ignoringRefusal(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (thrown) {
    if (!(thrown instanceof TableCallError)) throw thrown;
  }
}
