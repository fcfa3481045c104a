import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { startTableServer, tableServerProgram } from '../../local/table/table-server.ts';
import { callStates, executionOf } from '../host/call-states.ts';
import { type BenchHost, startBenchHost } from '../host/host-process.ts';
import type { Stage } from '../host/stage.ts';
import { httpClient } from '../load/http-client.ts';
import { openWalker, type Submitter } from '../load/plain-dossier.ts';
import { openSubscribedPortal, type SubscribedPortal } from '../load/subscribed-portal.ts';
import { openRecorder, type RecordedCall } from '../table/recorder.ts';
import { countedAssembly } from './counted-assembly.ts';
import { invocation, type Operations, operationsOf } from './operations.ts';

/** One plain dossier, looked at from all sides. */
export interface CountedDossier {
  readonly operations: Operations;
  /** What it asked of the table, in order. */
  readonly table: readonly RecordedCall[];
}

/** Events and queues need a moment to come to a function. */
const SETTLING_MILLISECONDS = 40;

/** What comes round by itself, whether there are dossiers or not. */
const BACKGROUND = /Sweeper|Reconciliation|Anchor/;

const WARMING = 'H44.230';
const MOST_TRIES = 4;

/**
 * Walks a plain dossier through a host of its own, one request after another, each when the one before has had all its effects, and
 * counts what AWS would charge for. The functions are warm; the dossier is the first of its unit, and each of its four callers is new
 * to the authorizer. `units` has a commune for each try: one is made again when the sweeper came round meanwhile. A portal that submits
 * is told of everything that happens, as a webhook and in its feed.
 */
export async function countDossier(
  stage: Stage,
  units: readonly string[],
  submitter: Submitter = 'citizen',
): Promise<CountedDossier> {
  const data = stage.dataFolder(`counted-${submitter}`);
  const notes = join(stage.folder, 'invocations.jsonl');
  const assembly = countedAssembly(stage.assembly, join(stage.folder, 'counted-assembly'), notes);
  const file = join(data, 'table', 'table.db');
  const server = await startTableServer({ program: tableServerProgram(), file });
  const recorder = await openRecorder(server.url);
  let portal: SubscribedPortal | undefined;
  try {
    const host = await startBenchHost({ assembly, data, tableUrl: recorder.url, countRequests: true });
    try {
      const book = { data, notes, recorder, host, submitter };
      portal = submitter === 'portal' ? await openSubscribedPortal(host.apiUrl) : undefined;
      await countOne(book, WARMING);
      for (const unit of units.slice(0, MOST_TRIES)) {
        const counted = await countOne(book, unit);
        if (counted) return counted;
      }
      throw new Error('What comes round by itself came round in every dossier that was to be counted.');
    } finally {
      portal?.close();
      await host.stop();
    }
  } finally {
    recorder.close();
    await server.stop();
  }
}

interface Book {
  readonly submitter: Submitter;
  readonly data: string;
  readonly notes: string;
  readonly host: BenchHost;
  readonly recorder: { taken(): RecordedCall[] };
}

async function countOne(book: Book, unit: string): Promise<CountedDossier | undefined> {
  const { host, recorder, notes, data } = book;
  const http = httpClient(1);
  const settle = async () => {
    await host.idle();
    await sleep(SETTLING_MILLISECONDS);
    await host.idle();
  };
  const client = { apiUrl: host.apiUrl, http, onAnswer: () => undefined, pause: settle };
  const walker = await openWalker(client, unit, book.submitter);
  await settle();
  rmSync(notes, { force: true });
  recorder.taken();
  await host.requests();
  const logged = logBytes(data);

  const code = await walker.walk();
  if (!(await walker.collect(code))) throw new Error(`${code} is not returned though nothing is under way.`);
  await settle();
  http.close();

  const invocations = existsSync(notes)
    ? readFileSync(notes, 'utf8')
        .trim()
        .split('\n')
        .map(line => z.parse(invocation, JSON.parse(line)))
    : [];
  const table = recorder.taken();
  const requests = await host.requests();
  const functionLogBytes = logBytes(data) - logged;
  if (invocations.some(one => BACKGROUND.test(one.function))) return undefined;
  const operations = operationsOf({
    apiPort: Number(new URL(host.apiUrl).port),
    requests,
    table,
    invocations,
    history: await historyOf(host, code),
    functionLogBytes,
  });
  return { operations, table };
}

function logBytes(data: string): number {
  const folder = join(data, 'logs');
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

const page = z.looseObject({
  events: z.array(z.looseObject({ type: z.string() })),
  nextToken: z.string().nullish(),
});

/** Types of all events of the execution that carried a dossier. */
async function historyOf(host: BenchHost, code: string): Promise<string[]> {
  const executionArn = executionOf(host.stateMachineArn, code);
  const types: string[] = [];
  for (let nextToken: string | undefined; ; ) {
    const body = { executionArn, maxResults: 1000, ...(nextToken && { nextToken }) };
    const { events, nextToken: next } = z.parse(page, await callStates(host, 'GetExecutionHistory', body));
    types.push(...events.map(({ type }) => type));
    if (!next) return types;
    nextToken = next;
  }
}
