import { join } from 'node:path';
import type { TableKeys } from '../../iam/asked-of-table.ts';
import { deployTable } from '../../table/deploy-table.ts';
import { openExpirySweeper } from '../../table/expiry.ts';
import { openTableClient, type TableClient } from '../../table/table-client.ts';
import {
  foreignTableServer,
  startTableServer,
  type TableServer,
  tableServerProgram,
} from '../../table/table-server.ts';
import { type TableSpec, tableSpec } from '../../table/table-spec.ts';
import { type Opening, under } from './opening.ts';

export interface Tables {
  readonly server: TableServer;
  readonly client: TableClient;
  readonly specs: readonly TableSpec[];
  /** How a table of that name tells its items apart. */
  keysOf(table: string): TableKeys | undefined;
}

/** Starts the table server, or finds the one that was named, and makes the template's tables. */
export async function openTables(opening: Opening): Promise<Tables> {
  const { options, resources, clock, onFault, undo } = opening;
  const server =
    options.dynamodbEndpoint === undefined
      ? await startTableServer({
          program: tableServerProgram(),
          file: join(under(opening, 'table'), 'table.db'),
        })
      : await foreignTableServer(options.dynamodbEndpoint);
  undo.push(server.stop);
  void server.ended.then(onFault);
  const client = openTableClient(server.url);
  undo.push(client.close);
  const specs = resources.ofType('AWS::DynamoDB::Table').map(tableSpec);
  for (const spec of specs) {
    await deployTable(client, spec, options.log);
    const { expiryAttribute: attribute } = spec;
    if (attribute === undefined) continue;
    undo.push(openExpirySweeper({ client, spec, attribute, clock, log: options.log }).stop);
  }
  const keys = new Map(specs.map(spec => [spec.name, tableKeys(spec)]));
  return { server, client, specs, keysOf: table => keys.get(table) };
}

function tableKeys({ KeySchema, GlobalSecondaryIndexes, LocalSecondaryIndexes }: TableSpec): TableKeys {
  const partition = (schema: TableSpec['KeySchema']) =>
    schema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';
  return {
    partition: partition(KeySchema),
    indexes: Object.fromEntries(
      [...GlobalSecondaryIndexes, ...LocalSecondaryIndexes].map(({ IndexName, KeySchema }) => [
        IndexName,
        partition(KeySchema),
      ]),
    ),
  };
}
