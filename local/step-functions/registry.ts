import type { EndStatus } from './interpreter/execution-state.ts';
import type { JournalRecord, MachineRecord, TurnRecord } from './journal/records.ts';
import { type Sleeper, WakeQueue } from './journal/wake-queue.ts';

export type ExecutionStatus = 'RUNNING' | EndStatus;

/** What is kept in memory of every execution, open or ended: a few numbers and where its turns lie in the journal. */
export interface Execution extends Sleeper {
  readonly machine: string;
  readonly revision: number;
  readonly name: string;
  /** Milliseconds. */
  readonly startedAt: number;
  stoppedAt: number | undefined;
  status: ExecutionStatus;
  /** Places of its first and last turn in the journal; -1 until the first is written. */
  first: number;
  last: number;
  restless: boolean;
  /** Of an ended one: whether its end has been announced. */
  announced: boolean;
}

/**
 * The state machines and the executions, as the journal's records tell them. The same `apply` serves the running
 * host and the reading of the journal at its start, and applying a record twice changes nothing.
 */
export class Registry {
  /** Every revision of every machine, newest last; a deleted machine ends in a record that says so. */
  readonly machines = new Map<string, MachineRecord[]>();
  /** By id. */
  readonly executions = new Map<number, Execution>();
  readonly wakes = new WakeQueue<Execution>();
  private readonly named = new Map<string, Execution>();
  private readonly ofMachine = new Map<string, Execution[]>();
  /** Those that have ended; in the order in which they did, unless `disordered`. */
  private ended: Execution[] = [];
  private disordered = false;
  private ids = 0;

  /** The id that the next execution gets. Ids are never used again: task tokens are bound to them. */
  get nextId(): number {
    return this.ids;
  }

  /** The machine as it stands, unless there is none or it was deleted. */
  machine(name: string): MachineRecord | undefined {
    const current = this.machines.get(name)?.at(-1);
    return current?.deleted ? undefined : current;
  }

  revision(machine: string, revision: number): MachineRecord | undefined {
    return this.machines.get(machine)?.findLast(record => record.revision === revision);
  }

  /** The latest execution of a name, even of a machine that was deleted since. */
  execution(machine: string, name: string): Execution | undefined {
    return this.named.get(`${machine}:${name}`);
  }

  /** Executions of a machine in the order in which they started. */
  executionsOf(machine: string): readonly Execution[] {
    return this.ofMachine.get(machine) ?? [];
  }

  addMachine(record: MachineRecord): void {
    const revisions = this.machines.get(record.name) ?? [];
    const known = revisions.findIndex(({ revision }) => revision === record.revision);
    if (known >= 0) revisions[known] = record;
    else revisions.push(record);
    this.machines.set(record.name, revisions);
  }

  add(execution: Execution): void {
    const { id, machine, name, wake } = execution;
    this.executions.set(id, execution);
    this.ids = Math.max(this.ids, id + 1);
    const namesake = this.execution(machine, name);
    if (!namesake || namesake.id < id) this.named.set(`${machine}:${name}`, execution);
    const siblings = this.ofMachine.get(machine) ?? [];
    // A record that the journal moved to its end is read after those of later executions.
    siblings.splice(siblings.findLastIndex(sibling => sibling.id < id) + 1, 0, execution);
    this.ofMachine.set(machine, siblings);
    if (execution.stoppedAt !== undefined) this.addEnded(execution, execution.stoppedAt);
    execution.wake = undefined;
    this.wakes.set(execution, wake);
  }

  /** Forgets executions that ended at or before an instant. The newest stays, so that its id is known. */
  forgetEnded(until: number): void {
    if (this.disordered) this.ended.sort((one, other) => (one.stoppedAt ?? 0) - (other.stoppedAt ?? 0));
    this.disordered = false;
    const forgotten = new Set<Execution>();
    for (const execution of this.ended) {
      if ((execution.stoppedAt ?? Infinity) > until) break;
      if (execution.id === this.ids - 1) continue;
      forgotten.add(execution);
      this.executions.delete(execution.id);
      const key = `${execution.machine}:${execution.name}`;
      if (this.named.get(key) === execution) this.named.delete(key);
    }
    if (forgotten.size === 0) return;
    this.ended = this.ended.filter(execution => !forgotten.has(execution));
    for (const machine of new Set([...forgotten].map(execution => execution.machine))) {
      const left = this.executionsOf(machine).filter(execution => !forgotten.has(execution));
      this.ofMachine.set(machine, left);
    }
  }

  /** `whole`: whether the journal still holds its beginning; otherwise turns of forgotten executions are left over in it. */
  apply(record: JournalRecord, place: number, whole = true): void {
    switch (record.kind) {
      case 'machine':
        this.addMachine(record);
        return;
      case 'turn':
        this.applyTurn(record, place, whole);
        return;
      case 'announced': {
        const execution = this.executions.get(record.execution);
        if (execution) execution.announced = true;
        return;
      }
    }
  }

  private applyTurn(record: TurnRecord, place: number, whole: boolean): void {
    let execution = this.executions.get(record.execution);
    if (!execution && record.begins) {
      execution = newExecution(record.execution, record.begins);
      this.add(execution);
    }
    if (!execution && !whole) return;
    if (!execution)
      throw new Error(
        `The journal at ${place} goes on with execution ${record.execution}, which never began.`,
      );
    if (place <= execution.last) return;
    if (execution.first < 0 || record.begins) execution.first = place;
    execution.last = place;
    execution.restless = record.restless ?? false;
    this.wakes.set(execution, record.wake);
    if (!record.end) return;
    const known = execution.stoppedAt !== undefined;
    execution.status = record.end.status;
    execution.stoppedAt = record.end.stoppedAt;
    if (!known) this.addEnded(execution, record.end.stoppedAt);
  }

  private addEnded(execution: Execution, stoppedAt: number): void {
    if ((this.ended.at(-1)?.stoppedAt ?? 0) > stoppedAt) this.disordered = true;
    this.ended.push(execution);
  }
}

export function newExecution(
  id: number,
  {
    machine,
    revision,
    name,
    startedAt,
  }: { machine: string; revision: number; name: string; startedAt: number },
): Execution {
  return {
    id,
    wake: undefined,
    machine,
    revision,
    name,
    startedAt,
    stoppedAt: undefined,
    status: 'RUNNING',
    first: -1,
    last: -1,
    restless: false,
    announced: false,
  };
}
