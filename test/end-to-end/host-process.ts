import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** The product as a newcomer starts it, in a process of its own. */
export interface HostProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything it said so far. */
  said(): string;
  /** Ends it as Ctrl-C does; gives its exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

/** Two neighbouring ports nobody uses: the API's and the one of AWS's protocols. */
export async function freePorts(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const listening = once(server, 'listening').then(() => true);
  const refused = once(server, 'error').then(() => false);
  server.listen(port, '127.0.0.1');
  const free = await Promise.race([listening, refused]);
  server.close();
  return free;
}

/** Starts the product, or another program that serves it, and waits until it says that it serves. */
export async function startHost(
  data: string,
  port: number,
  more: readonly string[] = [],
  program = 'start/main.ts',
): Promise<HostProcess> {
  const child = spawn(process.execPath, [program, '--data', data, '--port', String(port), ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += String(chunk)));
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const serves = new Promise<void>(resolve => {
    const look = () => said.includes('Ctrl-C stops.') && resolve();
    child.stdout.on('data', look);
  });
  const early = await Promise.race([serves.then(() => 'serves' as const), exited]);
  if (early !== 'serves') throw new Error(`The host ended with ${early} before it served:\n${said}`);
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    said: () => said,
    async stop() {
      child.kill('SIGINT');
      return exited;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** All that functions logged. */
export function logsOf(data: string): string {
  const folder = join(data, 'logs');
  return readdirSync(folder)
    .map(file => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}
