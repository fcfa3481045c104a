import { setTimeout as sleep } from 'node:timers/promises';
import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import {
  accessTo,
  type SimulatedPlatform,
  startPaymentPlatform,
} from '../../outside/payment-platform/server.ts';
import { inTurns } from '../alarms/open-dossiers.ts';
import { type BenchHost, startBenchHost } from '../host/host-process.ts';
import { COMMUNES } from '../load/load.ts';
import { openAccounts, type Written } from '../payments/hot-account.ts';
import { lastWaitOf } from '../payments/moved-on.ts';
import { openFiler, type WaitingDossier } from '../payments/waiting-dossiers.ts';
import { median, type Spread, spreadOf } from '../percentiles.ts';
import { type PartReport, target } from '../report.ts';
import type { BenchContext } from './context.ts';

const CLIENTS = 16;
/** Milliseconds between two payments of one user. */
const THINK = 1000;
/** Told before those that count, so that the functions are loaded. */
const WARMING = 16;
const LEAST_RATIO = 0.9;

/** From the notice of a payment to the machine at the next step; and transfers a second on one account, beside many. */
export async function paymentsPart(context: BenchContext): Promise<PartReport> {
  const moved = await movedPart(context);
  const accounts = await accountsPart(context);
  return report(moved, accounts);
}

interface Moved {
  readonly what: string;
  readonly payments: number;
  readonly seconds: number;
  /** Not at the next step, or not confirmed: nothing of it counts. */
  readonly missing: number;
  /** Milliseconds until the notice was answered, and until the machine waited for the next step. */
  readonly confirmed: Spread;
  readonly movedOn: Spread;
}

async function movedPart({ quick, say, stage: open }: BenchContext): Promise<Moved[]> {
  const stage = await open();
  const host = await startBenchHost({ assembly: stage.assembly, data: stage.dataFolder('payments') });
  const platform = await startPaymentPlatform({ notifyAt: `${host.apiUrl}/v1/payment-notices/platform` });
  const count = quick ? 48 : 320;
  try {
    await connect(host, platform);
    say(`Opening ${WARMING + 2 * count} payments of dossiers that wait for their fees …`);
    const filer = await openFiler(host.apiUrl);
    const dossiers: WaitingDossier[] = [];
    await inTurns([...Array(WARMING + 2 * count).keys()], 8, async () => {
      dossiers.push(await filer.file());
    });
    await host.idle();
    await pay(host, platform, { what: 'to warm up', dossiers: dossiers.splice(0, WARMING), think: 0 });
    const loads = [
      {
        what: `${CLIENTS} users, a second between payments`,
        dossiers: dossiers.splice(0, count),
        think: THINK,
      },
      { what: `${CLIENTS} at a time, without a pause`, dossiers, think: 0 },
    ];
    const measured: Moved[] = [];
    for (const load of loads) {
      say(`The platform tells of ${count} payments, ${load.what} …`);
      measured.push(await pay(host, platform, load));
    }
    return measured;
  } finally {
    await platform.stop();
    await host.stop();
  }
}

interface Payments {
  readonly what: string;
  readonly dossiers: readonly WaitingDossier[];
  readonly think: number;
}

async function pay(host: BenchHost, platform: SimulatedPlatform, load: Payments): Promise<Moved> {
  const { what, dossiers, think } = load;
  const told = new Map<string, { readonly at: number; readonly confirmed: number }>();
  const started = performance.now();
  await inTurns(dossiers, CLIENTS, async ({ code, reference }) => {
    // Users do not all begin at once.
    if (think > 0) await sleep(think * (0.5 + Math.random()));
    const [at, begun] = [Date.now(), performance.now()];
    await platform.pay(reference);
    told.set(code, { at, confirmed: performance.now() - begun });
  });
  const seconds = (performance.now() - started) / 1000;
  await host.idle();
  const refused = platform.heard.filter(({ status }) => status !== 200).length;
  if (refused > 0) throw new Error(`${refused} notices were not taken.`);
  const moved: number[] = [];
  await inTurns([...told], 4, async ([code, { at }]) => {
    const waits = await lastWaitOf(host, code);
    if (waits !== undefined && waits >= at) moved.push(waits - at);
  });
  return {
    ...{ what, seconds, payments: dossiers.length, missing: dossiers.length - moved.length },
    confirmed: spreadOf([...told.values()].map(({ confirmed }) => confirmed)),
    movedOn: spreadOf(moved),
  };
}

const settings = z.looseObject({
  Environment: z.looseObject({ Variables: z.looseObject({ PAYMENT_PLATFORM_SECRET: z.string() }) }),
});

/** Puts what the deployment has to know of the platform into its secret. */
async function connect({ awsUrl, credentials, functions }: BenchHost, platform: SimulatedPlatform) {
  const [one] = functions.flatMap(({ properties }) => settings.safeParse(properties).data ?? []);
  const SecretId = one?.Environment.Variables.PAYMENT_PLATFORM_SECRET;
  const client = new SecretsManagerClient({ region: 'ap-southeast-1', endpoint: awsUrl, credentials });
  const SecretString = JSON.stringify(accessTo(platform));
  await client.send(new PutSecretValueCommand({ SecretId, SecretString }));
  client.destroy();
}

interface Accounts {
  readonly hot: readonly Written[];
  readonly spread: readonly Written[];
}

/** Rounds of both in turns, so that what else the machine does falls on both. */
async function accountsPart({ quick, say, stage: open }: BenchContext): Promise<Accounts> {
  const stage = await open();
  const accounts = await openAccounts(stage.dataFolder('accounts'));
  const [rounds, seconds] = quick ? [5, 1] : [20, 2];
  const measured = { hot: [] as Written[], spread: [] as Written[] };
  try {
    say(
      `Transfers to one treasury account and to ${COMMUNES.length}, ${rounds} rounds of ${seconds} s each …`,
    );
    await accounts.write(COMMUNES, CLIENTS, seconds);
    for (let round = 0; round < rounds; round++) {
      const hot = async () => measured.hot.push(await accounts.write(COMMUNES.slice(0, 1), CLIENTS, seconds));
      const spread = async () => measured.spread.push(await accounts.write(COMMUNES, CLIENTS, seconds));
      // Neither is always the first: the table grows, and what else the machine does changes.
      for (const write of round % 2 === 0 ? [hot, spread] : [spread, hot]) await write();
    }
    return measured;
  } finally {
    await accounts.stop();
  }
}

const rate = (one: Written | undefined) => (one ? one.transfers / one.seconds : Number.NaN);
const rateOf = (rounds: readonly Written[]) => median(rounds.map(rate));
const refusedOf = (rounds: readonly Written[]) => rounds.reduce((sum, { refused }) => sum + refused, 0);

function report(moved: readonly Moved[], { hot, spread }: Accounts): PartReport {
  const ms = (value: number) => Math.round(value).toLocaleString('en');
  const spreadRow = ({ p50, p95, p99, longest }: Spread) => [p50, p95, p99, longest].map(ms);
  const ratio = median(hot.map((one, round) => rate(one) / rate(spread[round])));
  const rows = { 'one unit’s accounts': hot, [`accounts of ${COMMUNES.length} units`]: spread };
  return {
    title: 'Payments: from the notice to the next step, and transfers on one account',
    tables: [
      {
        head: ['ms', 'payments', 'a second', 'missing', 'p50', 'p95', 'p99', 'longest'],
        rows: moved.flatMap(({ what, payments, seconds, missing, confirmed, movedOn }) => [
          [
            `${what}: notice answered`,
            `${payments}`,
            (payments / seconds).toFixed(1),
            '',
            ...spreadRow(confirmed),
          ],
          ['… machine at the next step', '', '', `${missing}`, ...spreadRow(movedOn)],
        ]),
      },
      {
        head: [`transfers, ${CLIENTS} clients`, 'a second', 'refused'],
        rows: Object.entries(rows).map(([what, rounds]) => [
          what,
          ms(rateOf(rounds)),
          `${refusedOf(rounds)}`,
        ]),
      },
    ],
    targets: [
      target('transfers a second on one account, of those on many', ratio, { least: LEAST_RATIO }, value =>
        value.toFixed(2),
      ),
    ],
    figures: { payments: { moved, hot: rateOf(hot), spread: rateOf(spread), ratio } },
  };
}
