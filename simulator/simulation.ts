import { createHash } from 'node:crypto';
import { DAY, HOUR, MINUTE } from '../functions/domain/vietnam-time.ts';
import type { ResultFiles } from '../functions/features/results/result-files.ts';
import { memoryItems } from '../functions/kernel/table/memory-items.ts';
import { type MemoryRecords, memoryRecords } from '../functions/kernel/table/memory-records.ts';
import type { CursorStore } from '../functions/records/consumers/cursor-store.ts';
import type { DossierStore } from '../functions/records/dossiers/dossier-store.ts';
import { memoryDossierStore } from '../functions/records/dossiers/memory-dossier-store.ts';
import { registeredResult } from '../functions/records/dossiers/registered-result.ts';
import type { ExecutionRegistry } from '../functions/records/executions/execution-registry.ts';
import { memoryExecutionRegistry } from '../functions/records/executions/memory-execution-registry.ts';
import { memoryFiles } from '../test/support/lifecycle/memory-province.ts';
import { openApiClient } from './api-client.ts';
import { drawArrivals } from './arrivals.ts';
import { type Finding, openAuditor } from './auditor.ts';
import { deployFunctions } from './deployed-functions.ts';
import { FunctionBroken, isExpected } from './expected-faults.ts';
import { type Figures, openFigures } from './figures.ts';
import { monthsFrom } from './months.ts';
import { openPortalLine, type PortalLine } from './portal-line.ts';
import { openProvinceLife } from './province-life.ts';
import { openRandom } from './random.ts';
import { openStory } from './story.ts';
import { troubledMachines } from './troubled-machines.ts';
import { tableWeather, troubledRegistry, troubledStore } from './troubled-stores.ts';
import { openTroubles } from './troubles.ts';
import { openVirtualMachines, type VirtualMachines } from './virtual-machines.ts';
import { openVirtualTime } from './virtual-time.ts';
import { watchedStore } from './watched-store.ts';

/** What is simulated. The same of these give the same run, to the last entry. */
export interface SimulationOptions {
  readonly dossiers: number;
  readonly seed: number;
  /** The first month, `YYYY-MM`, and how many. */
  readonly from: string;
  readonly months: number;
  /** Nothing goes wrong. */
  readonly calm: boolean;
  /** How many times as likely as usual it is that something goes wrong at any moment. */
  readonly troubles: number;
  /** Ends at this instant (milliseconds) instead. */
  readonly until?: number | undefined;
  /** A dossier whose story is kept. */
  readonly trace?: string | undefined;
}

export interface SimulationSeams {
  /** The definition of the state machine. */
  readonly definition: string;
  /** Called now and then with how far it is. */
  readonly progress?: (progress: Progress) => void;
  /** Breaks a rule on purpose, to see that it is noticed. */
  readonly tamper?: (store: DossierStore, records: MemoryRecords) => DossierStore;
  readonly tamperRegistry?: (registry: ExecutionRegistry) => ExecutionRegistry;
  readonly tamperCursors?: (cursors: CursorStore) => CursorStore;
}

export interface Progress {
  readonly now: number;
  readonly from: number;
  readonly to: number;
  readonly received: number;
  /** Timers that have fired. */
  readonly events: number;
}

/** What came out of it. */
export interface SimulationOutcome {
  readonly findings: readonly Finding[];
  readonly figures: Figures;
  readonly troubles: ReadonlyMap<string, number>;
  readonly endedAt: number;
  readonly interrupted: boolean;
  readonly requests: number;
  readonly events: number;
  readonly looked: { readonly commits: number; readonly dossiers: number };
  /** The lines of the traced dossier. */
  readonly story: readonly string[];
}

export interface Simulation {
  /** Goes through all months, or until something is found or it is stopped. */
  run(): Promise<SimulationOutcome>;
  stop(): void;
}

export async function openSimulation(
  options: SimulationOptions,
  seams: SimulationSeams,
): Promise<Simulation> {
  const { from, to, days } = monthsFrom(options.from, options.months);
  const end = Math.min(to, options.until ?? to);
  const random = openRandom(`seed ${options.seed}`);
  const faults: Error[] = [];
  let machines: VirtualMachines | undefined;
  const time = openVirtualTime(from, async () => machines?.idle());
  const troubles = openTroubles(random.fork('troubles'), {
    from,
    to,
    calm: options.calm,
    times: options.troubles,
    now: time.now,
  });
  const records = memoryRecords();
  const story = openStory(options.trace, time.now);
  const figures = openFigures();
  const jitter = random.fork('jitter');

  machines = await openVirtualMachines({
    clock: time,
    definition: seams.definition,
    random: jitter.next,
    fault: error => faults.push(error),
    call: (name, payload) => time.begin(() => callOfMachine(name, payload)),
    ended: change => tellOfEnd(change.name, change.status),
  });
  const running = machines;
  const auditor = openAuditor({
    now: time.now,
    records,
    machines: running,
    portals: {
      cursorsOf: code => portals.cursorsOf(code),
      underWay: dossier => portals.underWay(dossier),
      atRest: dossier => portals.atRest(dossier),
      differing: () => portals.differing(),
    },
    outages: troubles.outages,
    get acknowledged() {
      return client.acknowledged;
    },
  });

  const kept = memoryDossierStore(records);
  const store = watchedStore(seams.tamper?.(kept, records) ?? kept, committed => {
    auditor.watch(committed);
    figures.enter(committed.head, committed.events);
    story.tell(committed);
    life.learn(committed);
    portals.learn(committed);
  });
  const weather = tableWeather(time, troubles, random.fork('weather'));
  const dossiers = troubledStore(store, weather);
  const keptRegistry = memoryExecutionRegistry(records);
  const registry = troubledRegistry(seams.tamperRegistry?.(keptRegistry) ?? keptRegistry, weather);
  const files = memoryFiles(records);
  const resultFiles = openResultFiles();
  const deployed = deployFunctions({
    dossiers,
    registry,
    machines: troubledMachines(running, troubles),
    files,
    resultFiles,
    now: time.now,
    pauses: { sleep: time.sleep, random: random.fork('pauses').next },
    diesBeforeWake: () => troubles.befalls('deathBeforeWake'),
    failed: (where, facts) => {
      if (!isExpected(facts))
        auditor.find('functions fail only where something is broken', `${where}: ${JSON.stringify(facts)}`);
    },
  });
  const client = openApiClient({
    time,
    troubles,
    random: random.fork('senders'),
    serve: event => deployed.api(event),
    note: (request, line) => story.noteRequest(request, line),
    find: auditor.find,
  });
  const life = openProvinceLife({
    time,
    random: random.fork('life'),
    client,
    files,
    note: story.note,
    find: auditor.find,
  });

  const portals: PortalLine = await openPortalLine({
    time,
    troubles,
    random: random.fork('portals'),
    weather,
    dossiers,
    machines: running,
    recover: deployed.watch,
    results: {
      find: number => registeredResult(memoryItems(records), number),
      files: { read: async key => resultFiles.stored.get(key) },
    },
    find: auditor.find,
    expected: isExpected,
    tamper: seams.tamperCursors,
  });

  async function callOfMachine(name: string, payload: unknown): Promise<unknown> {
    const called = deployed.ofMachine[name];
    if (!called) throw new Error(`The machine calls ${name}, which is not deployed here.`);
    story.noteCall(name, payload);
    if (troubles.during('brokenFunctions') || troubles.befalls('failingFunction'))
      throw new FunctionBroken('The function could not be started.');
    return called(payload);
  }

  /** The event bus tells the watch of an execution that ended, at least once, in its own time. */
  function tellOfEnd(name: string, status: string): void {
    if (status === 'SUCCEEDED') return;
    troubles.count('executionsLost');
    const delays = troubles.befalls('toldTwice') ? [400, 45_000] : [400];
    for (const delay of delays)
      time.at(time.now() + delay, () => void time.begin(() => watch(name, status, 1)));
  }

  /**
   * Lambda tries a failed event again after one and two minutes; then an operator sends it again from the dead letters.
   */
  async function watch(name: string, status: string, tries: number): Promise<void> {
    try {
      const outcome = await deployed.watch({ name, status });
      story.noteExecution(name, `ended ${status}: ${outcome}`);
    } catch (error) {
      if (!isExpected(error))
        auditor.find(
          'functions fail only where something is broken',
          `the watch of ${name}: ${String(error)}`,
        );
      const delay = tries < 3 ? tries * MINUTE : 30 * MINUTE;
      time.at(
        time.now() + delay,
        () => void time.begin(() => watch(name, status, tries < 3 ? tries + 1 : 1)),
      );
    }
  }

  function sweepEveryMinute(): void {
    time.at(time.now() + MINUTE, () => {
      sweepEveryMinute();
      if (troubles.befalls('missedSweep')) return;
      // A sweep that fails is made up for by the next.
      void time.begin(() => deployed.sweep().catch(() => undefined));
      void time.begin(() => portals.sweep().catch(() => undefined));
    });
  }

  function planAborts(): void {
    const own = random.fork('operator');
    const hourly = () => {
      time.at(time.now() + HOUR, () => {
        hourly();
        const heads = records.having('token');
        if (heads.length === 0 || !troubles.befalls('abort')) return;
        const chosen = own.pick(heads.toSorted((a, b) => (a.key.pk < b.key.pk ? -1 : 1)));
        const code = chosen.key.pk.slice(chosen.key.pk.indexOf('#') + 1);
        void time.begin(async () => {
          if (await running.abort(code, Number(chosen.item['round'])))
            story.note(code, 'an operator stops its execution');
        });
      });
    };
    hourly();
  }

  function lookEveryNight(): void {
    time.at(time.now() + DAY, () => {
      lookEveryNight();
      void time.begin(auditTonight);
    });
  }

  /** In the evening, so that the last day of a run is compared, too. */
  function compareEveryEvening(): void {
    time.at(time.now() + DAY, () => {
      compareEveryEvening();
      void time.begin(() => portals.compare());
    });
  }

  async function auditTonight(): Promise<void> {
    const now = time.now();
    const disturbed = troubles.outages.some(outage => outage.from < now && outage.to > now - 4 * HOUR);
    await auditor.lookAtChanges(!disturbed);
    if (auditor.findings.length > 0) time.stop();
    seams.progress?.(progress());
  }

  const progress = (): Progress => ({
    now: time.now(),
    from,
    to: end,
    received: auditor.received,
    events: time.fired,
  });

  return {
    stop: () => time.stop(),
    async run() {
      time.at(from + 3 * HOUR, lookEveryNight);
      time.at(from + 20 * HOUR, compareEveryEvening);
      for (const { at, length } of troubles.leaps) time.at(at, () => time.leap(length));
      sweepEveryMinute();
      planAborts();
      life.expect(drawArrivals(random.fork('arrivals'), options.dossiers, days));
      await time.runTo(end);
      const interrupted = time.stopped && auditor.findings.length === 0;
      const atRest = !time.stopped && end === to;
      const told = await auditor.lookAtAll(atRest);
      if (told.asText() !== figures.asText())
        auditor.find('the figures are those of the ledgers', 'what was committed and what is kept differ');
      for (const fault of faults) auditor.find('the machines run without fault', fault.message);
      return {
        findings: auditor.findings,
        figures: told,
        troubles: troubles.counted,
        endedAt: time.now(),
        interrupted,
        requests: client.requests,
        events: time.fired,
        looked: auditor.looked,
        story: story.lines,
      };
    },
  };
}

/** Results are not rendered: their bytes are the facts they would show, and equal facts give equal bytes. */
function openResultFiles(): ResultFiles & { readonly stored: ReadonlyMap<string, string> } {
  const stored = new Map<string, string>();
  return {
    stored,
    async store(result) {
      const bytes = JSON.stringify(result);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const key = `results/${result.number}/${result.dossier}`;
      stored.set(key, sha256);
      return { sha256, size: bytes.length, origin: result.given === null ? 'rendered' : 'given', key };
    },
  };
}
