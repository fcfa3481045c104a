import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a command answered: its exit code, and all that it printed. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Runs a command to its end, or ends it when its time is over. */
export async function run(
  argv: readonly string[],
  options: { env: Environment; log: string; seconds: number; cwd?: string },
): Promise<Outcome> {
  const child = begin(argv, options);
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    void end(child);
  }, options.seconds * 1000);
  const code = await exitOf(child);
  clearTimeout(limit);
  const output = readFileSync(options.log, 'utf8');
  if (late) throw new Error(`${argv[0]} took more than ${options.seconds} s\n${lastOf(output)}`);
  return { code, output };
}

/** Runs a command that must succeed, and answers what it printed. */
export async function succeed(...[argv, options]: Parameters<typeof run>): Promise<string> {
  const { code, output } = await run(argv, options);
  if (code !== 0) throw new Error(`${argv.slice(0, 4).join(' ')} ended with ${code}\n${lastOf(output)}`);
  return output;
}

/** A program that serves until it is stopped. */
export class Server {
  readonly #child: ChildProcess;
  readonly #log: string;

  constructor(argv: readonly string[], options: { env: Environment; log: string }) {
    this.#log = options.log;
    this.#child = begin(argv, options);
  }

  /** Waits until it answers as it should. */
  async ready(answers: () => Promise<boolean>, seconds: number): Promise<void> {
    const until = Date.now() + seconds * 1000;
    while (!(await answers().catch(() => false))) {
      if (this.#child.exitCode !== null || Date.now() > until)
        throw new Error(`${this.#child.spawnfile} does not serve\n${lastOf(this.printed)}`);
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }

  get printed(): string {
    return readFileSync(this.#log, 'utf8');
  }

  stop(): Promise<void> {
    return end(this.#child);
  }
}

/** A port that nobody listens on, nor on the one after it. */
export async function freePort(): Promise<number> {
  for (;;) {
    const first = createServer();
    const port = await listening(first, 0);
    const second = createServer();
    const next = await listening(second, port + 1).catch(() => undefined);
    first.close();
    second.close();
    if (next !== undefined) return port;
  }
}

function listening(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
}

/** What is still running, for an end that comes from outside. */
const running = new Set<ChildProcess>();

export async function stopAll(): Promise<void> {
  await Promise.all([...running].map(end));
}

/** In a group of its own, so that what it starts ends with it. */
function begin(
  [program = '', ...argv]: readonly string[],
  options: { env: Environment; log: string; cwd?: string },
) {
  const log = openSync(options.log, 'w');
  const child = spawn(program, argv, {
    env: options.env as NodeJS.ProcessEnv,
    stdio: ['ignore', log, log],
    detached: true,
    ...(options.cwd !== undefined && { cwd: options.cwd }),
  });
  closeSync(log);
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  const ended = exitOf(child);
  signal(child, 'SIGTERM');
  const patience = setTimeout(() => signal(child, 'SIGKILL'), 10_000);
  await ended;
  clearTimeout(patience);
  // Whatever it started and left behind.
  signal(child, 'SIGKILL');
}

function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch {
    // All of the group have ended.
  }
}

function exitOf(child: ChildProcess): Promise<number> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode ?? 1);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', code => resolve(code ?? 1));
  });
}

const lastOf = (output: string) => output.trimEnd().split('\n').slice(-40).join('\n');
