import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { digestOf } from '../../../functions/domain/canonical-json.ts';
import { standingExtension } from '../../../functions/domain/dossier/extension.ts';
import { replay } from '../../../functions/domain/dossier/head.ts';
import { waitingTask } from '../../../functions/domain/dossier/waiting.ts';
import { verifyChain } from '../../../functions/domain/ledger/chain.ts';
import { letterheadOf } from '../../../functions/domain/printing/letterhead.ts';
import { parseInstant } from '../../../functions/domain/vietnam-time.ts';
import { submitDossier } from '../../../functions/features/intake/submit-dossier.ts';
import { supplementDossier } from '../../../functions/features/intake/supplement-dossier.ts';
import { withdrawDossier } from '../../../functions/features/intake/withdraw-dossier.ts';
import { awaitTask } from '../../../functions/features/machine/await-task.ts';
import { soundAlarm } from '../../../functions/features/machine/sound-alarm.ts';
import { type SweepReport, sweep } from '../../../functions/features/machine/sweep.ts';
import { issueResult } from '../../../functions/features/results/issue-result.ts';
import type { ResultToStore } from '../../../functions/features/results/result-files.ts';
import { assignTask } from '../../../functions/features/tasks/assign-task.ts';
import { decideTask } from '../../../functions/features/tasks/decide-task.ts';
import { noPauses } from '../../../functions/kernel/retry/retry.ts';
import { type MemoryRecords, memoryRecords } from '../../../functions/kernel/table/memory-records.ts';
import type { DossierStore } from '../../../functions/records/dossiers/dossier-store.ts';
import { memoryDossierStore } from '../../../functions/records/dossiers/memory-dossier-store.ts';
import type { ExecutionRegistry } from '../../../functions/records/executions/execution-registry.ts';
import { memoryExecutionRegistry } from '../../../functions/records/executions/memory-execution-registry.ts';
import { recoverExecution } from '../../../functions/records/executions/recover-execution.ts';
import type { Machines } from '../../../functions/records/executions/step-functions.ts';
import { wakeMachine } from '../../../functions/records/executions/wake-machine.ts';
import { rulesLoader } from '../../../functions/records/rules/rules-loader.ts';
import { type MovesMade, moveEndedUnits } from '../../../functions/records/succession/move-units.ts';
import type { TaskDecisionBody } from '../../../schemas/api/decision.ts';
import { submission } from '../../../schemas/api/dossier.ts';
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import type { OfficerPrincipal, Principal } from '../../../schemas/identity/principal.ts';
import type { OfficerRole } from '../../../schemas/identity/roles.ts';
import { alarmInput, awaitInput, type MachineOrder, orderInput } from '../../../schemas/machine.ts';
import type { Officer, Unit } from '../../../schemas/organization/unit.ts';
import { asRead } from './as-read.ts';
import {
  catalogue,
  keyring,
  type MemoryFiles,
  memoryFiles,
  starter,
  starterProcedure,
  workCalendars,
} from './memory-province.ts';
import { noLists } from './no-lists.ts';
import { noIntakeLimits } from './no-quotas.ts';
import { openVirtualMachines, type VirtualMachines } from './virtual-machines.ts';

/** The citizen of all these dossiers. */
export const CITIZEN = { kind: 'citizen', identityNumber: '025090000001', level: 2 } as const;

/** What goes wrong, or comes in between; each entry serves once and is then taken off. */
export interface Mishaps {
  /** The process dies between commit and wake-up. */
  deathsBeforeWake: number;
  /** Step Functions does not answer a wake-up; does not start an execution. */
  lostTells: number;
  lostStarts: number;
  /** What happens when a machine's function was called, and before it looks at anything. */
  beforeAlarm: (() => Promise<unknown>)[];
  /** What happens between the reading and the commit of an alarm; of a citizen's or officer's change. */
  beforeAlarmCommit: (() => Promise<unknown>)[];
  beforeChangeCommit: (() => Promise<unknown>)[];
  /** What calls of a function of the machine fail with. */
  failures: Record<'MachineAwait' | 'MachineAlarm' | 'MachineIssue', Error[]>;
}

export interface Office {
  readonly machines: VirtualMachines;
  readonly records: MemoryRecords;
  readonly dossiers: DossierStore;
  readonly registry: ExecutionRegistry;
  readonly files: MemoryFiles;
  readonly mishaps: Mishaps;
  /** Results stored, as often as they were stored. */
  readonly results: ResultToStore[];
  /** Submits for the citizen, online unless the procedure or `more` wants otherwise. Gives the code. */
  submit(procedure: string, more?: Partial<z.input<typeof submission>>, key?: string): Promise<string>;
  /** Decides at the task the machine waits on, or at `at`, as an officer of its unit and role. */
  decide(code: string, body: TaskDecisionBody, at?: DecideOptions): ReturnType<typeof decideTask>;
  /** The apology that waits is signed by whoever signs results. */
  signApology(code: string): Promise<void>;
  supplement(code: string): Promise<void>;
  withdraw(code: string): Promise<void>;
  /** A leader gives the task waited on to an officer of the unit. */
  assign(code: string, assignee: string): Promise<void>;
  /** Publishes these units, and hands over what those that have ended still have. */
  publish(units: readonly Unit[]): Promise<MovesMade>;
  /** Records where officers work from now on. */
  record(officers: readonly Officer[]): void;
  issue(order: MachineOrder): Promise<MachineOrder>;
  sweep(): Promise<SweepReport>;
  /** Hands ended executions to the watch, as the event bus does. */
  watch(): Promise<string[]>;
  to(instant: string): Promise<void>;
  head(code: string): Promise<DossierHead>;
  task(code: string): Promise<PlannedTask>;
  /** The whole ledger; its chain is whole and it replays to the head. */
  ledger(code: string): Promise<LedgerEvent[]>;
  /** The kinds of its events, in order; alarms with their ids inside the dossier. */
  story(code: string): Promise<string[]>;
}

export interface DecideOptions {
  readonly task?: string;
  /** The consultation of this unit. */
  readonly unit?: string;
  readonly key?: string;
  readonly ifMatch?: number;
  /** Leaves the machine's doings to the caller. */
  readonly unsettled?: true;
}

/** An officer of a unit with a role, as the authorizer finds them. */
export function officerOf(unit: string, role: OfficerRole): OfficerPrincipal {
  const found = starter.officers.find(entry => entry.unit === unit && entry.roles.includes(role));
  if (!found) throw new Error(`${unit} has no ${role}.`);
  return { kind: 'officer', id: found.id, unit, roles: found.roles };
}

/** Opens a province's office at an instant: real use cases over in-memory twins, and the deployment's machine on a virtual clock. */
export async function openOffice(options: { definition: string; at: string }): Promise<Office> {
  const records = memoryRecords();
  const store = memoryDossierStore(records);
  const registry = memoryExecutionRegistry(records);
  const files = memoryFiles(records);
  const codes: string[] = [];
  let published = { version: 1, recordedAt: options.at, units: [...starter.units] };
  const officers = new Map(starter.officers.map(officer => [officer.id, officer]));
  const organization = {
    current: async () => published,
    officer: async (id: string) => officers.get(id),
    officersNamed: async (ids: readonly string[]) => ids.flatMap(id => officers.get(id) ?? []),
  };
  const rules = rulesLoader({ catalogue, workCalendars, organization });
  const results: ResultToStore[] = [];
  const mishaps: Mishaps = {
    deathsBeforeWake: 0,
    lostTells: 0,
    lostStarts: 0,
    beforeAlarm: [],
    beforeAlarmCommit: [],
    beforeChangeCommit: [],
    failures: { MachineAwait: [], MachineAlarm: [], MachineIssue: [] },
  };
  const interrupted = (hooks: (() => Promise<unknown>)[]): DossierStore => ({
    ...store,
    async commit(change) {
      await hooks.shift()?.();
      return store.commit(change);
    },
  });
  const machineDeps = { registry, now: () => machines.clock.now(), pauses: noPauses };
  const issueDeps = {
    ...machineDeps,
    dossiers: store,
    rules,
    keyring: async () => keyring,
    letterhead: async (unit: string) => letterheadOf(starter.units, unit),
    resultFiles: {
      async store(result: ResultToStore) {
        results.push(result);
        const bytes = JSON.stringify(result);
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const origin = result.given === null ? ('rendered' as const) : ('given' as const);
        return { sha256, size: bytes.length, origin, key: `results/${result.number}/${result.dossier}` };
      },
    },
  };
  const machines: VirtualMachines = await openVirtualMachines({
    definition: options.definition,
    startAt: parseInstant(options.at),
    functions: {
      async MachineAwait(payload) {
        fail('MachineAwait');
        return awaitTask({ dossiers: store, registry, machines }, awaitInput.parse(payload));
      },
      async MachineAlarm(payload) {
        fail('MachineAlarm');
        await mishaps.beforeAlarm.shift()?.();
        const deps = {
          ...machineDeps,
          dossiers: interrupted(mishaps.beforeAlarmCommit),
          machines: fallible,
          until: async () => {},
        };
        return soundAlarm(deps, alarmInput.parse(payload).order);
      },
      async MachineIssue(payload) {
        fail('MachineIssue');
        return issueResult(issueDeps, orderInput.parse(payload).order);
      },
    },
  });
  function fail(name: keyof Mishaps['failures']): void {
    const error = mishaps.failures[name].shift();
    if (error) throw error;
  }
  function befalls(mishap: 'deathsBeforeWake' | 'lostTells' | 'lostStarts'): boolean {
    if (mishaps[mishap] === 0) return false;
    mishaps[mishap]--;
    return true;
  }
  const fallible: Machines = {
    ...machines,
    async start(order) {
      if (befalls('lostStarts')) throw new Error('Step Functions does not answer.');
      return machines.start(order);
    },
    async tell(token, order) {
      if (befalls('lostTells')) throw new Error('Step Functions does not answer.');
      return machines.tell(token, order);
    },
  };
  async function wake(head: DossierHead): Promise<void> {
    if (befalls('deathsBeforeWake')) return;
    // As in openMachine: what cannot be told now is left to the sweeper.
    await wakeMachine({ registry, machines: fallible }, head).catch(() => {});
  }
  const deps = {
    dossiers: interrupted(mishaps.beforeChangeCommit),
    pauses: noPauses,
    catalogue,
    organization,
    workCalendars,
    rules,
    files: files.store,
    objects: files.objects,
    keyring: async () => keyring,
    ...noLists,
    ...noIntakeLimits,
    wake,
  };
  function call<P, B>(caller: Principal, params: P, body: B, more: { key?: string; ifMatch?: number } = {}) {
    return {
      caller,
      params,
      query: undefined,
      body,
      repeat: { key: more.key, requestHash: digestOf({ params: params ?? null, body }) },
      access: { requestId: 'request', reason: null },
      ifMatch: more.ifMatch,
      language: 'vi' as const,
      now: machines.clock.now(),
    };
  }
  async function head(code: string): Promise<DossierHead> {
    const found = await store.find(code);
    if (!found) throw new Error(`There is no dossier ${code}.`);
    return found.head;
  }
  async function taskOf(code: string, { task, unit }: DecideOptions): Promise<PlannedTask> {
    const { tasks } = await head(code);
    const found = tasks.find(open =>
      task ? open.id === task : open.phase === 'consultation' && open.unit === unit,
    );
    const waited = task === undefined && unit === undefined ? waitingTask({ tasks }) : found;
    if (!waited) throw new Error(`${code} has no such open task.`);
    return waited;
  }

  const office: Office = {
    machines,
    records,
    dossiers: store,
    registry,
    files,
    mishaps,
    results,
    head,
    task: code => taskOf(code, {}),
    async submit(procedure, more = {}, key) {
      const { procedure: published } = starterProcedure(procedure);
      const online = published.methods.some(({ channel }) => channel === 'online');
      const body = submission.parse({
        procedure,
        channel: online ? 'online' : 'counter',
        receivingUnit: published.levels.includes('commune') ? 'H44.101' : 'H44.01',
        ...(!published.levels.includes('commune') && { competentUnit: 'H44.04' }),
        applicant: { kind: 'person', name: 'Nguyễn Thị Lành', identityNumber: CITIZEN.identityNumber },
        components: published.components
          .filter(({ required }) => required)
          .map(({ id }) => ({ component: id, paperCopies: 1 })),
        ...more,
      });
      const caller = body.channel === 'online' ? CITIZEN : officerOf(body.receivingUnit, 'reception');
      const reply = await submitDossier(
        deps,
        call(caller, undefined, body, key === undefined ? {} : { key }),
      );
      await machines.settle();
      codes.push(reply.body.code);
      return reply.body.code;
    },
    async decide(code, body, at = {}) {
      const task = await taskOf(code, at);
      const caller = officerOf(task.unit, task.role);
      const read = asRead(await head(code), task, body);
      const reply = await decideTask(deps, call(caller, { id: task.id }, read, at));
      if (!at.unsettled) await machines.settle();
      return reply;
    },
    async signApology(code) {
      const now = await head(code);
      const task = now.tasks.find(({ phase }) => phase === 'apology')?.id ?? 'none';
      const proposal = standingExtension(now)?.digest;
      await office.decide(code, { decision: 'signApology', proposal }, { task });
    },
    async supplement(code) {
      const body = { components: [{ component: 'c1', files: [], paperCopies: 1 }] };
      await supplementDossier(deps, call(CITIZEN, { code }, body));
      await machines.settle();
    },
    async withdraw(code) {
      await withdrawDossier(deps, call(CITIZEN, { code }, { reason: 'Tôi không cần nữa' }));
      await machines.settle();
    },
    async assign(code, assignee) {
      const task = await taskOf(code, {});
      await assignTask(deps, call(officerOf(task.unit, 'leader'), { id: task.id }, { assignee }));
    },
    async publish(units) {
      published = { ...published, version: published.version + 1, units: [...units] };
      const backlog = async (unit: string) => {
        const heads = await Promise.all(codes.map(head));
        const theirs = heads.filter(({ receivingUnit, competentUnit, tasks }) =>
          [receivingUnit, competentUnit, ...tasks.map(task => task.unit)].includes(unit),
        );
        return { codes: theirs.map(({ code }) => code), next: undefined };
      };
      const moving = { dossiers: store, rules, organization, backlog, clock: machines.clock.now };
      const made = await moveEndedUnits(moving, Number.POSITIVE_INFINITY);
      await machines.settle();
      return made;
    },
    record(changed) {
      for (const officer of changed) officers.set(officer.id, officer);
    },
    issue: order => issueResult(issueDeps, order),
    async sweep() {
      const sweepDeps = {
        registry,
        machines: fallible,
        dossiers: store,
        now: machineDeps.now,
        failed: () => {},
      };
      const report = await sweep({ ...sweepDeps, recover: lost => recoverExecution(sweepDeps, lost) });
      await machines.settle();
      return report;
    },
    async watch() {
      const outcomes: string[] = [];
      for (const { name, status } of machines.ended.splice(0)) {
        if (status === 'SUCCEEDED') continue;
        outcomes.push(
          await recoverExecution({ ...machineDeps, dossiers: store, machines: fallible }, { name, status }),
        );
      }
      await machines.settle();
      return outcomes;
    },
    to: instant => machines.advanceTo(parseInstant(instant)),
    async ledger(code) {
      const events = await store.events(code, 0, 1000);
      const fault = verifyChain(events);
      if (fault) throw new Error(`${code}: ${JSON.stringify(fault)}`);
      const [now, replayed] = [await head(code), replay(events)];
      if (digestOf(now) !== digestOf(replayed))
        throw new Error(`${code}: the head is not what its ledger gives.`);
      return events;
    },
    async story(code) {
      const events = await office.ledger(code);
      return events.map(({ data }) =>
        data.type === 'alarmRaised' ? `alarm ${data.alarm.replace(`${code}.`, '')}` : data.type,
      );
    },
  };
  return office;
}
