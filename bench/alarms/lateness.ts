import * as z from 'zod';
import { callStates, executionOf } from '../host/call-states.ts';
import type { BenchHost } from '../host/host-process.ts';
import type { OpenDossier } from './open-dossiers.ts';

/** How late one alarm was, in milliseconds, and where the time went; the three parts add up to the whole. */
export interface Lateness {
  /** From the alarm's instant until it stood in the ledger. */
  readonly whole: number;
  /** TimeoutSeconds are whole seconds: the wait was asked to last this much longer than until the instant. */
  readonly rounding: number;
  /** From there until the machine had lapsed the wait. */
  readonly timer: number;
  /** From there until the function had recorded the alarm. */
  readonly recording: number;
}

const event = z.looseObject({
  type: z.string(),
  /** Seconds. */
  timestamp: z.number(),
  taskScheduledEventDetails: z.looseObject({ timeoutInSeconds: z.number().optional() }).optional(),
});
export type HistoryEvent = z.infer<typeof event>;
const history = z.looseObject({ events: z.array(event) });

/** Reads the first alarm of an execution from its history. Undefined when it has not sounded. */
export function latenessIn(events: readonly HistoryEvent[], due: number): Lateness | undefined {
  const milliseconds = (one: HistoryEvent) => one.timestamp * 1000;
  const lapse = events.findIndex(({ type }) => type === 'TaskTimedOut');
  const waited = events.slice(0, lapse).findLast(({ type }) => type === 'TaskScheduled');
  const sounded = events.slice(lapse).find(({ type }) => type === 'TaskSucceeded');
  const lapsed = events[lapse];
  const seconds = waited?.taskScheduledEventDetails?.timeoutInSeconds;
  if (lapse < 0 || !lapsed || !waited || !sounded || seconds === undefined) return undefined;
  const asked = milliseconds(waited) + seconds * 1000;
  return {
    whole: milliseconds(sounded) - due,
    rounding: asked - due,
    timer: milliseconds(lapsed) - asked,
    recording: milliseconds(sounded) - milliseconds(lapsed),
  };
}

/** How late the alarm of an open dossier was, from the execution's history. */
export async function latenessOf(host: BenchHost, { code, due }: OpenDossier): Promise<Lateness | undefined> {
  const body = { executionArn: executionOf(host.stateMachineArn, code), maxResults: 1000 };
  const { events } = z.parse(history, await callStates(host, 'GetExecutionHistory', body));
  return latenessIn(events, due);
}
