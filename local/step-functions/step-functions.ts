import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import type { HostClock } from '../host/clock.ts';
import type { InvokeFunction } from '../host/wire.ts';
import { actions } from './actions/actions.ts';
import { ApiError } from './actions/api-error.ts';
import { type Arns, arnsOf } from './actions/arns.ts';
import type { Service } from './actions/service.ts';
import { Engine } from './engine.ts';
import { type ExecutionStatusChange, statusChange } from './execution-status-change.ts';
import { lambdaIntegrations, type TaskIntegrations } from './interpreter/task-integrations.ts';
import type { InterpreterServices } from './interpreter/turn.ts';
import { readCheckpoint, writeCheckpoint } from './journal/checkpoint.ts';
import { compact } from './journal/compaction.ts';
import { DiskJournal } from './journal/disk-journal.ts';
import { type Journal, memoryJournal } from './journal/journal.ts';
import { parseRecord } from './journal/records.ts';
import { Registry } from './registry.ts';
import { type TaskTokens, taskTokens, tokenSecret } from './task-token.ts';

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
  const { journalFolder } = deps;
  if (journalFolder !== undefined) fs.mkdirSync(journalFolder, { recursive: true });
  return new JournaledStepFunctions(deps);
}

class JournaledStepFunctions implements StepFunctions {
  readonly #deps: StepFunctionsDeps;
  readonly #registry = new Registry();
  readonly #journal: Journal;
  readonly #engine: Engine;
  readonly #service: Service;
  readonly #onFault: (error: Error) => void;
  #closing = false;
  #tidying = Promise.resolve();

  constructor(deps: StepFunctionsDeps) {
    const { journalFolder, region, accountId } = deps;
    this.#deps = deps;
    this.#onFault = deps.onFault ?? (() => {});
    const tokens = taskTokens(journalFolder === undefined ? randomBytes(32) : tokenSecret(journalFolder));
    this.#journal = this.#openJournal();
    this.#replay();
    const services = interpreterServices(deps, tokens);
    const arns = arnsOf(region, accountId);
    this.#engine = this.#openEngine(services, arns);
    this.#service = this.#openService(services, tokens, arns);
    this.#engine.resume();
    if (this.#journal.oldestPart()) void this.#tidy();
  }

  async handle(action: string, body: unknown): Promise<{ status: number; body: unknown }> {
    const run = actions.get(action);
    try {
      if (this.#journal.failure) throw this.#journal.failure;
      this.#forgetEnded();
      if (!run)
        throw new ApiError('UnknownOperationException', `This host does not support the action ${action}.`);
      const answer = await run(body, this.#service);
      // Nothing is answered from memory that the disk might not hold after a crash.
      await this.#journal.committed();
      return { status: 200, body: answer };
    } catch (error) {
      if (error instanceof ApiError)
        return { status: 400, body: { __type: error.type, message: error.message } };
      const message = error instanceof Error ? error.message : String(error);
      return { status: 500, body: { __type: 'InternalServerException', message } };
    }
  }

  idle(): Promise<void> {
    return this.#engine.idle();
  }

  async close(): Promise<void> {
    this.#closing = true;
    await this.#engine.close();
    await this.#tidy();
    await this.#journal.close();
  }

  #openJournal(): Journal {
    const { journalFolder, journal, segmentSize } = this.#deps;
    if (journalFolder === undefined) return journal ?? memoryJournal();
    return new DiskJournal(journalFolder, {
      onSegmentFull: () => void this.#tidy(),
      ...(segmentSize !== undefined && { segmentSize }),
    });
  }

  #replay(): void {
    const { journalFolder } = this.#deps;
    const journal = this.#journal;
    const from = journalFolder === undefined ? 0 : readCheckpoint(journalFolder, this.#registry, journal.end);
    const whole = journal.start === 0;
    journal.replay(from, (json, place) => this.#registry.apply(parseRecord(json), place, whole));
    this.#forgetEnded();
  }

  #openEngine(services: InterpreterServices, arns: Arns): Engine {
    const { clock, invokeFunction, announce } = this.#deps;
    return new Engine({
      clock,
      journal: this.#journal,
      registry: this.#registry,
      services,
      invokeFunction,
      onStatus: (facts, end) => announce(statusChange(facts, end)),
      onFault: this.#onFault,
      arnOf: arns.of,
    });
  }

  #openService(services: InterpreterServices, tokens: TaskTokens, arns: Arns): Service {
    const journal = this.#journal;
    const registry = this.#registry;
    return {
      clock: this.#deps.clock,
      registry,
      engine: this.#engine,
      services,
      tokens,
      arns,
      saveMachine(record) {
        registry.apply(record, journal.append(JSON.stringify(record)));
        return journal.committed();
      },
    };
  }

  #forgetEnded(): void {
    const { clock, keepEnded = NINETY_DAYS } = this.#deps;
    this.#registry.forgetEnded(clock.now() - keepEnded);
  }

  /** After one another, never at the same time. */
  #tidy(): Promise<void> {
    this.#tidying = this.#tidying.then(() => this.#tidyOnce()).catch(this.#onFault);
    return this.#tidying;
  }

  async #tidyOnce(): Promise<void> {
    this.#forgetEnded();
    await this.#checkpoint();
    if (this.#closing) return;
    await compact({
      journal: this.#journal,
      registry: this.#registry,
      engine: this.#engine,
      settle: () => this.#checkpoint(),
    });
  }

  async #checkpoint(): Promise<void> {
    const { journalFolder } = this.#deps;
    if (journalFolder === undefined) return;
    const journal = this.#journal;
    await writeCheckpoint(journalFolder, this.#registry, journal.end, () => journal.committed());
  }
}

function interpreterServices(deps: StepFunctionsDeps, tokens: TaskTokens): InterpreterServices {
  return {
    region: deps.region,
    integrations: deps.integrations ?? lambdaIntegrations,
    random: deps.random ?? Math.random,
    taskTimeScale: deps.taskTimeScale ?? 1,
    issueToken: tokens.issue,
  };
}
