import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import type { HostClock } from '../host/clock.ts';
import type { InvokeFunction } from '../host/wire.ts';
import { actions } from './actions/actions.ts';
import { ApiError } from './actions/api-error.ts';
import { arnsOf } from './actions/arns.ts';
import type { Service } from './actions/service.ts';
import { Engine } from './engine.ts';
import { type ExecutionStatusChange, statusChange } from './execution-status-change.ts';
import { lambdaIntegrations, type TaskIntegrations } from './interpreter/task-integrations.ts';
import type { InterpreterServices } from './interpreter/turn.ts';
import { readCheckpoint, writeCheckpoint } from './journal/checkpoint.ts';
import { compact } from './journal/compaction.ts';
import { openDiskJournal } from './journal/disk-journal.ts';
import { type Journal, memoryJournal } from './journal/journal.ts';
import { parseRecord } from './journal/records.ts';
import { Registry } from './registry.ts';
import { taskTokens, tokenSecret } from './task-token.ts';

export interface StepFunctionsDeps {
  readonly clock: HostClock;
  /** Where the journal lives; made when missing. Left out, it lives in memory and ends with the process. */
  readonly journalFolder?: string;
  /** An empty journal to use where there is no folder, in place of one that keeps everything in memory. */
  readonly journal?: Journal;
  /** How long an execution is kept after its end, in milliseconds of the clock: 90 days, as on AWS, unless said otherwise. */
  readonly keepEnded?: number;
  /** Bytes after which the journal begins another file. */
  readonly segmentSize?: number;
  readonly invokeFunction: InvokeFunction;
  /** Told of every execution that begins or ends, once the journal holds it; told again of an end after a crash in between. */
  readonly announce: (event: ExecutionStatusChange) => void;
  readonly region: string;
  readonly accountId: string;
  /**
   * How many times faster the clock runs than the functions do (1). Time limits of tasks that wait for their function, and the pauses
   * before such a task is tried again, are stretched by it: a function does not work faster because its clock does.
   */
  readonly taskTimeScale?: number;
  /** Uniform in [0, 1), for jitter and $random. */
  readonly random?: () => number;
  /** Faults that no caller waits for: a journal that cannot be written, a damaged record. The host should stop. */
  readonly onFault?: (error: Error) => void;
  /** Task resources beside Lambda's. */
  readonly integrations?: TaskIntegrations;
}

export interface StepFunctions {
  /** Carries out one action of the AWS JSON 1.0 protocol; errors come as `{ __type, message }`. */
  handle(action: string, body: unknown): Promise<{ status: number; body: unknown }>;
  /** Resolves when nothing moves: every execution waits for a timer, a token or a function. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

const NINETY_DAYS = 90 * 24 * 3600 * 1000;

/** Opens the service on its journal and takes up what was under way. */
export async function openStepFunctions(deps: StepFunctionsDeps): Promise<StepFunctions> {
  const { clock, journalFolder, region, accountId, random = Math.random, keepEnded = NINETY_DAYS } = deps;
  const onFault = deps.onFault ?? (() => {});
  const registry = new Registry();
  const arns = arnsOf(region, accountId);
  if (journalFolder !== undefined) fs.mkdirSync(journalFolder, { recursive: true });
  const tokens = taskTokens(journalFolder === undefined ? randomBytes(32) : tokenSecret(journalFolder));
  const journal =
    journalFolder === undefined
      ? (deps.journal ?? memoryJournal())
      : openDiskJournal(journalFolder, {
          onSegmentFull: () => void tidy(),
          ...(deps.segmentSize !== undefined && { segmentSize: deps.segmentSize }),
        });

  async function checkpoint(): Promise<void> {
    if (journalFolder === undefined) return;
    await writeCheckpoint(journalFolder, registry, journal.end, () => journal.committed());
  }

  const forgetEnded = () => registry.forgetEnded(clock.now() - keepEnded);
  let closing = false;
  let tidying = Promise.resolve();
  /** After one another, never at the same time. */
  function tidy(): Promise<void> {
    tidying = tidying
      .then(async () => {
        forgetEnded();
        await checkpoint();
        if (!closing) await compact({ journal, registry, engine, settle: checkpoint });
      })
      .catch(onFault);
    return tidying;
  }

  const from = journalFolder === undefined ? 0 : readCheckpoint(journalFolder, registry, journal.end);
  const whole = journal.start === 0;
  journal.replay(from, (json, place) => registry.apply(parseRecord(json), place, whole));
  forgetEnded();

  const services: InterpreterServices = {
    region,
    integrations: deps.integrations ?? lambdaIntegrations,
    random,
    taskTimeScale: deps.taskTimeScale ?? 1,
    issueToken: tokens.issue,
  };
  const engine = new Engine({
    clock,
    journal,
    registry,
    services,
    invokeFunction: deps.invokeFunction,
    onStatus: (facts, end) => deps.announce(statusChange(facts, end)),
    onFault,
    arnOf: arns.of,
  });
  const service: Service = {
    clock,
    registry,
    engine,
    services,
    tokens,
    arns,
    saveMachine(record) {
      registry.apply(record, journal.append(JSON.stringify(record)));
      return journal.committed();
    },
  };
  engine.resume();
  if (journal.oldestPart()) void tidy();

  return {
    async handle(action, body) {
      const run = actions.get(action);
      try {
        if (journal.failure) throw journal.failure;
        forgetEnded();
        if (!run)
          throw new ApiError('UnknownOperationException', `This host does not support the action ${action}.`);
        const answer = await run(body, service);
        // Nothing is answered from memory that the disk might not hold after a crash.
        await journal.committed();
        return { status: 200, body: answer };
      } catch (error) {
        if (error instanceof ApiError)
          return { status: 400, body: { __type: error.type, message: error.message } };
        const message = error instanceof Error ? error.message : String(error);
        return { status: 500, body: { __type: 'InternalServerException', message } };
      }
    },
    idle: () => engine.idle(),
    async close() {
      closing = true;
      await engine.close();
      await tidy();
      await journal.close();
    },
  };
}
