import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { settledTransfer } from '../../functions/domain/money/settlement/settled-transfer.ts';
import { toRfc3339 } from '../../functions/domain/vietnam-time.ts';
import { dynamoItems } from '../../functions/kernel/table/dynamo-items.ts';
import type { Items } from '../../functions/kernel/table/items.ts';
import { transferWrites } from '../../functions/records/money/transfer-items.ts';
import { startTableServer, tableServerProgram } from '../../local/table/table-server.ts';
import { toDong } from '../../schemas/money/dong.ts';

/** Transfers written, and those that another one was in the way of. */
export interface Written {
  readonly transfers: number;
  readonly refused: number;
  readonly seconds: number;
}

/** A table server of its own, to which transfers between gateways and treasuries are written. */
export async function openAccounts(data: string) {
  const file = join(data, 'table', 'table.db');
  const server = await startTableServer({ program: tableServerProgram(), file });
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint: server.url, region: 'ap-southeast-1', credentials, maxAttempts: 1 }),
  );
  const { TableNames: [name = ''] = [] } = await client.send(new ListTablesCommand({}));
  const items = dynamoItems({ client, name });
  let last = 0;
  return {
    /** By so many clients for some seconds, in turn between the accounts of these units. */
    async write(units: readonly string[], clients: number, seconds: number): Promise<Written> {
      const started = performance.now();
      let [transfers, refused] = [0, 0];
      const one = async () => {
        while (performance.now() - started < seconds * 1000) {
          const nth = last++;
          if (await writeOne(items, units[nth % units.length] ?? '', nth)) transfers++;
          else refused++;
        }
      };
      await Promise.all(Array.from({ length: clients }, one));
      return { transfers, refused, seconds: (performance.now() - started) / 1000 };
    },
    async stop() {
      client.destroy();
      await server.stop();
    },
  };
}

/** Settles one payment of a unit: its money goes from the gateway to the treasury. */
async function writeOne(items: Items, unit: string, nth: number): Promise<boolean> {
  const payment = { gateway: 'platform', transaction: `BENCH${nth}`, amount: toDong(150_000) } as const;
  const transfer = settledTransfer({ ...payment, dossier: null, unit }, toRfc3339(Date.now()));
  return (await items.transact(transferWrites([transfer]))).done;
}
