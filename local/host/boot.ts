import { loadResources, noResources, type Resources } from '../assembly/load-resources.ts';
import { type DevKeys, openDevKeys } from '../dev-tokens/dev-keys.ts';
import { answerDevToken } from '../dev-tokens/dev-tokens.ts';
import { answerAws } from '../gateway/gateway.ts';
import { apiConfig } from '../http-api/api-config.ts';
import { LONGEST_BODY, openHttpApi, TOO_LARGE } from '../http-api/http-api.ts';
import { gatewayAnswer } from '../http-api/response.ts';
import type { HostClock } from './clock.ts';
import { HostError, messageOf } from './host-error.ts';
import { openHostKeys } from './host-keys.ts';
import { guardedClock, openHostTime } from './host-time.ts';
import { type HttpServer, listenHttp, type WireHandler } from './http-server.ts';
import { takeDataFolder } from './lock.ts';
import type { HostOptions } from './options.ts';
import { type HostCredentials, PLACE } from './place.ts';
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

async function boot(
  options: HostOptions,
  undo: (() => void | Promise<void>)[],
): Promise<Omit<RunningHost, 'stop'>> {
  const { dataFolder, port, speed = 1, bare = false, log } = options;
  undo.push(takeDataFolder(dataFolder));
  let fail: (error: HostError) => void = () => undefined;
  const failed = new Promise<HostError>(resolve => {
    fail = resolve;
  });
  const onFault = (thrown: unknown) =>
    fail(
      thrown instanceof HostError
        ? thrown
        : new HostError(`The host cannot go on: ${messageOf(thrown)}`, { cause: thrown }),
    );

  const time = options.clock
    ? { clock: options.clock, stop: () => undefined }
    : openHostTime({ dataFolder, speed });
  undo.push(time.stop);
  const clock = guardedClock(time.clock, onFault);
  const listen = async (at: number, bodyLimit: number, tooLarge: typeof TOO_LARGE) => {
    const server = await listenHttp({ port: at, clock, log, bodyLimit, tooLarge, onFault });
    undo.push(() => server.close(STOP_GRACE_MILLISECONDS));
    return server;
  };
  const apiServer = bare ? undefined : await listen(port, LONGEST_BODY, TOO_LARGE);
  const awsServer = await listen(
    bare || port === 0 ? port : port + 1,
    LONGEST_AWS_BODY,
    gatewayAnswer(413, 'Request too long'),
  );
  const urlOf = (server: HttpServer) => `http://127.0.0.1:${server.port}`;
  const awsUrl = urlOf(awsServer);
  const apiUrl = apiServer && urlOf(apiServer);

  const folder = bare ? undefined : options.assemblyFolder;
  const resources =
    folder === undefined
      ? noResources
      : loadResources({ folder, place: PLACE, apiUrl: apiUrl ?? awsUrl, awsUrl });
  const credentials = openHostKeys(dataFolder);
  const devKeys = await openDevKeys(dataFolder);
  // Services call functions while they open, and functions call services: requests wait until all are there.
  let opened: (services: Services) => void = () => undefined;
  const ready = new Promise<Services>(resolve => {
    opened = resolve;
  });
  awsServer.serve(async request => answerAws(request, await ready));
  const services = await openServices({
    options,
    resources,
    clock,
    speed: options.clock ? 0 : speed,
    awsUrl,
    credentials,
    onFault,
    undo,
  });
  // Run from the last to the first: no new requests, then no more work, then the services themselves.
  undo.push(() => awsServer.close(STOP_GRACE_MILLISECONDS), services.halt);
  if (apiServer) undo.push(() => apiServer.close(STOP_GRACE_MILLISECONDS));
  opened(services);
  await services.start();

  const config = apiConfig(resources);
  const api =
    config &&
    apiServer &&
    openHttpApi({
      config,
      functions: services.functions,
      clock,
      place: PLACE,
      port: apiServer.port,
      log,
      accessLog: options.accessLog ?? false,
    });
  const routes: Readonly<Record<string, WireHandler>> = {
    'POST /dev/tokens': request =>
      answerDevToken(request, {
        keys: devKeys,
        clock,
        portalScopes: options.portalScopes ?? [],
        speed,
        faultsOf: options.devTokenFaults,
      }),
    ...(apiUrl === undefined ? {} : options.routes?.({ apiUrl, clock })),
  };
  apiServer?.serve(async (request, from) => {
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const own = routes[`${method} ${request.path}`] ?? api;
    return own ? own(request, from) : gatewayAnswer(404, 'Not Found');
  });
  return {
    apiUrl: api && apiUrl,
    awsUrl,
    tableUrl: services.tableUrl,
    clock,
    credentials,
    resources,
    devKeys,
    failed,
    idle: services.idle,
  };
}
