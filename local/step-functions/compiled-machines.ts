import type { InterpreterServices } from './interpreter/turn.ts';
import type { Machine } from './language/machine.ts';
import { readDefinition } from './language/read-definition.ts';
import type { Execution, Registry } from './registry.ts';

/** State machines as executions run them: each revision is read once. */
export class CompiledMachines {
  readonly #registry: Registry;
  readonly #services: InterpreterServices;
  readonly #machines = new Map<string, Machine>();

  constructor(registry: Registry, services: InterpreterServices) {
    this.#registry = registry;
    this.#services = services;
  }

  of({ machine, revision }: Execution): Machine {
    const key = `${machine}:${revision}`;
    const known = this.#machines.get(key);
    if (known) return known;
    const record = this.#registry.revision(machine, revision);
    if (!record) throw new Error(`The journal lacks revision ${revision} of the state machine ${machine}.`);
    const read = readDefinition(record.definition, this.#services);
    this.#machines.set(key, read);
    return read;
  }
}
