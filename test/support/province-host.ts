import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDevKeys } from '../../local/dev-tokens/dev-keys.ts';
import { bootHost, type RunningHost } from '../../local/host/boot.ts';
import { silentLog } from '../../local/host/log.ts';
import type { HostOptions } from '../../local/host/options.ts';
import { loadStarterProvince } from '../../province/load-starter-province.ts';
import { devClient } from '../../start/api-client.ts';
import { loadProvince } from '../../start/load-province.ts';
import { localSettings } from '../../start/local-settings.ts';
import { synthesize } from '../../start/synthesize.ts';
import { eventually } from './eventually.ts';

/** Where the synthesized assembly is kept between runs; it is made again only when its sources have changed. */
const ASSEMBLY = fileURLToPath(new URL('../../.build/test-host/', import.meta.url));

/** The real host on free ports, with data of its own that are gone when it stops. */
export interface ProvinceHost {
  readonly host: RunningHost;
  readonly apiUrl: string;
  /** What each function has logged so far, by its name. */
  logs(): ReadonlyMap<string, string>;
  /** Loads the starter province through the administrator's API. */
  loadProvince(): Promise<void>;
  stop(): Promise<void>;
}

/** Boots the application as `npm start` does, on free ports and with an empty table. */
export async function bootProvince(
  options: Partial<Pick<HostOptions, 'clock' | 'concurrency' | 'speed'>> = {},
): Promise<ProvinceHost> {
  const assemblyFolder = await assembly();
  const dataFolder = mkdtempSync(join(tmpdir(), 'motcua-test-'));
  // The assembly trusts the keys it was synthesized with.
  copyFileSync(join(ASSEMBLY, 'dev-keys.json'), join(dataFolder, 'dev-keys.json'));
  const host = await bootHost({
    assemblyFolder,
    dataFolder,
    port: 0,
    log: silentLog,
    portalScopes: ['dossiers:read', 'dossiers:write'],
    ...options,
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
      await loadProvince(await devClient(apiUrl, administrator), loadStarterProvince(), () => undefined);
    },
    async stop() {
      await host.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** The folder of the assembly. Test files that run side by side make it one after the other. */
async function assembly(): Promise<string> {
  mkdirSync(ASSEMBLY, { recursive: true });
  const lock = join(ASSEMBLY, 'lock');
  await eventually(() => taken(lock), { within: 120_000 });
  try {
    const settings = localSettings(await openDevKeys(ASSEMBLY));
    return await synthesize({ dataFolder: ASSEMBLY, settings, say: () => undefined });
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Takes the lock, from a run that died too: no synthesis takes three minutes. */
function taken(lock: string): true | undefined {
  if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 180_000)
    rmSync(lock, { recursive: true, force: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return undefined;
  }
}
