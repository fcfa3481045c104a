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
  readonly executions: Execution[] = [];
  readonly wakes = new WakeQueue<Execution>();
  private readonly named = new Map<string, Execution>();
  private readonly ofMachine = new Map<string, Execution[]>();

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
    this.executions[id] = execution;
    this.named.set(`${machine}:${name}`, execution);
    const siblings = this.ofMachine.get(machine);
    if (siblings) siblings.push(execution);
    else this.ofMachine.set(machine, [execution]);
    execution.wake = undefined;
    this.wakes.set(execution, wake);
  }

  apply(record: JournalRecord, place: number): void {
    switch (record.kind) {
      case 'machine':
        this.addMachine(record);
        return;
      case 'turn':
        this.applyTurn(record, place);
        return;
      case 'announced': {
        const execution = this.executions[record.execution];
        if (execution) execution.announced = true;
        return;
      }
    }
  }

  private applyTurn(record: TurnRecord, place: number): void {
    let execution = this.executions[record.execution];
    if (!execution && record.begins) {
      execution = newExecution(record.execution, record.begins);
      this.add(execution);
    }
    if (!execution)
      throw new Error(
        `The journal at ${place} goes on with execution ${record.execution}, which never began.`,
      );
    if (place <= execution.last) return;
    if (execution.first < 0) execution.first = place;
    execution.last = place;
    execution.restless = record.restless ?? false;
    this.wakes.set(execution, record.wake);
    if (!record.end) return;
    execution.status = record.end.status;
    execution.stoppedAt = record.end.stoppedAt;
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
