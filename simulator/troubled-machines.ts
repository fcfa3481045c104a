import type { Machines } from '../functions/records/executions/step-functions.ts';
import type { Troubles } from './troubles.ts';
import type { VirtualMachines } from './virtual-machines.ts';

class MachinesSilent extends Error {
  override readonly name = 'MachinesSilent';
}

/** Step Functions, not always reached and not always heard. */
export function troubledMachines(machines: VirtualMachines, troubles: Troubles): Machines {
  async function call<T>(work: () => Promise<T>): Promise<T> {
    if (troubles.befalls('lostCall')) throw new MachinesSilent('Step Functions does not answer.');
    const answer = await work();
    if (troubles.befalls('lostAnswer'))
      throw new MachinesSilent('Step Functions did what it was asked, unheard.');
    return answer;
  }
  return {
    start: order => call(() => machines.start(order)),
    tell: (token, order) => call(() => machines.tell(token, order)),
    status: (code, round) => call(() => machines.status(code, round)),
  };
}
