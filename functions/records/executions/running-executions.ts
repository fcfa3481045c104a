import { ListExecutionsCommand, type SFNClient } from '@aws-sdk/client-sfn';

/** Executions requested at once. */
const PAGE = 100;

/** A page of the names of running executions, and where the next begins; null after the last. */
export type RunningExecutions = (
  page: string | null,
) => Promise<{ readonly names: readonly string[]; readonly next: string | null }>;

/** The running executions of a state machine. */
export function runningExecutions(
  client: Pick<SFNClient, 'send'>,
  stateMachineArn: string,
): RunningExecutions {
  return async page => {
    const { executions = [], nextToken } = await client.send(
      new ListExecutionsCommand({
        stateMachineArn,
        statusFilter: 'RUNNING',
        maxResults: PAGE,
        ...(page !== null && { nextToken: page }),
      }),
    );
    return { names: executions.map(({ name = '' }) => name), next: nextToken ?? null };
  };
}
