import type { Logger } from '@aws-lambda-powertools/logger';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { whenNeeded } from '../../kernel/lambda/when-needed.ts';
import type { Table } from '../../kernel/table/table.ts';
import { dynamoExecutionRegistry } from './execution-registry.ts';
import type { Machines } from './step-functions.ts';
import { nudgeMachine, wakeMachine } from './wake-machine.ts';

/** The machines, their registry, and waking after a committed change. */
export function openMachine(table: Table, stateMachineArn: string, logger: Logger) {
  const registry = dynamoExecutionRegistry(table);
  const machines = machinesWhenNeeded(stateMachineArn);
  return {
    registry,
    machines,
    /**
     * The change is committed: if the machine cannot be reached now, the sweeper wakes it, and the request does not
     * fail.
     */
    async wake(head: DossierHead): Promise<void> {
      try {
        await wakeMachine({ registry, machines }, head);
      } catch (error) {
        logger.warn('WAKE_LEFT_TO_SWEEPER', {
          dossier: head.code,
          error: error instanceof Error ? error.name : 'unknown',
        });
      }
    },
    /**
     * The alarms of a waiting dossier moved: its machine waits anew. If it cannot be reached, it finds out at its
     * next alarm.
     */
    async nudge(head: DossierHead): Promise<void> {
      try {
        await nudgeMachine({ registry, machines }, head);
      } catch (error) {
        logger.warn('NUDGE_FAILED', {
          dossier: head.code,
          error: error instanceof Error ? error.name : 'unknown',
        });
      }
    },
  };
}

/**
 * The client of Step Functions is a twelfth of a function’s code: it is loaded with the first machine that is woken.
 */
function machinesWhenNeeded(stateMachineArn: string): Machines {
  const machines = whenNeeded(async () => {
    const { openStepFunctionsClient, stepFunctionsMachines } = await import('./step-functions.ts');
    return stepFunctionsMachines(openStepFunctionsClient(), stateMachineArn);
  });
  return {
    start: async order => (await machines()).start(order),
    tell: async (token, order) => (await machines()).tell(token, order),
    status: async (code, round) => (await machines()).status(code, round),
  };
}
