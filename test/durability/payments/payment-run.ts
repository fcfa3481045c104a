import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DAY } from '../../../functions/domain/vietnam-time.ts';
import { freePorts } from '../../end-to-end/host-process.ts';
import { OutsideClient, seeded } from '../../end-to-end/outside-client.ts';
import type { Finding } from '../findings.ts';
import { hostTime, timeBeside } from '../host-time.ts';
import { type Fire, HostUnderFire, momentOf } from '../host-under-fire.ts';
import { openServices, scan, takeSnapshot } from '../snapshot.ts';
import { noTraffic, StubbornClient, type Traffic } from '../stubborn-client.ts';
import { type Books, booksOf } from './books.ts';
import { badTimes, openGateways } from './gateways.ts';
import { type Load, openLoad } from './load.ts';
import { Payer, PROCEDURE } from './payer.ts';
import { rebuildFindings } from './rebuild-audit.ts';
import { repeatOne } from './repeats.ts';
import { askAboutAll, loadPaidProcedure, openStage } from './stage.ts';
import { FOR_EVER, findingsIn } from './whole-audit.ts';

export interface PaymentRun {
  /** Payments that gateways take. */
  readonly payments: number;
  readonly kills: number;
  readonly seed: number;
  /** How many times faster than the world the host's time runs. */
  readonly speed: number;
  readonly clients: number;
  /** How often one notice is told in all. */
  readonly repeats: number;
  /** Told what is going on. */
  readonly say: (line: string) => void;
  readonly progress: (line: string) => void;
  /** Ends the paying before so many payments were made. */
  readonly enough?: AbortSignal;
}

/** What a run did and found. */
export interface PaymentReport {
  readonly fire: Fire;
  readonly traffic: Traffic;
  readonly played: Load['played'];
  /** When everything that gateways could tell had been told or asked. */
  readonly books: Books;
  readonly findings: readonly Finding[];
  /** Real milliseconds: of the payments, and of everything. */
  readonly paying: number;
  readonly lasted: number;
}

/** Real milliseconds in which everything has to come to rest once nobody pays any more. */
const SETTLING = 120_000;
/** Answers of the host to one dossier, about, by which the kills are spread over the load. */
const ANSWERS = 9;
/** Beyond the life of every request, and the time for which it is asked about afterwards. */
const LONG_AFTER = 5 * DAY;

/** Has a host take in payments while its gateways misbehave and it is killed, and holds its books to theirs. */
export async function paymentRun(run: PaymentRun): Promise<PaymentReport> {
  const started = performance.now();
  const data = await openStage();
  const port = await freePorts();
  const place = { data, port, speed: run.speed, program: 'test/durability/payments/host.ts' };
  const time = timeBeside(run.speed);
  const host = new HostUnderFire({
    ...place,
    served: async url => time.set(await hostTime(new OutsideClient(url, Math.random))),
  });
  const gateways = await openGateways(`${host.url}/v1/payment-notices`, time.now);
  const traffic = noTraffic();
  const found: Finding[] = [];
  try {
    writeFileSync(join(data, 'gateways.json'), JSON.stringify(gateways.secrets));
    run.say('Starting the host with the starter province …');
    await host.start();
    await loadPaidProcedure(host.url, PROCEDURE);

    run.say(`${run.payments} payments under ${run.kills} kills …`);
    const begun = performance.now();
    const client = new StubbornClient(host.url, seeded(run.seed), traffic);
    const trouble = badTimes(gateways.platform, seeded(run.seed + 1));
    const progress = (paid: number, dossiers: number) =>
      run.progress(
        `${paid} payments of ${dossiers} dossiers, ${host.fire.kills} kills, ${found.length} findings`,
      );
    const load = openLoad({ run, url: host.url, gateways, traffic, found, progress });
    await Promise.all([
      load.finished,
      killWhile(host, run, traffic, load),
      repeatOne({ client, gateways, seed: run.seed, times: run.repeats, found }),
    ]).finally(trouble.end);
    const paying = performance.now() - begun;

    run.say('Five days later the platform has been asked about everything …');
    await host.sleep(LONG_AFTER);
    await askAboutAll(data, port, gateways.platform.payments.length);
    const fresh = await openFresh({ client, gateways, random: seeded(run.seed), unit: 'H44.102' });
    const services = openServices(data, port);
    const read = async () => {
      const items = await scan(services);
      const snapshot = await takeSnapshot(services, () => hostTime(client), items);
      return booksOf(snapshot, items, gateways.taken());
    };
    const { books, findings } = await settle(read, books => [
      ...findingsIn(books),
      ...stillAsked(books, fresh),
    ]);
    found.push(...findings, ...(await rebuildFindings(client)));
    found.push(...host.fire.failedStarts.map(what => ({ audit: 'every restart serves', what })));
    const { fire } = host;
    const lasted = performance.now() - started;
    return { fire, traffic, played: load.played, books, findings: found, paying, lasted };
  } finally {
    await host.stop();
    await gateways.stop();
    if (process.env['KEEP_DATA'] === undefined) rmSync(data, { recursive: true, force: true });
    else run.say(`Kept in ${data}`);
  }
}

/** Kills the host after random numbers of answers, as often as was asked for, while there is a load. */
async function killWhile(host: HostUnderFire, run: PaymentRun, traffic: Traffic, load: Load): Promise<void> {
  const random = seeded(run.seed);
  const between = (run.payments * ANSWERS) / Math.max(1, run.kills);
  while (host.fire.kills < run.kills && !load.over()) {
    const goal = traffic.answers + Math.floor(between * (0.3 + random()));
    await new Promise<void>(resolve => {
      traffic.onAnswer = () => {
        if (traffic.answers >= goal || load.over()) resolve();
      };
    });
    const { milliseconds, whileStarting, down } = momentOf(random);
    if (!load.over()) await host.kill({ milliseconds, whileStarting, down: down / 6 }, run.kills);
  }
  traffic.onAnswer = () => undefined;
}

/** Applicants who have just opened a payment, and not paid it: what is open is among what is audited. */
async function openFresh(of: ConstructorParameters<typeof Payer>[0]): Promise<ReadonlySet<string>> {
  const opened = Array.from({ length: 4 }, async () => {
    const payer = new Payer(of);
    await payer.submit();
    return payer.open(20);
  });
  return new Set((await Promise.all(opened)).filter(reference => reference !== undefined));
}

/** Looks until nothing is found; what is still found when the time is over counts. */
async function settle(
  read: () => Promise<Books>,
  audit: (books: Books) => Finding[],
): Promise<{ readonly books: Books; readonly findings: Finding[] }> {
  const limit = performance.now() + SETTLING;
  for (;;) {
    const books = await read();
    const findings = audit(books);
    if (findings.length === 0 || performance.now() > limit) return { books, findings };
    await pause(2000);
  }
}

/** Requests that the platform is still asked about, though nothing can come of it any more. */
const stillAsked = ({ requests }: Books, fresh: ReadonlySet<string>): Finding[] =>
  requests
    .filter(
      ({ reference, wakePk, state }) => !fresh.has(reference) && (wakePk !== undefined || state === 'open'),
    )
    .map(({ reference, state }) => ({ audit: FOR_EVER, what: `${reference} is ${state}` }));
