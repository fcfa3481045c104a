import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Table } from '../../../functions/kernel/table/table.ts';
import { RecordsStack } from '../../../infra/stacks/records-stack.ts';
import { silentLog } from '../../../local/host/log.ts';
import { deployTable } from '../../../local/table/deploy-table.ts';
import { openTableClient } from '../../../local/table/table-client.ts';
import { startTableServer, tableServerProgram } from '../../../local/table/table-server.ts';
import { tableSpec } from '../../../local/table/table-spec.ts';
import { anchorSettings } from '../../../schemas/anchor/settings.ts';
import { resultsLock } from '../../../schemas/results-lock.ts';

/** A table on a server of its own, and how to end both. */
export interface LocalTable {
  readonly table: Table;
  close(): Promise<void>;
}

const NAME = 'records';

/** The table's properties as the deployment's template has them. */
function tableProperties(outdir: string): Record<string, unknown> {
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };
  const records = new RecordsStack(new App({ context, outdir }), 'Records', {
    allowedOrigins: [],
    anchors: anchorSettings.parse({}),
    resultsLock: resultsLock.parse({}),
  });
  const [found] = Object.values(Template.fromStack(records).findResources('AWS::DynamoDB::Table'));
  return found?.['Properties'] ?? {};
}

/** Starts the local table server on an empty file and makes the table of the template in it. */
export async function openLocalTable(): Promise<LocalTable> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-table-'));
  const properties = tableProperties(join(folder, 'cdk.out'));
  const server = await startTableServer({ program: tableServerProgram(), file: join(folder, 'table.db') });
  const own = openTableClient(server.url);
  const arn = `arn:aws:dynamodb:ap-southeast-1:000000000000:table/${NAME}`;
  const resource = {
    ref: NAME,
    stack: 'Records',
    logicalId: NAME,
    type: 'AWS::DynamoDB::Table',
    name: NAME,
    arn,
    properties,
    attributes: { StreamArn: `${arn}/stream/now` },
  };
  await deployTable(own, tableSpec(resource), silentLog);
  const client = new DynamoDBClient({
    endpoint: server.url,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 5,
  });
  return {
    table: {
      client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
      name: NAME,
    },
    async close() {
      client.destroy();
      own.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
