import * as z from 'zod';
import { callStates, executionOf } from '../host/call-states.ts';
import type { BenchHost } from '../host/host-process.ts';

const history = z.looseObject({
  /** Timestamps are in seconds. */
  events: z.array(z.looseObject({ type: z.string(), timestamp: z.number() })),
});

/** When the machine of a dossier began the wait in which it is, in milliseconds; undefined where it has begun none. */
export async function lastWaitOf(host: BenchHost, code: string): Promise<number | undefined> {
  const body = { executionArn: executionOf(host.stateMachineArn, code), maxResults: 1000 };
  const { events } = history.parse(await callStates(host, 'GetExecutionHistory', body));
  const waits = events.findLast(({ type }) => type === 'TaskScheduled');
  return waits && waits.timestamp * 1000;
}
