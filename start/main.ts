import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { openDevKeys } from '../local/dev-tokens/dev-keys.ts';
import { bootHost, type RunningHost } from '../local/host/boot.ts';
import { HostError, messageOf } from '../local/host/host-error.ts';
import { loadStarterProvince } from '../province/load-starter-province.ts';
import { devClient } from './api-client.ts';
import { HELP, readArguments, type StartOptions } from './arguments.ts';
import { walkDemo } from './demo/walk-demo.ts';
import { invitation } from './invitation.ts';
import { loadProvince } from './load-province.ts';
import { localSettings } from './local-settings.ts';
import { synthesize } from './synthesize.ts';

const say = (line: string) => console.log(line);

async function main(): Promise<void> {
  const options = readArguments(process.argv.slice(2));
  if (options.help) return say(HELP);
  const dataFolder = resolve(options.data);
  makeFolder(dataFolder);
  await demandPorts(options);
  const host = await serve(options, dataFolder);
  const stopped = stopsWhenAsked(host);
  try {
    if (!options.bare) await welcome(options, dataFolder, host);
    else say(`Services on ${host.awsUrl} (no application). Keys: test / test. Ctrl-C stops.`);
  } catch (error) {
    await host.stop();
    throw error;
  }
  await stopped;
}

function makeFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true });
  } catch (cause) {
    throw new HostError(`The data folder ${dataFolder} cannot be made: ${messageOf(cause)}`, { cause });
  }
}

/** Ports in use are told at once, not after the synthesis. */
async function demandPorts({ port, bare }: StartOptions): Promise<void> {
  for (const wanted of bare ? [port] : [port, port + 1]) {
    const server = createServer();
    const free = await new Promise<boolean>(resolve => {
      server.once('error', () => resolve(false));
      server.listen(wanted, '127.0.0.1', () => resolve(true));
    });
    await new Promise(resolve => server.close(resolve));
    if (!free) {
      throw new HostError(
        `Port ${wanted} on 127.0.0.1 is in use by another program: stop it, or choose another with --port.`,
      );
    }
  }
}

async function serve(options: StartOptions, dataFolder: string): Promise<RunningHost> {
  const { port, speed, bare } = options;
  const log = { info: () => undefined, warn: (line: string) => console.error(line) };
  const common = { dataFolder, port, speed, log, dynamodbEndpoint: process.env['DYNAMODB_ENDPOINT'] };
  if (bare) return bootHost({ ...common, bare, clients: [{ accessKeyId: 'test', secretAccessKey: 'test' }] });
  const assemblyFolder = await synthesize({
    dataFolder,
    settings: localSettings(await openDevKeys(dataFolder)),
    say,
  });
  return bootHost({ ...common, assemblyFolder, portalScopes: ['dossiers:read', 'dossiers:write'] });
}

/** The first start fills the province; the demo walks once a start; what to try next is printed last. */
async function welcome(options: StartOptions, dataFolder: string, host: RunningHost): Promise<void> {
  if (host.apiUrl === undefined) throw new HostError('The application has no HTTP API.');
  const loaded = join(dataFolder, 'province-loaded');
  const admin = await devClient(host.apiUrl, { kind: 'administrator', id: 'quantri.h44', unit: 'H44' });
  if (!existsSync(loaded)) {
    say('Loading the starter province, Phú Thọ …');
    await loadProvince(admin, loadStarterProvince(), say);
    writeFileSync(loaded, `${new Date().toISOString()}\n`);
  }
  if (options.demo) await walkDemo({ apiUrl: host.apiUrl, say, now: () => host.clock.now() });
  say(await invitation(host.apiUrl, options));
}

/** Ctrl-C and a polite kill stop the host cleanly; a fault it cannot go on with stops it with a sentence and a code. */
async function stopsWhenAsked(host: RunningHost): Promise<void> {
  const asked = new Promise<undefined>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve(undefined));
  });
  const fault = await Promise.race([asked, host.failed]);
  await host.stop();
  if (fault) throw fault;
  say('Stopped. The next start goes on from here.');
}

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(error instanceof HostError ? error.message : `Một Cửa stopped: ${messageOf(error)}`);
  process.exit(1);
}
