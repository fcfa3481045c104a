import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { MachineOrder } from '../../../schemas/machine.ts';
import { executionName } from '../../domain/machine/order.ts';

/** The Step Functions executions that carry dossiers. Every call may be repeated. */
export interface Machines {
  /** Starts the round's execution; starting it again changes nothing. */
  start(order: MachineOrder): Promise<void>;
  /** Resumes a waiting machine. `gone`: the wait was already over. */
  tell(token: string, order: MachineOrder): Promise<'told' | 'gone'>;
  /** Whether the round's execution is still running. */
  status(code: string, round: number): Promise<'running' | 'ended' | 'unknown'>;
}

/** Resumes a waiting machine by its token alone. */
export function tellMachine(client: SFNClient): Machines['tell'] {
  return async (token, order) => {
    try {
      await client.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(order) }));
      return 'told';
    } catch (error) {
      if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken)
        return 'gone';
      throw error;
    }
  };
}

export function stepFunctionsMachines(client: SFNClient, stateMachineArn: string): Machines {
  const executionArn = (name: string) =>
    `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
  return {
    async start(order) {
      const name = executionName(order.dossier, order.round);
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(order) }));
      } catch (error) {
        // The name belongs to this dossier alone: an existing execution of that name was started by an earlier try.
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },
    tell: tellMachine(client),
    async status(code, round) {
      try {
        const found = await client.send(
          new DescribeExecutionCommand({ executionArn: executionArn(executionName(code, round)) }),
        );
        return found.status === 'RUNNING' ? 'running' : 'ended';
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return 'unknown';
        throw error;
      }
    },
  };
}

export function openStepFunctionsClient(): SFNClient {
  return new SFNClient({ maxAttempts: 3 });
}
