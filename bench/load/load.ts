import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Submitter } from './plain-dossier.ts';

/** A load of plain dossiers through the API. */
export interface DriveOptions {
  readonly apiUrl: string;
  readonly clients: number;
  /** Milliseconds each client waits after an answer, as people do who read it; none for as much load as there can be. */
  readonly think?: number;
  /** Who submits; the citizen, where nothing else is said. */
  readonly submitter?: Submitter;
  /** No dossier is begun after so many seconds; those under way are finished. */
  readonly seconds: number;
  /** Codes of the units that the clients are spread over. */
  readonly units: readonly string[];
}

const times = z.record(z.string(), z.array(z.number()));
export const driven = z.object({
  dossiers: z.int(),
  /** Until the last result was fetched. */
  seconds: z.number(),
  /** Requests for a dossier that was not yet returned, beyond the one that each dossier needs. */
  polls: z.int(),
  /** Dossiers given up because a request was answered 500 or above: a function beyond its time limit, as a rule. */
  failures: z.int(),
  /** Milliseconds by operation, as the host measured them, and as the clients did. */
  serverTimes: times,
  clientTimes: times,
});
export type Driven = z.infer<typeof driven>;

export const replayed = z.object({ dossiers: z.int(), seconds: z.number() });
export type Replayed = z.infer<typeof replayed>;

/** Runs a program of this folder's kind with its options, and reads the one message it sends. */
export async function inProcess<T extends z.ZodType>(
  program: URL,
  options: unknown,
  answer: T,
): Promise<z.output<T>> {
  const child = fork(fileURLToPath(program), [JSON.stringify(options)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(() => undefined);
  const first = await Promise.race([once(child, 'message'), ended]);
  if (!first) throw new Error(`${program.pathname} ended without a result; what it said is above.`);
  await ended;
  return z.parse(answer, first[0]);
}

/** Plain dossiers through HTTP. */
export function drive(options: DriveOptions): Promise<Driven> {
  return inProcess(new URL('./drive.ts', import.meta.url), options, driven);
}

/** Communes of the starter province: one client each, as long as there are enough. */
export const COMMUNES = Array.from({ length: 140 }, (_, index) => `H44.${101 + index}`);
