import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { HostError, messageOf } from '../host/host-error.ts';

/** A DynamoDB-compatible server that serves the data folder's table file. */
export interface TableServer {
  readonly url: string;
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
  const child = spawn(
    '/bin/sh',
    ['-c', WATCHED, 'table-server', program, 'serve', '--port', String(port), '--db-path', file],
    {
      // A session of its own: Ctrl-C in the terminal must reach the host first, which then stops the server.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      env: { PATH: '/usr/bin:/bin' },
    },
  );
  let said = '';
  let stopping = false;
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000);
  });
  const over = new Promise<string>(resolve => {
    child.once('error', thrown => resolve(messageOf(thrown)));
    child.once('exit', (status, signal) =>
      resolve(`${signal ?? `status ${status}`}${said ? `: ${said.trim()}` : ''}`),
    );
  });
  let how: string | undefined;
  const ended = new Promise<HostError>(resolve => {
    void over.then(told => {
      how = told;
      if (!stopping) resolve(new HostError(`The table server on ${file} ended by itself (${told}).`));
    });
  });
  const stop = async () => {
    stopping = true;
    child.stdio[3]?.destroy();
    await over;
  };

  for (const started = performance.now(); !(await answers(url)); await pause(20)) {
    if (how !== undefined)
      throw new HostError(`The table server ${program} does not start on ${file} (${how}).`);
    if (performance.now() - started > READY_LIMIT_MILLISECONDS) {
      await stop();
      throw new HostError(
        `The table server ${program} does not answer on ${url} within ${READY_LIMIT_MILLISECONDS / 1000} s.`,
      );
    }
  }
  return { url, ended, stop };
}

/** A server that runs elsewhere, named by DYNAMODB_ENDPOINT. */
export async function foreignTableServer(url: string): Promise<TableServer> {
  if (!(await answers(url))) throw new HostError(`No table server answers at ${url} (DYNAMODB_ENDPOINT).`);
  return { url, ended: new Promise(() => undefined), stop: async () => undefined };
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
