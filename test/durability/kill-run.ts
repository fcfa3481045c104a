import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isEnd } from '../../functions/domain/lifecycle/states.ts';
import { freePorts, logsOf } from '../end-to-end/host-process.ts';
import { seeded } from '../end-to-end/outside-client.ts';
import type { Evidence } from './audits.ts';
import { type Finding, findings } from './findings.ts';
import { hostTime } from './host-time.ts';
import { type Fire, HostUnderFire } from './host-under-fire.ts';
import { isJourney, type Journey, journeys, leftIn, submit, travel } from './journeys.ts';
import { ListeningPortal } from './listening-portal.ts';
import { outwardFindings } from './outward-audits.ts';
import { openServices, type Snapshot, takeSnapshot } from './snapshot.ts';
import { noTraffic, StubbornClient, type Traffic } from './stubborn-client.ts';

export interface KillRun {
  readonly kills: number;
  readonly seed: number;
  /** How many times faster than the world the host's time runs. */
  readonly speed: number;
  /** Dossiers under way at once. */
  readonly clients: number;
  /** Told what is going on. */
  readonly say: (line: string) => void;
}

/** What a run did and found. */
export interface KillReport {
  readonly fire: Fire;
  readonly traffic: Traffic;
  readonly sent: readonly Sent[];
  /** As it was when the killing was over and everything had settled, dossiers left open among them. */
  readonly snapshot: Snapshot;
  /** What was known when it was taken. */
  readonly evidence: Evidence;
  readonly findings: readonly Finding[];
  /** Real milliseconds of the whole run. */
  readonly lasted: number;
  /** Functions that failed in the machine, by the host's logs: allowed, and repeated. */
  readonly failedSteps: number;
  /** What the portal was told, and how much of it more than once. */
  readonly told: { readonly events: number; readonly repeats: number };
}

interface Sent {
  readonly code: string;
  readonly journey: Journey;
}

/** A Monday at 8:00 in Việt Nam, later than the world's time, so that every run begins at the same hour of office. */
const BEGINNING = Date.parse('2031-03-03T01:00:00Z');

/** Real milliseconds in which everything has to come to rest once nobody kills any more. */
const SETTLING = 60_000;
const ALARM_GRACE = 60_000;

/** Runs a host under load and fire, and audits what it kept. Throws when it cannot even be run to the end. */
export async function killRun(run: KillRun): Promise<KillReport> {
  const started = performance.now();
  const data = mkdtempSync(join(tmpdir(), 'motcua-kills-'));
  writeFileSync(join(data, 'clock.json'), JSON.stringify({ now: BEGINNING }));
  const port = await freePorts();
  const host = new HostUnderFire({ data, port, speed: run.speed });
  const traffic = noTraffic();
  const found: Finding[] = [];
  try {
    run.say('Starting the host with the starter province …');
    await host.start();
    const portal = await ListeningPortal.open(new StubbornClient(host.url, seeded(run.seed + 2), traffic));
    const load = openLoad({ run, url: host.url, traffic, found });
    run.say(`Killing it ${run.kills} times under load …`);
    await host.killAgainAndAgain(run.kills, seeded(run.seed), traffic).finally(load.enough);
    const sent = await load.finished;

    run.say(`${sent.length} dossiers are sent; waiting until everything has settled …`);
    const services = openServices(data, port);
    const client = new StubbornClient(host.url, seeded(run.seed), traffic);
    const read = () => takeSnapshot(services, () => hostTime(client));
    const evidenceSoFar = (): Evidence => ({
      acknowledged: [...traffic.acknowledged],
      alarmGrace: ALARM_GRACE * run.speed,
      outages: host.fire.outages,
    });
    const evidence = evidenceSoFar();
    const { snapshot, found: kept } = await settle(read, snapshot => [
      ...findings(snapshot, evidence),
      ...wrongStates(snapshot, sent),
      ...portal.findings(snapshot),
    ]);
    found.push(...kept, ...(await outwardFindings(client, snapshot)));

    run.say('Deciding the dossiers left open to their ends …');
    await finish(sent, new StubbornClient(host.url, seeded(run.seed + 1), traffic), found);
    const whole = evidenceSoFar();
    const after = await settle(read, last => [
      ...findings(last, whole),
      ...stillOpen(last),
      ...portal.findings(last),
    ]);
    portal.close();
    found.push(...after.found.map(finding => ({ ...finding, audit: `at the end: ${finding.audit}` })));
    const restarts = host.fire.failedStarts.map(what => ({ audit: 'every restart serves', what }));
    const failedSteps = logsOf(data).match(/MACHINE_STEP_FAILED/g)?.length ?? 0;
    const lasted = performance.now() - started;
    return {
      fire: host.fire,
      traffic,
      sent,
      snapshot,
      evidence,
      findings: [...found, ...restarts],
      lasted,
      failedSteps,
      told: { events: portal.heard.received, repeats: portal.heard.repeats },
    };
  } finally {
    await host.stop();
    if (process.env['KEEP_DATA'] === undefined) rmSync(data, { recursive: true, force: true });
    else run.say(`Kept in ${data}`);
  }
}

/** Sends dossiers, several at once, each with choices of its own from the seed, until it is enough; then ends those under way. */
function openLoad(deps: { run: KillRun; url: string; traffic: Traffic; found: Finding[] }) {
  const { run, url, traffic, found } = deps;
  const names = Object.keys(journeys).filter(isJourney);
  const sent: Sent[] = [];
  let next = 0;
  let enough = false;
  const one = async (index: number) => {
    const random = seeded((run.seed * 7919 + index * 104_729) >>> 0);
    // The first numbers of neighbouring seeds resemble one another.
    for (let skipped = 0; skipped < 5; skipped++) random();
    const journey = names[(index * 7) % names.length] ?? 'granted';
    const client = new StubbornClient(url, random, traffic);
    const code = await submit(client, journey, index % 2 === 0 ? 'H44.103' : 'H44.104');
    sent.push({ code, journey });
    const slow = random() < 0.25 ? 4_000 : 300;
    await travel(code, journey, { client, random, pace: () => (enough ? 0 : slow) });
  };
  const worker = async () => {
    while (!enough) {
      const index = next++;
      await one(index).catch(error => found.push(asFinding(`dossier ${index}`, error)));
    }
  };
  const finished = Promise.all(Array.from({ length: run.clients }, worker)).then(() => sent);
  return {
    finished,
    enough: () => {
      enough = true;
    },
  };
}

/** Takes snapshots until nothing is found; what is still found when the time is over, in the last two, counts. */
async function settle(read: () => Promise<Snapshot>, audit: (snapshot: Snapshot) => Finding[]) {
  const limit = performance.now() + SETTLING;
  let before: ReadonlySet<string> | undefined;
  for (;;) {
    const snapshot = await read();
    const all = audit(snapshot);
    const found = all.filter(({ what }) => before?.has(what) ?? true);
    if (found.length === 0 || (before !== undefined && performance.now() > limit)) return { snapshot, found };
    before = new Set(all.map(({ what }) => what));
    await pause(1_000);
  }
}

async function finish(sent: readonly Sent[], client: StubbornClient, found: Finding[]): Promise<void> {
  const left = sent.filter(({ journey }) => leftIn(journey) !== undefined);
  const traveller = { client, random: () => 0, pace: () => 0 };
  await Promise.all(
    left.map(({ code }) =>
      travel(code, 'granted', traveller).catch(error => found.push(asFinding(code, error))),
    ),
  );
}

function wrongStates({ dossiers }: Snapshot, sent: readonly Sent[]): Finding[] {
  return sent.flatMap(({ code, journey }) => {
    const head = dossiers.get(code)?.head;
    const place = leftIn(journey);
    const stands = place === undefined ? head?.handling : head?.tasks[0]?.phase;
    return stands === journeys[journey]
      ? []
      : [{ audit: 'every dossier is where it was sent', what: `${code} (${journey}) is ${stands}` }];
  });
}

function stillOpen({ dossiers }: Snapshot): Finding[] {
  return [...dossiers.values()].flatMap(({ code, head }) =>
    head && isEnd(head.handling) ? [] : [{ audit: 'every dossier can be decided to its end', what: code }],
  );
}

function asFinding(where: string, error: unknown): Finding {
  const what = error instanceof Error ? error.message : String(error);
  return {
    audit: 'every request is answered as the first time, and as it should be',
    what: `${where}: ${what}`,
  };
}
