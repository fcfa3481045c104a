import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { bootHost, type RunningHost } from '../../local/host/boot.ts';
import { silentLog } from '../../local/host/log.ts';
import type { HostOptions } from '../../local/host/options.ts';
import { loadStarterProvince } from '../../province/load-starter-province.ts';
import { devClient } from '../../start/api-client.ts';
import { loadProvince } from '../../start/load-province.ts';
import { ASSEMBLY, assembly } from './assembly.ts';
import { stillDeciding } from './still-deciding.ts';
import { itemsOfTable, type StoredItem } from './stored-items.ts';

/** The real host on free ports, with data of its own that are gone when it stops. */
export interface ProvinceHost {
  readonly host: RunningHost;
  readonly apiUrl: string;
  /** What each function has logged so far, by its name. */
  logs(): ReadonlyMap<string, string>;
  /** Loads the starter province, deciding all its procedures itself, through the administrator's API. */
  loadProvince(): Promise<void>;
  /** Everything that its table holds now. */
  stored(): Promise<StoredItem[]>;
  stop(): Promise<void>;
}

/** Boots the application as `npm start` does, on free ports; with an empty table unless a folder with data is given, which stays. */
export async function bootProvince(
  options: Partial<
    Pick<
      HostOptions,
      'assemblyFolder' | 'clock' | 'concurrency' | 'dataFolder' | 'routes' | 'speed' | 'throttled'
    >
  > = {},
): Promise<ProvinceHost> {
  const assemblyFolder = options.assemblyFolder ?? (await assembly());
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'motcua-test-'));
  // The assembly trusts the keys it was synthesized with.
  copyFileSync(join(ASSEMBLY, 'dev-keys.json'), join(dataFolder, 'dev-keys.json'));
  const host = await bootHost({
    port: 0,
    log: silentLog,
    portalScopes: ['dossiers:read', 'dossiers:write'],
    ...options,
    assemblyFolder,
    dataFolder,
  });
  const { apiUrl } = host;
  if (apiUrl === undefined) throw new Error('the assembly has no HTTP API');
  return {
    host,
    apiUrl,
    logs() {
      const folder = join(dataFolder, 'logs');
      return new Map(readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')]));
    },
    async loadProvince() {
      const administrator = { kind: 'administrator', id: 'quantri.h44', unit: 'H44' };
      await loadProvince(
        await devClient(apiUrl, administrator),
        stillDeciding(loadStarterProvince()),
        () => undefined,
      );
    },
    async stored() {
      const config = { endpoint: host.awsUrl, region: 'ap-southeast-1', credentials: host.credentials };
      const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
      const { TableNames: [name = ''] = [] } = await client.send(new ListTablesCommand({}));
      return itemsOfTable(client, name);
    },
    async stop() {
      await host.stop();
      if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
