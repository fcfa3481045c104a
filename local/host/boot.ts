import { loadResources, noResources, type Resources } from '../assembly/load-resources.ts';
import { type DevKeys, openDevKeys } from '../dev-tokens/dev-keys.ts';
import { answerDevToken } from '../dev-tokens/dev-tokens.ts';
import { answerAws } from '../gateway/gateway.ts';
import { apiConfig } from '../http-api/api-config.ts';
import { HttpApi, LONGEST_BODY, TOO_LARGE } from '../http-api/http-api.ts';
import { gatewayAnswer } from '../http-api/response.ts';
import { openCallers } from '../iam/callers.ts';
import type { HostClock } from './clock.ts';
import { HostError, messageOf } from './host-error.ts';
import { openHostKeys } from './host-keys.ts';
import { guardedClock, openHostTime } from './host-time.ts';
import { type HttpServer, listenHttp, type WireHandler } from './http-server.ts';
import { takeDataFolder } from './lock.ts';
import { comesFromHere } from './loopback.ts';
import type { HostOptions } from './options.ts';
import { type HostCredentials, PLACE } from './place.ts';
import type { Opening, Undo } from './services/opening.ts';
import { openServices, type Services } from './services.ts';

/** A host that serves. */
export interface RunningHost {
  /** Undefined when bare or when the application has no HTTP API. */
  readonly apiUrl: string | undefined;
  readonly awsUrl: string;
  readonly tableUrl: string;
  readonly clock: HostClock;
  readonly credentials: HostCredentials;
  readonly resources: Resources;
  readonly devKeys: DevKeys;
  /** Settles with the reason when the host cannot go on (a full disk, the table server gone): stop it then. */
  readonly failed: Promise<HostError>;
  /** Resolves when no call, message or execution is under way or due. */
  idle(): Promise<void>;
  /** Stops taking requests, lets what is under way end for a moment, and closes everything. Safe to call twice. */
  stop(): Promise<void>;
}

const LONGEST_AWS_BODY = 1024 * 1024 * 1024;
const STOP_GRACE_MILLISECONDS = 700;

/** Boots a synthesized cloud assembly. Throws a HostError that says what is in the way; nothing is left running then. */
export async function bootHost(options: HostOptions): Promise<RunningHost> {
  // Functions on AWS run in UTC; the zone belongs to the whole process, threads included.
  process.env['TZ'] = 'UTC';
  const undo: (() => void | Promise<void>)[] = [];
  const unwind = async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step();
  };
  try {
    const host = await boot(options, undo);
    let stopping: Promise<void> | undefined;
    return {
      ...host,
      stop: () => {
        stopping ??= unwind();
        return stopping;
      },
    };
  } catch (thrown) {
    await unwind();
    throw thrown;
  }
}

type OnFault = (thrown: unknown) => void;

async function boot(options: HostOptions, undo: Undo): Promise<Omit<RunningHost, 'stop'>> {
  const { dataFolder, speed = 1 } = options;
  undo.push(takeDataFolder(dataFolder));
  const { failed, onFault } = firstFault();
  const time = options.clock
    ? { clock: options.clock, stop: () => undefined }
    : openHostTime({ dataFolder, speed });
  undo.push(time.stop);
  const clock = guardedClock(time.clock, onFault);
  const servers = await openServers(options, clock, onFault, undo);
  const resources = readResources(options, servers);
  const credentials = openHostKeys(dataFolder);
  const devKeys = await openDevKeys(dataFolder);
  const services = await serveAws(servers, undo, {
    options,
    resources,
    clock,
    speed: options.clock ? 0 : speed,
    awsUrl: servers.awsUrl,
    callers: openCallers({ resources, own: credentials, clients: options.clients ?? [] }),
    onFault,
    undo,
  });
  const api = serveApi({ options, servers, services, resources, devKeys, clock });
  return {
    apiUrl: api && servers.apiUrl,
    awsUrl: servers.awsUrl,
    tableUrl: services.tableUrl,
    clock,
    credentials,
    resources,
    devKeys,
    failed,
    idle: services.idle,
  };
}

/** Tells of the first fault that the host cannot go on with. */
function firstFault(): { readonly failed: Promise<HostError>; readonly onFault: OnFault } {
  const { promise, resolve } = Promise.withResolvers<HostError>();
  const asHostError = (thrown: unknown) =>
    thrown instanceof HostError
      ? thrown
      : new HostError(`The host cannot go on: ${messageOf(thrown)}`, { cause: thrown });
  return { failed: promise, onFault: thrown => resolve(asHostError(thrown)) };
}

interface Servers {
  /** Undefined when the host is bare. */
  readonly api: HttpServer | undefined;
  readonly aws: HttpServer;
  readonly apiUrl: string | undefined;
  readonly awsUrl: string;
}

async function openServers(
  options: HostOptions,
  clock: HostClock,
  onFault: OnFault,
  undo: Undo,
): Promise<Servers> {
  const { port, bare = false, log } = options;
  const listen = async (at: number, bodyLimit: number, tooLarge: typeof TOO_LARGE) => {
    const server = await listenHttp({ port: at, clock, log, bodyLimit, tooLarge, onFault });
    undo.push(() => server.close(STOP_GRACE_MILLISECONDS));
    return server;
  };
  const urlOf = (server: HttpServer) => `http://127.0.0.1:${server.port}`;
  const api = bare ? undefined : await listen(port, LONGEST_BODY, TOO_LARGE);
  const awsPort = bare || port === 0 ? port : port + 1;
  const aws = await listen(awsPort, LONGEST_AWS_BODY, gatewayAnswer(413, 'Request too long'));
  return { api, aws, apiUrl: api && urlOf(api), awsUrl: urlOf(aws) };
}

function readResources({ bare = false, assemblyFolder }: HostOptions, servers: Servers): Resources {
  const { apiUrl, awsUrl } = servers;
  if (bare || assemblyFolder === undefined) return noResources;
  return loadResources({ folder: assemblyFolder, place: PLACE, apiUrl: apiUrl ?? awsUrl, awsUrl });
}

/** Opens the services. They call functions while they open, and functions call them: requests wait until all are there. */
async function serveAws(servers: Servers, undo: Undo, opening: Opening): Promise<Services> {
  const { promise: ready, resolve: opened } = Promise.withResolvers<Services>();
  servers.aws.serve(async request => answerAws(request, await ready));
  const services = await openServices(opening);
  // Run from the last to the first: no new requests, then no more work, then the services themselves.
  undo.push(() => servers.aws.close(STOP_GRACE_MILLISECONDS), services.halt);
  undo.push(async () => servers.api?.close(STOP_GRACE_MILLISECONDS));
  opened(services);
  await services.start();
  return services;
}

/** Serves the application's API, and what the host answers itself. Returns the API, if there is one. */
function serveApi(deps: {
  options: HostOptions;
  servers: Servers;
  services: Services;
  resources: Resources;
  devKeys: DevKeys;
  clock: HostClock;
}): HttpApi | undefined {
  const { options, services, clock } = deps;
  const { api: server } = deps.servers;
  const config = apiConfig(deps.resources);
  if (!server) return undefined;
  const api =
    config &&
    new HttpApi({
      config,
      functions: services.functions,
      clock,
      place: PLACE,
      port: server.port,
      log: options.log,
      accessLog: options.accessLog ?? false,
      throttled: options.throttled ?? false,
    });
  const routes = ownRoutes(deps);
  server.serve(async (request, from) => {
    if (!comesFromHere(request.headers, config?.cors?.AllowOrigins)) return gatewayAnswer(403, 'Forbidden');
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const own = routes[`${method} ${request.path}`];
    if (own) return own(request, from);
    return api ? api.serve(request, from) : gatewayAnswer(404, 'Not Found');
  });
  return api;
}

function ownRoutes(deps: {
  options: HostOptions;
  servers: Servers;
  devKeys: DevKeys;
  clock: HostClock;
}): Readonly<Record<string, WireHandler>> {
  const { options, devKeys, clock } = deps;
  const { apiUrl } = deps.servers;
  return {
    'POST /dev/tokens': request =>
      answerDevToken(request, {
        keys: devKeys,
        clock,
        portalScopes: options.portalScopes ?? [],
        speed: options.speed ?? 1,
        faultsOf: options.devTokenFaults,
      }),
    ...(apiUrl === undefined ? {} : options.routes?.({ apiUrl, clock, devKeys })),
  };
}
