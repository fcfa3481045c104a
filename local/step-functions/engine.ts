import type { HostClock } from '../host/clock.ts';
import type { InvokeFunction } from '../host/wire.ts';
import {
  type ExecutionEnd,
  type ExecutionFacts,
  type ExecutionState,
  wakeOf,
} from './interpreter/execution-state.ts';
import { interpret, type Signal } from './interpreter/interpret.ts';
import type { InterpreterServices, Turn } from './interpreter/turn.ts';
import type { Journal } from './journal/journal.ts';
import { announcedRecord, parseRecord, type TurnRecord } from './journal/records.ts';
import { oneTurn, recordOf } from './journal/turn-record.ts';
import type { Json } from './language/json.ts';
import type { Machine } from './language/machine.ts';
import { readDefinition } from './language/read-definition.ts';
import { type Execution, newExecution, type Registry } from './registry.ts';
import { WorkQueue } from './work-queue.ts';

export interface EngineDeps {
  readonly clock: HostClock;
  readonly journal: Journal;
  readonly registry: Registry;
  readonly services: InterpreterServices;
  readonly invokeFunction: InvokeFunction;
  /** Told after the journal holds the change: with `end` undefined, that an execution runs. */
  readonly onStatus: (facts: ExecutionFacts, end: ExecutionEnd | undefined) => void;
  /** A fault that no caller waits for, such as a damaged record met when a timer fires. */
  readonly onFault: (error: Error) => void;
  readonly arnOf: (machine: string, execution?: string) => string;
}

/** What is in memory of an execution while it moves, or while a function works for it. */
interface Active {
  loaded: { readonly facts: ExecutionFacts; state: ExecutionState } | undefined;
  signals: Delivery[];
  queued: boolean;
  /** Turns appended and not yet on disk: until they are, the state cannot be read back. */
  uncommitted: number;
}

interface Delivery {
  readonly signal: Signal;
  readonly done: PromiseWithResolvers<boolean>;
}

function idleActive(): Active {
  return { loaded: undefined, signals: [], queued: false, uncommitted: 0 };
}

const A_YEAR = 365 * 24 * 3600 * 1000;

/**
 * Moves executions: one turn at a time over all of them, so that what happens is the same for the same order of
 * signals. A turn's record is appended, and only once it is on disk are its calls made and its callers answered.
 */
export class Engine {
  private readonly deps: EngineDeps;
  private readonly active = new Map<number, Active>();
  private readonly starting = new Map<number, Promise<boolean>>();
  private readonly machines = new Map<string, Machine>();
  private readonly work: WorkQueue<Execution>;
  private alarm: { readonly instant: number; readonly cancel: () => void } | undefined;
  private closed = false;

  constructor(deps: EngineDeps) {
    this.deps = deps;
    this.work = new WorkQueue(execution => this.takeTurn(execution));
  }

  /** Takes up what the journal left: lapsed timers in order of their instants, then calls without an outcome. */
  resume(): void {
    const { registry } = this.deps;
    this.fireDue();
    for (const execution of registry.executions.values()) {
      if (execution.restless) this.post(execution, { kind: 'resume' });
      if (execution.status !== 'RUNNING' && !execution.announced) this.announceAgain(execution);
    }
    this.setAlarm();
  }

  /** Begins an execution; resolves when the journal holds its start. */
  start(
    machine: string,
    revision: number,
    roleArn: string,
    name: string,
    input: Json,
  ): { execution: Execution; started: Promise<boolean> } {
    const { registry, clock } = this.deps;
    const startedAt = clock.now();
    const execution = newExecution(registry.nextId, { machine, revision, name, startedAt });
    registry.add(execution);
    const facts = this.factsOf(execution, roleArn, input);
    const { timeoutSeconds } = this.machineOf(execution);
    const limit = Math.min(A_YEAR, (timeoutSeconds ?? Infinity) * 1000);
    const state: ExecutionState = {
      flows: {},
      nextFlow: 0,
      nextCall: 0,
      nextEvent: 1,
      deadline: startedAt + limit,
    };
    this.active.set(execution.id, { ...idleActive(), loaded: { facts, state } });
    const started = this.send(execution, { kind: 'start' });
    this.starting.set(execution.id, started);
    const forget = () => this.starting.delete(execution.id);
    started.then(forget, forget);
    return { execution, started };
  }

  /** Resolves when the journal holds the start of an execution that was begun. */
  async started(execution: Execution): Promise<void> {
    await this.starting.get(execution.id);
  }

  /** Sends a signal; resolves, once the journal holds what followed, with whether it met something still open. */
  send(execution: Execution, signal: Signal): Promise<boolean> {
    const done = Promise.withResolvers<boolean>();
    if (this.closed) {
      done.reject(new Error('Step Functions has been closed.'));
      return done.promise;
    }
    const active = this.active.get(execution.id) ?? idleActive();
    this.active.set(execution.id, active);
    active.signals.push({ signal, done });
    if (!active.queued) {
      active.queued = true;
      this.work.push(execution);
    }
    return done.promise;
  }

  /** All turns of an execution, first to last. */
  async turnsOf(execution: Execution): Promise<TurnRecord[]> {
    await this.onDisk(execution);
    return this.readTurns(execution);
  }

  async firstAndLastTurn(execution: Execution): Promise<{ first: TurnRecord; last: TurnRecord }> {
    await this.onDisk(execution);
    return { first: this.readTurn(execution.first), last: this.readTurn(execution.last) };
  }

  /** Writes all turns of an execution anew, as one record at the journal's end: what came before is needed no more. */
  async moveToEnd(execution: Execution): Promise<void> {
    await this.onDisk(execution);
    const { journal, registry } = this.deps;
    const record = oneTurn(this.readTurns(execution));
    const active = this.active.get(execution.id) ?? idleActive();
    if (execution.status === 'RUNNING') {
      this.active.set(execution.id, active);
      active.loaded ??= this.load(execution);
    }
    active.uncommitted++;
    registry.apply(record, journal.append(JSON.stringify(record)));
    if (execution.announced) journal.append(announcedRecord(execution.id));
    await journal.committed();
    active.uncommitted--;
    this.rest(execution, active);
  }

  /** Resolves when nothing moves: every execution waits for a timer, a token or a function. */
  idle(): Promise<void> {
    return this.work.idle();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.alarm?.cancel();
    await this.work.idle();
  }

  private post(execution: Execution, signal: Signal): void {
    this.send(execution, signal).catch(error => {
      if (!this.closed) this.fault(error);
    });
  }

  private async takeTurn(execution: Execution): Promise<void> {
    const active = this.active.get(execution.id);
    if (!active) return;
    active.queued = false;
    const deliveries = active.signals;
    active.signals = [];
    try {
      await this.runTurn(execution, active, deliveries);
    } catch (error) {
      // The state in memory may be half changed: what the journal holds is what counts.
      await this.deps.journal.committed().catch(() => {});
      active.loaded = undefined;
      for (const { done } of deliveries) done.reject(error);
    }
  }

  private async runTurn(
    execution: Execution,
    active: Active,
    deliveries: readonly Delivery[],
  ): Promise<void> {
    const { clock, services, journal, registry } = this.deps;
    if (execution.status !== 'RUNNING') {
      // Answered once the turn that ended it is on disk.
      const answer = () => {
        for (const { done } of deliveries) done.resolve(false);
        this.rest(execution, active);
      };
      this.work.follow(journal.committed().then(answer, answer));
      return;
    }
    active.loaded ??= this.load(execution);
    const { facts, state } = active.loaded;
    const machine = this.machineOf(execution);
    const turn: Turn = {
      now: clock.now(),
      machine,
      facts,
      state,
      services,
      events: [],
      invocations: [],
      ready: [],
      ended: [],
      changed: false,
    };
    const answers: boolean[] = [];
    for (const { signal } of deliveries) answers.push(!turn.end && (await interpret(turn, signal)));
    if (turn.changed) {
      const record = recordOf(execution, turn);
      registry.apply(record, journal.append(JSON.stringify(record)));
    } else {
      registry.wakes.set(execution, wakeOf(state));
    }
    this.setAlarm();
    active.uncommitted++;
    const invocations = turn.invocations.filter(({ call }) => isAwaited(state, call));
    const begins = turn.events[0]?.id === 1;
    this.work.follow(
      journal.committed().then(
        () => {
          active.uncommitted--;
          if (begins) this.tellStatus(facts, undefined);
          if (turn.end) this.announceEnd(execution, facts, turn.end);
          for (const [index, { done }] of deliveries.entries()) done.resolve(answers[index] ?? false);
          for (const { call, functionArn, payload } of invocations) {
            void this.invoke(execution, call, functionArn, payload);
          }
          this.rest(execution, active);
        },
        error => {
          for (const { done } of deliveries) done.reject(error);
        },
      ),
    );
    if (!turn.end && turn.ready.length > 0) this.post(execution, { kind: 'continue' });
  }

  private async invoke(
    execution: Execution,
    call: number,
    functionArn: string,
    payload: Json,
  ): Promise<void> {
    try {
      const outcome = await this.deps.invokeFunction(functionArn, payload);
      if (!this.closed) this.post(execution, { kind: 'outcome', call, outcome });
    } catch (error) {
      this.fault(error);
    }
  }

  /** Lets the state go from memory when only timers and tokens are awaited; the journal gives it back. */
  private rest(execution: Execution, active: Active): void {
    const busy = active.signals.length > 0 || active.queued || active.uncommitted > 0;
    if (!busy && (execution.status !== 'RUNNING' || !execution.restless)) this.active.delete(execution.id);
  }

  private load(execution: Execution): { facts: ExecutionFacts; state: ExecutionState } {
    const first = this.readTurn(execution.first);
    const last = execution.last === execution.first ? first : this.readTurn(execution.last);
    if (!first.begins || !last.state) {
      throw new Error(
        `The journal holds no state of the execution ${this.deps.arnOf(execution.machine, execution.name)}.`,
      );
    }
    return { facts: this.factsOf(execution, first.begins.roleArn, first.begins.input), state: last.state };
  }

  /** Resolves when its last turn is on disk: from there until the next wait, its turns can be read. */
  private async onDisk(execution: Execution): Promise<void> {
    for (let end = -1; execution.last >= end; ) {
      end = this.deps.journal.end;
      await this.deps.journal.committed();
    }
  }

  private readTurns(execution: Execution): TurnRecord[] {
    const turns: TurnRecord[] = [];
    for (let place: number | undefined = execution.last; place !== undefined && place >= 0; ) {
      const turn = this.readTurn(place);
      turns.push(turn);
      place = turn.before;
    }
    return turns.reverse();
  }

  private readTurn(place: number): TurnRecord {
    const record = parseRecord(this.deps.journal.read(place));
    if (record.kind !== 'turn') throw new Error(`The journal holds no turn of an execution at ${place}.`);
    return record;
  }

  private factsOf({ id, machine, name, startedAt }: Execution, roleArn: string, input: Json): ExecutionFacts {
    const { arnOf } = this.deps;
    return {
      id,
      arn: arnOf(machine, name),
      name,
      machineArn: arnOf(machine),
      machineName: machine,
      roleArn,
      startedAt,
      input,
    };
  }

  private machineOf({ machine, revision }: Execution): Machine {
    const key = `${machine}:${revision}`;
    const known = this.machines.get(key);
    if (known) return known;
    const record = this.deps.registry.revision(machine, revision);
    if (!record) throw new Error(`The journal lacks revision ${revision} of the state machine ${machine}.`);
    const read = readDefinition(record.definition, this.deps.services);
    this.machines.set(key, read);
    return read;
  }

  private announceEnd(execution: Execution, facts: ExecutionFacts, end: ExecutionEnd): void {
    this.tellStatus(facts, end);
    execution.announced = true;
    this.deps.journal.append(announcedRecord(execution.id));
    this.work.follow(this.deps.journal.committed().catch(() => {}));
  }

  private tellStatus(facts: ExecutionFacts, end: ExecutionEnd | undefined): void {
    try {
      this.deps.onStatus(facts, end);
    } catch (error) {
      this.fault(error);
    }
  }

  private fault(error: unknown): void {
    this.deps.onFault(error instanceof Error ? error : new Error(String(error)));
  }

  /** The host died between journaling an end and announcing it. */
  private announceAgain(execution: Execution): void {
    const first = this.readTurn(execution.first);
    const { end } = this.readTurn(execution.last);
    if (!first.begins || !end) return;
    this.announceEnd(execution, this.factsOf(execution, first.begins.roleArn, first.begins.input), end);
  }

  private setAlarm(): void {
    const instant = this.deps.registry.wakes.next();
    if (this.alarm?.instant === instant || this.closed) return;
    this.alarm?.cancel();
    this.alarm = undefined;
    if (instant === undefined) return;
    const cancel = this.deps.clock.at(instant, () => {
      this.alarm = undefined;
      this.fireDue();
      this.setAlarm();
    });
    this.alarm = { instant, cancel };
  }

  private fireDue(): void {
    for (const execution of this.deps.registry.wakes.takeDue(this.deps.clock.now())) {
      this.post(execution, { kind: 'timer' });
    }
  }
}

/** Whether a call's outcome is still awaited: a branch that the same turn aborted sends nothing out. */
function isAwaited(state: ExecutionState, call: number): boolean {
  return Object.values(state.flows).some(({ waiting }) => waiting?.for === 'task' && waiting.call === call);
}
