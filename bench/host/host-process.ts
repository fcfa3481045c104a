import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import {
  type ServedRequest,
  type ServeOptions,
  type ServeOrder,
  type Serving,
  servedRequest,
  serving,
} from './messages.ts';

/** A host in a process of its own, so that what measures it shares nothing with it but the machine. */
export interface BenchHost extends Serving {
  readonly pid: number;
  /** From the start of the process until it served, in milliseconds. */
  readonly startedIn: number;
  /** Resolves when nothing is under way in it. */
  idle(): Promise<void>;
  /** Requests that arrived at its ports since this was asked last. */
  requests(): Promise<ServedRequest[]>;
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL('./serve.ts', import.meta.url));

/** Boots a host; throws when it ends before it serves. */
export async function startBenchHost(options: ServeOptions): Promise<BenchHost> {
  const started = performance.now();
  const child = fork(program, [JSON.stringify(options)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const exited = once(child, 'exit');
  const first = await Promise.race([once(child, 'message'), exited.then(() => undefined)]);
  if (!first) throw new Error('The host ended before it served; what it said is above.');
  const startedIn = performance.now() - started;
  const known = z.parse(serving, first[0]);
  const ask = asking(child);
  return {
    ...known,
    pid: child.pid ?? 0,
    startedIn,
    async idle() {
      await ask('idle');
    },
    requests: async () => z.parse(z.array(servedRequest), await ask('requests')),
    async stop() {
      child.send({ id: 0, order: 'stop' satisfies ServeOrder });
      await exited;
    },
  };
}

/** Sends orders and pairs them with their answers; a host that ends rejects what is still asked. */
function asking(child: ChildProcess): (order: ServeOrder) => Promise<unknown> {
  const asked = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  const message = z.object({ id: z.int(), answer: z.unknown() });
  child.on('message', raw => {
    const { id, answer } = z.parse(message, raw);
    asked.get(id)?.resolve(answer);
    asked.delete(id);
  });
  child.on('exit', () => {
    for (const { reject } of asked.values()) reject(new Error('The host ended while it was measured.'));
  });
  return order => {
    const answer = Promise.withResolvers<unknown>();
    asked.set(++last, answer);
    child.send({ id: last, order });
    return answer.promise;
  };
}
