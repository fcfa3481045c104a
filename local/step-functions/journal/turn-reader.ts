import type { ExecutionFacts, ExecutionState } from '../interpreter/execution-state.ts';
import type { Json } from '../language/json.ts';
import type { Execution } from '../registry.ts';
import type { Journal } from './journal.ts';
import { parseRecord, type TurnRecord } from './records.ts';

export type ArnOf = (machine: string, execution?: string) => string;

/** What the journal gives back of an execution. */
export interface LoadedExecution {
  readonly facts: ExecutionFacts;
  state: ExecutionState;
}

/** Reads the turns of executions from the journal. */
export class TurnReader {
  readonly #journal: Journal;
  readonly #arnOf: ArnOf;

  constructor(journal: Journal, arnOf: ArnOf) {
    this.#journal = journal;
    this.#arnOf = arnOf;
  }

  /** Resolves when its last turn is on disk: from there until the next wait, its turns can be read. */
  async onDisk(execution: Execution): Promise<void> {
    for (let end = -1; execution.last >= end; ) {
      end = this.#journal.end;
      await this.#journal.committed();
    }
  }

  /** First to last. */
  all(execution: Execution): TurnRecord[] {
    const turns: TurnRecord[] = [];
    for (let place: number | undefined = execution.last; place !== undefined && place >= 0; ) {
      const turn = this.#turnAt(place);
      turns.push(turn);
      place = turn.before;
    }
    return turns.reverse();
  }

  first(execution: Execution): TurnRecord {
    return this.#turnAt(execution.first);
  }

  last(execution: Execution): TurnRecord {
    return this.#turnAt(execution.last);
  }

  load(execution: Execution): LoadedExecution {
    const first = this.first(execution);
    const last = execution.last === execution.first ? first : this.last(execution);
    if (!first.begins || !last.state) {
      const arn = this.#arnOf(execution.machine, execution.name);
      throw new Error(`The journal holds no state of the execution ${arn}.`);
    }
    return { facts: this.facts(execution, first.begins.roleArn, first.begins.input), state: last.state };
  }

  facts({ id, machine, name, startedAt }: Execution, roleArn: string, input: Json): ExecutionFacts {
    return {
      id,
      arn: this.#arnOf(machine, name),
      name,
      machineArn: this.#arnOf(machine),
      machineName: machine,
      roleArn,
      startedAt,
      input,
    };
  }

  #turnAt(place: number): TurnRecord {
    const record = parseRecord(this.#journal.read(place));
    if (record.kind !== 'turn') throw new Error(`The journal holds no turn of an execution at ${place}.`);
    return record;
  }
}
