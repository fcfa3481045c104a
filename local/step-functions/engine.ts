import type { HostClock } from '../host/clock.ts';
import type { InvokeFunction } from '../host/wire.ts';
import { Alarm } from './alarm.ts';
import { CompiledMachines } from './compiled-machines.ts';
import {
  type ExecutionEnd,
  type ExecutionFacts,
  type ExecutionState,
  wakeOf,
} from './interpreter/execution-state.ts';
import { interpret, type Signal } from './interpreter/interpret.ts';
import type { InterpreterServices, Invocation, Turn } from './interpreter/turn.ts';
import type { Journal } from './journal/journal.ts';
import { announcedRecord, type TurnRecord } from './journal/records.ts';
import { type ArnOf, type LoadedExecution, TurnReader } from './journal/turn-reader.ts';
import { oneTurn, recordOf } from './journal/turn-record.ts';
import type { Json } from './language/json.ts';
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
  readonly arnOf: ArnOf;
}

/** What is in memory of an execution while it moves, or while a function works for it. */
interface Active {
  loaded: LoadedExecution | undefined;
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
  readonly #deps: EngineDeps;
  readonly #turns: TurnReader;
  readonly #machines: CompiledMachines;
  readonly #active = new Map<number, Active>();
  readonly #starting = new Map<number, Promise<boolean>>();
  readonly #work: WorkQueue<Execution>;
  readonly #alarm: Alarm;
  #closed = false;

  constructor(deps: EngineDeps) {
    this.#deps = deps;
    this.#turns = new TurnReader(deps.journal, deps.arnOf);
    this.#machines = new CompiledMachines(deps.registry, deps.services);
    this.#work = new WorkQueue(execution => this.#takeTurn(execution));
    this.#alarm = new Alarm(deps.clock, () => this.#fireDue());
  }

  /** Takes up what the journal left: lapsed timers in order of their instants, then calls without an outcome. */
  resume(): void {
    this.#fireDue();
    for (const execution of this.#deps.registry.executions.values()) {
      if (execution.restless) this.#post(execution, { kind: 'resume' });
      if (execution.status !== 'RUNNING' && !execution.announced) this.#announceAgain(execution);
    }
  }

  /** Begins an execution; resolves when the journal holds its start. */
  start(
    machine: string,
    revision: number,
    roleArn: string,
    name: string,
    input: Json,
  ): { execution: Execution; started: Promise<boolean> } {
    const { registry, clock } = this.#deps;
    const startedAt = clock.now();
    const execution = newExecution(registry.nextId, { machine, revision, name, startedAt });
    registry.add(execution);
    const facts = this.#turns.facts(execution, roleArn, input);
    const { timeoutSeconds } = this.#machines.of(execution);
    const limit = Math.min(A_YEAR, (timeoutSeconds ?? Infinity) * 1000);
    const state = { flows: {}, nextFlow: 0, nextCall: 0, nextEvent: 1, deadline: startedAt + limit };
    this.#active.set(execution.id, { ...idleActive(), loaded: { facts, state } });
    const started = this.send(execution, { kind: 'start' });
    this.#starting.set(execution.id, started);
    const forget = () => this.#starting.delete(execution.id);
    started.then(forget, forget);
    return { execution, started };
  }

  /** Resolves when the journal holds the start of an execution that was begun. */
  async started(execution: Execution): Promise<void> {
    await this.#starting.get(execution.id);
  }

  /** Sends a signal; resolves, once the journal holds what followed, with whether it met something still open. */
  send(execution: Execution, signal: Signal): Promise<boolean> {
    const done = Promise.withResolvers<boolean>();
    if (this.#closed) {
      done.reject(new Error('Step Functions has been closed.'));
      return done.promise;
    }
    const active = this.#activeOf(execution);
    active.signals.push({ signal, done });
    if (!active.queued) {
      active.queued = true;
      this.#work.push(execution);
    }
    return done.promise;
  }

  /** All turns of an execution, first to last. */
  async turnsOf(execution: Execution): Promise<TurnRecord[]> {
    await this.#turns.onDisk(execution);
    return this.#turns.all(execution);
  }

  async firstAndLastTurn(execution: Execution): Promise<{ first: TurnRecord; last: TurnRecord }> {
    await this.#turns.onDisk(execution);
    return { first: this.#turns.first(execution), last: this.#turns.last(execution) };
  }

  /** Writes all turns of an execution anew, as one record at the journal's end: what came before is needed no more. */
  async moveToEnd(execution: Execution): Promise<void> {
    await this.#turns.onDisk(execution);
    const { journal, registry } = this.#deps;
    const record = oneTurn(this.#turns.all(execution));
    const running = execution.status === 'RUNNING';
    const active = running ? this.#activeOf(execution) : (this.#active.get(execution.id) ?? idleActive());
    if (running) active.loaded ??= this.#turns.load(execution);
    active.uncommitted++;
    registry.apply(record, journal.append(JSON.stringify(record)));
    if (execution.announced) journal.append(announcedRecord(execution.id));
    await journal.committed();
    active.uncommitted--;
    this.#rest(execution, active);
  }

  /** Resolves when nothing moves: every execution waits for a timer, a token or a function. */
  idle(): Promise<void> {
    return this.#work.idle();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#alarm.cancel();
    await this.#work.idle();
  }

  #activeOf(execution: Execution): Active {
    const active = this.#active.get(execution.id) ?? idleActive();
    this.#active.set(execution.id, active);
    return active;
  }

  #post(execution: Execution, signal: Signal): void {
    this.send(execution, signal).catch(error => {
      if (!this.#closed) this.#fault(error);
    });
  }

  async #takeTurn(execution: Execution): Promise<void> {
    const active = this.#active.get(execution.id);
    if (!active) return;
    active.queued = false;
    const deliveries = active.signals;
    active.signals = [];
    try {
      if (execution.status === 'RUNNING') await this.#runTurn(execution, active, deliveries);
      else this.#answerLate(execution, active, deliveries);
    } catch (error) {
      // The state in memory may be half changed: what the journal holds is what counts.
      await this.#deps.journal.committed().catch(() => {});
      active.loaded = undefined;
      for (const { done } of deliveries) done.reject(error);
    }
  }

  /** Signals to an execution that has ended are answered once the turn that ended it is on disk. */
  #answerLate(execution: Execution, active: Active, deliveries: readonly Delivery[]): void {
    const answer = () => {
      for (const { done } of deliveries) done.resolve(false);
      this.#rest(execution, active);
    };
    this.#work.follow(this.#deps.journal.committed().then(answer, answer));
  }

  async #runTurn(execution: Execution, active: Active, deliveries: readonly Delivery[]): Promise<void> {
    const { clock, services, journal } = this.#deps;
    active.loaded ??= this.#turns.load(execution);
    const turn: Turn = {
      now: clock.now(),
      machine: this.#machines.of(execution),
      ...active.loaded,
      services,
      events: [],
      invocations: [],
      ready: [],
      ended: [],
      changed: false,
    };
    const answers: boolean[] = [];
    for (const { signal } of deliveries) answers.push(!turn.end && (await interpret(turn, signal)));
    this.#append(execution, turn);
    active.uncommitted++;
    const invocations = turn.invocations.filter(({ call }) => isAwaited(turn.state, call));
    const committed = () => {
      active.uncommitted--;
      if (turn.events[0]?.id === 1) this.#tellStatus(turn.facts, undefined);
      if (turn.end) this.#announceEnd(execution, turn.facts, turn.end);
      for (const [index, { done }] of deliveries.entries()) done.resolve(answers[index] ?? false);
      for (const invocation of invocations) void this.#invoke(execution, invocation);
      this.#rest(execution, active);
    };
    const lost = (error: unknown) => {
      for (const { done } of deliveries) done.reject(error);
    };
    this.#work.follow(journal.committed().then(committed, lost));
    if (!turn.end && turn.ready.length > 0) this.#post(execution, { kind: 'continue' });
  }

  #append(execution: Execution, turn: Turn): void {
    const { journal, registry } = this.#deps;
    if (turn.changed) {
      const record = recordOf(execution, turn);
      registry.apply(record, journal.append(JSON.stringify(record)));
    } else {
      registry.wakes.set(execution, wakeOf(turn.state));
    }
    this.#setAlarm();
  }

  async #invoke(execution: Execution, { call, functionArn, payload }: Invocation): Promise<void> {
    try {
      const outcome = await this.#deps.invokeFunction(functionArn, payload);
      if (!this.#closed) this.#post(execution, { kind: 'outcome', call, outcome });
    } catch (error) {
      this.#fault(error);
    }
  }

  /** Lets the state go from memory when only timers and tokens are awaited; the journal gives it back. */
  #rest(execution: Execution, active: Active): void {
    const busy = active.signals.length > 0 || active.queued || active.uncommitted > 0;
    if (!busy && (execution.status !== 'RUNNING' || !execution.restless)) this.#active.delete(execution.id);
  }

  #announceEnd(execution: Execution, facts: ExecutionFacts, end: ExecutionEnd): void {
    this.#tellStatus(facts, end);
    execution.announced = true;
    this.#deps.journal.append(announcedRecord(execution.id));
    this.#work.follow(this.#deps.journal.committed().catch(() => {}));
  }

  /** The host died between journaling an end and announcing it. */
  #announceAgain(execution: Execution): void {
    const { begins } = this.#turns.first(execution);
    const { end } = this.#turns.last(execution);
    if (!begins || !end) return;
    this.#announceEnd(execution, this.#turns.facts(execution, begins.roleArn, begins.input), end);
  }

  #tellStatus(facts: ExecutionFacts, end: ExecutionEnd | undefined): void {
    try {
      this.#deps.onStatus(facts, end);
    } catch (error) {
      this.#fault(error);
    }
  }

  #fault(error: unknown): void {
    this.#deps.onFault(error instanceof Error ? error : new Error(String(error)));
  }

  #fireDue(): void {
    const { registry, clock } = this.#deps;
    for (const execution of registry.wakes.takeDue(clock.now())) this.#post(execution, { kind: 'timer' });
    this.#setAlarm();
  }

  #setAlarm(): void {
    if (!this.#closed) this.#alarm.setTo(this.#deps.registry.wakes.next());
  }
}

/** Whether a call's outcome is still awaited: a branch that the same turn aborted sends nothing out. */
function isAwaited(state: ExecutionState, call: number): boolean {
  return Object.values(state.flows).some(({ waiting }) => waiting?.for === 'task' && waiting.call === call);
}
