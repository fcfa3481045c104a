import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDevKeys } from '../local/dev-tokens/dev-keys.ts';
import { bootHost, type RunningHost } from '../local/host/boot.ts';
import { HostError, messageOf } from '../local/host/host-error.ts';
import { lastTimeOf } from '../local/host/host-time.ts';
import { loadStarterProvince } from '../province/load-starter-province.ts';
import { Refusal } from '../tools/refusal.mjs';
import { devClient } from './api-client.ts';
import { HELP, readArguments, type StartOptions } from './arguments.mjs';
import { clockNotice } from './clock-notice.ts';
import { openDataFolder } from './data-folder.mjs';
import { walkDemo } from './demo/walk-demo.ts';
import { watchDays } from './demo/watch-days.ts';
import { devTokenFaults } from './dev-token-faults.ts';
import { invitation } from './invitation.ts';
import { loadProvince } from './load-province.ts';
import { localSettings, withoutQuotas } from './local-settings.ts';
import { simulateNationalStore } from './national-store.ts';
import { hostPages } from './pages/host-pages.ts';
import { simulateGateways } from './payment-gateways.ts';
import { simulateReceiptProviders } from './receipt-providers.ts';
import { peopleOf } from './sign-in/people.ts';
import { devProvider } from './sign-in/provider.ts';
import { synthesize } from './synthesize.ts';
import { tableEndpoint } from './table-endpoint.ts';
import { simulateTaxOffice } from './tax-office.ts';

const say = (line: string) => console.log(line);

/** Everything of `npm start` once the law was found to be readable. Resolves when the host has stopped. */
export async function runHost(): Promise<void> {
  const options = readArguments(process.argv.slice(2));
  if (options.help) return say(HELP);
  // Whatever is written from here on, by this process or those it starts, is its owner's alone.
  process.umask(0o077);
  const dataFolder = openDataFolder(options.data);
  await demandPorts(options);
  const dynamodbEndpoint = await tableEndpoint(process.env['DYNAMODB_ENDPOINT']);
  const notice = clockNotice({ kept: lastTimeOf(dataFolder), world: Date.now(), data: options.data });
  if (notice !== undefined) say(notice);
  const host = await serve(options, dataFolder, dynamodbEndpoint);
  const nationalStore = options.bare ? undefined : await simulateNationalStore(host);
  const gateways = options.bare ? undefined : await simulateGateways(host);
  const receipts = options.bare ? undefined : await simulateReceiptProviders(host);
  if (receipts)
    say(`Simulated providers of receipts: VNPT ${receipts.vnpt.url}, Viettel ${receipts.viettel.url}`);
  const taxOffice = options.bare ? undefined : await simulateTaxOffice(host);
  const over = new AbortController();
  const stopped = stopsWhenAsked(host, over);
  try {
    if (taxOffice) {
      await welcome(options, dataFolder, host, over.signal);
      say(`Simulated tax office, with the slips that it received: ${taxOffice.page}`);
    } else say(`Services on ${host.awsUrl} (no application). Keys: test / test. Ctrl-C stops.`);
  } catch (error) {
    await host.stop();
    throw error;
  }
  await stopped;
  await nationalStore?.stop();
  await gateways?.stop();
  await receipts?.stop();
  await taxOffice?.stop();
}

/** Ports in use are reported at once, not after the synthesis. */
async function demandPorts({ port, bare }: StartOptions): Promise<void> {
  for (const wanted of bare ? [port] : [port, port + 1]) {
    const server = createServer();
    const free = await new Promise<boolean>(resolve => {
      server.once('error', () => resolve(false));
      server.listen(wanted, '127.0.0.1', () => resolve(true));
    });
    await new Promise(resolve => server.close(resolve));
    if (!free)
      throw new Refusal({
        vi: `Cổng ${wanted} trên 127.0.0.1 đang được chương trình khác dùng: hãy dừng chương trình đó, hoặc chọn cổng khác bằng --port.`,
        en: `Port ${wanted} on 127.0.0.1 is in use by another program: stop it, or choose another with --port.`,
      });
  }
}

async function serve(
  options: StartOptions,
  dataFolder: string,
  dynamodbEndpoint: string | undefined,
): Promise<RunningHost> {
  const { port, speed, bare, throttled } = options;
  const log = { info: () => undefined, warn: (line: string) => console.error(line) };
  const common = { dataFolder, port, speed, log, dynamodbEndpoint };
  if (bare) return bootHost({ ...common, bare, clients: [{ accessKeyId: 'test', secretAccessKey: 'test' }] });
  const assemblyFolder = await synthesize({
    dataFolder,
    settings: localSettings(await openDevKeys(dataFolder), throttled ? {} : { quotas: withoutQuotas }),
    say,
  });
  return bootHost({
    ...common,
    assemblyFolder,
    throttled,
    portalScopes: ['dossiers:read', 'dossiers:write'],
    devTokenFaults,
    routes: ({ apiUrl, clock, devKeys }) => ({
      ...hostPages({ apiUrl, speed, now: clock.now }),
      ...devProvider({ apiUrl, keys: devKeys, clock, speed, people: peopleOf(loadStarterProvince()) }),
    }),
  });
}

/** The first start fills the province; the demo runs once per start; what to try next is printed last. */
async function welcome(
  options: StartOptions,
  dataFolder: string,
  host: RunningHost,
  over: AbortSignal,
): Promise<void> {
  if (host.apiUrl === undefined) throw new HostError('The application has no HTTP API.');
  const loaded = join(dataFolder, 'province-loaded');
  const admin = await devClient(host.apiUrl, { kind: 'administrator', id: 'quantri.h44', unit: 'H44' });
  if (!existsSync(loaded)) {
    say('Loading the starter province, Phú Thọ …');
    await loadProvince(admin, loadStarterProvince(), say);
    writeFileSync(loaded, `${new Date().toISOString()}\n`);
  }
  const { apiUrl, clock } = host;
  if (options.demo) await walkDemo({ apiUrl, say, speed: options.speed });
  say(await invitation(apiUrl, options));
  if (!options.demo || options.speed === 1) return;
  // Runs beside the server; its failure must not stop it.
  void watchDays({ apiUrl, say, now: clock.now, pause, over }).catch(error => {
    if (!over.aborted) console.error(messageOf(error));
  });
}

/** Ctrl-C and SIGTERM stop the host cleanly; a fatal fault stops it with a sentence and an exit code. */
async function stopsWhenAsked(host: RunningHost, over: AbortController): Promise<void> {
  const asked = new Promise<undefined>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve(undefined));
  });
  const fault = await Promise.race([asked, host.failed]);
  over.abort();
  await host.stop();
  if (fault) throw fault;
  say('Stopped. The next start goes on from here.');
}
