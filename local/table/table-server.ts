import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { HostError, messageOf } from '../host/host-error.ts';
import { StreamRecords } from './stream-records.ts';

/** A DynamoDB-compatible server that serves the data folder's table file. */
export interface TableServer {
  readonly url: string;
  /** Undefined when the server runs elsewhere. */
  readonly streamRecords: StreamRecords | undefined;
  /** Settles when the server ends without having been asked to. */
  readonly ended: Promise<HostError>;
  stop(): Promise<void>;
}

const READY_LIMIT_MILLISECONDS = 15_000;

/**
 * Keeps the server alive exactly as long as the host: the third pipe is open while the host lives, however it ends, and a shell
 * reads it. Without that, a killed host would leave a server behind that still writes to the file.
 */
const WATCHED =
  '"$@" 3<&- & server=$!; { read -r _; kill "$server"; sleep 1; kill -9 "$server"; } <&3 >/dev/null 2>&1 & watch=$!; exec 3<&-; wait "$server"; status=$?; kill "$watch" 2>/dev/null; exit $status';

/** The server program for this machine. */
export function tableServerProgram(): string {
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'dynoxide');
  } catch (thrown) {
    throw new HostError(
      `The table server for this machine (npm package ${name}) is not installed: install it, or name a DynamoDB-compatible endpoint in DYNAMODB_ENDPOINT.`,
      { cause: thrown },
    );
  }
}

/** Starts the server on a free port and waits until it answers. */
export async function startTableServer(deps: { program: string; file: string }): Promise<TableServer> {
  const { program, file } = deps;
  mkdirSync(dirname(file), { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = new ServerProcess(program, ['serve', '--port', String(port), '--db-path', file]);
  await ready(server, url, `The table server ${program}`, file);
  const streamRecords = new StreamRecords(file);
  return {
    url,
    streamRecords,
    ended: server.ended.then(how => new HostError(`The table server on ${file} ended by itself (${how}).`)),
    stop() {
      streamRecords.close();
      return server.stop();
    },
  };
}

async function ready(server: ServerProcess, url: string, name: string, file: string): Promise<void> {
  for (const started = performance.now(); !(await answers(url)); await pause(20)) {
    if (server.how !== undefined) throw new HostError(`${name} does not start on ${file} (${server.how}).`);
    if (performance.now() - started <= READY_LIMIT_MILLISECONDS) continue;
    await server.stop();
    throw new HostError(`${name} does not answer on ${url} within ${READY_LIMIT_MILLISECONDS / 1000} s.`);
  }
}

class ServerProcess {
  readonly #child: ChildProcess;
  readonly #over: Promise<string>;
  #said = '';
  #stopping = false;
  /** How it ended, once it has. */
  how: string | undefined;
  /** Settles when it ends without having been asked to. */
  readonly ended: Promise<string>;

  constructor(program: string, words: readonly string[]) {
    this.#child = spawn('/bin/sh', ['-c', WATCHED, 'table-server', program, ...words], {
      // A session of its own: Ctrl-C in the terminal must reach the host first, which then stops the server.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      env: { PATH: '/usr/bin:/bin' },
    });
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#said = (this.#said + chunk.toString()).slice(-2000);
    });
    this.#over = this.#end();
    this.ended = new Promise(resolve => {
      void this.#over.then(how => {
        this.how = how;
        if (!this.#stopping) resolve(how);
      });
    });
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#child.stdio[3]?.destroy();
    await this.#over;
  }

  #end(): Promise<string> {
    return new Promise(resolve => {
      this.#child.once('error', thrown => resolve(messageOf(thrown)));
      this.#child.once('exit', (status, signal) => {
        const said = this.#said === '' ? '' : `: ${this.#said.trim()}`;
        resolve(`${signal ?? `status ${status}`}${said}`);
      });
    });
  }
}

/** A server that runs elsewhere, named by DYNAMODB_ENDPOINT. */
export async function foreignTableServer(url: string): Promise<TableServer> {
  if (!(await answers(url))) throw new HostError(`No table server answers at ${url} (DYNAMODB_ENDPOINT).`);
  return {
    url,
    streamRecords: undefined,
    ended: new Promise(() => undefined),
    stop: async () => undefined,
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    await (await fetch(url)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object'
          ? resolve(address.port)
          : reject(new HostError('This machine has no free port.')),
      );
    });
  });
}
