import type { Logger } from '@aws-lambda-powertools/logger';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Table } from '../../kernel/table/table.ts';
import { dynamoExecutionRegistry } from './execution-registry.ts';
import { openStepFunctionsClient, stepFunctionsMachines } from './step-functions.ts';
import { nudgeMachine, wakeMachine } from './wake-machine.ts';

/** The machines and their registry, and the waking that follows a committed change. */
export function openMachine(table: Table, stateMachineArn: string, logger: Logger) {
  const registry = dynamoExecutionRegistry(table);
  const machines = stepFunctionsMachines(openStepFunctionsClient(), stateMachineArn);
  return {
    registry,
    machines,
    /** The change is committed: a machine that cannot be reached now is woken by the sweeper, and the request does not fail. */
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
    /** The alarms of a waiting dossier moved: its machine waits anew. One that cannot be reached finds out at its next alarm. */
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
