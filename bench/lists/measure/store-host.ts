import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { BuiltStore } from '../store/build-store.ts';

/** How a host is started on a store. */
export interface ServeStore {
  readonly assembly: string;
  readonly data: string;
  /** Another table server than the host's own. */
  readonly tableUrl?: string;
}

/** A host that serves a store. */
export interface StoreHost {
  readonly apiUrl: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL('./serve-store.ts', import.meta.url));

export async function startStoreHost({ assembly, data }: BuiltStore, tableUrl?: string): Promise<StoreHost> {
  const options: ServeStore = { assembly, data, ...(tableUrl !== undefined && { tableUrl }) };
  const child = fork(program, [JSON.stringify(options)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const exited = once(child, 'exit');
  const first = await Promise.race([once(child, 'message'), exited.then(() => undefined)]);
  if (!first) throw new Error('The host ended before it served; what it said is above.');
  const { apiUrl } = z.parse(z.object({ apiUrl: z.string() }), first[0]);
  return {
    apiUrl,
    pid: child.pid ?? 0,
    async stop() {
      child.send('stop');
      await exited;
    },
  };
}
