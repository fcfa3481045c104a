// Clients of the API in a process of their own: each sends its next request as soon as it has its answer.
import { setTimeout as sleep } from 'node:timers/promises';
import { httpClient } from './http-client.ts';
import type { Driven, DriveOptions } from './load.ts';
import { type Operation, openWalker, ServiceFailure } from './plain-dossier.ts';

/** Requests of a plain dossier: users who think come one after another over the time that they take, not all at once. */
const REQUESTS = 13;
/** A dossier whose result is not there yet is asked for again after this long. */
const POLL_MILLISECONDS = 20;

const options: DriveOptions = JSON.parse(process.argv[2] ?? '{}');
const http = httpClient(options.clients);
type Times = Partial<Record<Operation, number[]>>;
const serverTimes: Times = {};
const clientTimes: Times = {};
function note(times: Times, operation: Operation, milliseconds: number): void {
  const known = times[operation] ?? [];
  times[operation] = known;
  known.push(milliseconds);
}
let polls = 0;
let dossiers = 0;
let failures = 0;
/** Gives up a dossier that the service fails; anything else is a fault of the bench. */
async function unlessFailed<Outcome>(work: Promise<Outcome>): Promise<Outcome | undefined> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    process.stderr.write(`client: ${error.message}\n`);
    failures++;
    return undefined;
  }
}

const units = options.units;
const walkers = await Promise.all(
  Array.from({ length: options.clients }, (_, index) =>
    openWalker(
      {
        apiUrl: options.apiUrl,
        http,
        onAnswer(operation, { serverTime, clientTime }) {
          if (serverTime === undefined) throw new Error('The host does not say how long it took.');
          note(serverTimes, operation, serverTime);
          note(clientTimes, operation, clientTime);
        },
        pause: () => (options.think ? sleep(options.think) : Promise.resolve()),
      },
      units[index % units.length] ?? '',
      options.submitter,
    ),
  ),
);

const started = performance.now();
const enough = () => performance.now() - started > options.seconds * 1000;
const lasted = await Promise.all(
  walkers.map(async (walker, index) => {
    if (options.think) await sleep((options.think * REQUESTS * index) / walkers.length);
    const collect = async (code: string) => {
      for (; !(await walker.collect(code)); polls++) await sleep(POLL_MILLISECONDS);
      dossiers++;
    };
    // The result of a dossier is asked for after the next one is signed: until then the machine makes it.
    let signed: string | undefined;
    while (!enough()) {
      const code = await unlessFailed(walker.walk());
      if (signed !== undefined) await unlessFailed(collect(signed));
      signed = code;
    }
    if (signed !== undefined) await unlessFailed(collect(signed));
    return performance.now() - started;
  }),
);
http.close();
const driven: Driven = {
  dossiers,
  seconds: Math.max(...lasted) / 1000,
  polls,
  failures,
  serverTimes,
  clientTimes,
};
process.send?.(driven);
