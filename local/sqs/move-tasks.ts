import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { HostClock } from '../host/clock.ts';
import type { StoredMessage } from './message.ts';
import type { Queue } from './queue.ts';
import type { Queues } from './queues.ts';
import * as errors from './sqs-error.ts';

const Start = z.looseObject({
  SourceArn: z.string(),
  DestinationArn: z.string().optional(),
  MaxNumberOfMessagesPerSecond: z.int().min(1).max(500).optional(),
});
const List = z.looseObject({ SourceArn: z.string(), MaxResults: z.int().min(1).max(10).default(1) });
const Cancel = z.looseObject({ TaskHandle: z.string() });

interface MoveTask {
  readonly handle: string;
  readonly asked: z.infer<typeof Start>;
  readonly source: Queue;
  readonly startedAt: number;
  readonly toMove: number;
  moved: number;
  status: 'RUNNING' | 'COMPLETED' | 'CANCELLED' | 'FAILED';
  failure?: string;
}

const A_SECOND = 1000;
const AT_ONCE = 100;

/**
 * Moves dead letters back to the queues they came from, or to another. A host that ends meanwhile forgets the task: what was not
 * moved yet is still among the dead letters.
 */
export class MoveTasks {
  readonly #queues: Queues;
  readonly #clock: HostClock;
  readonly #tasks: MoveTask[] = [];

  constructor(queues: Queues, clock: HostClock) {
    this.#queues = queues;
    this.#clock = clock;
  }

  start(body: unknown) {
    const asked = Start.parse(body);
    const source = this.#queue(asked.SourceArn);
    if (asked.DestinationArn !== undefined) this.#queue(asked.DestinationArn);
    if (!this.#queues.list().some(({ settings }) => settings.redrive?.deadLetterArn === asked.SourceArn))
      throw errors.invalidParameter('Source queue must be configured as a Dead Letter Queue.');
    if (this.#tasks.some(task => task.source === source && task.status === 'RUNNING'))
      throw errors.invalidParameter(
        'There is already a task running. Only one active task is allowed for a source queue arn at a given time.',
      );
    const task: MoveTask = {
      handle: Buffer.from(randomUUID()).toString('base64'),
      asked,
      source,
      startedAt: this.#clock.now(),
      toMove: source.visible(),
      moved: 0,
      status: 'RUNNING',
    };
    this.#tasks.unshift(task);
    this.#plan(task);
    return { TaskHandle: task.handle };
  }

  list(body: unknown) {
    const { SourceArn, MaxResults } = List.parse(body);
    const source = this.#queue(SourceArn);
    const ofSource = this.#tasks.filter(task => task.source === source);
    return { Results: ofSource.slice(0, MaxResults).map(entry) };
  }

  cancel(body: unknown) {
    const { TaskHandle } = Cancel.parse(body);
    const task = this.#tasks.find(({ handle }) => handle === TaskHandle);
    if (task?.status !== 'RUNNING') throw errors.resourceNotFound('The task does not exist or has ended.');
    task.status = 'CANCELLED';
    return { ApproximateNumberOfMessagesMoved: task.moved };
  }

  #queue(arn: string): Queue {
    const queue = this.#queues.findByArn(arn);
    if (!queue) throw errors.resourceNotFound(`The resource that you specified doesn't exist: ${arn}`);
    return queue;
  }

  #plan(task: MoveTask): void {
    if (task.asked.MaxNumberOfMessagesPerSecond === undefined) setImmediate(() => this.#step(task));
    else this.#clock.at(this.#clock.now() + A_SECOND, () => this.#step(task));
  }

  #step(task: MoveTask): void {
    if (task.status !== 'RUNNING' || this.#queues.findByArn(task.asked.SourceArn) !== task.source) return;
    const max = Math.min(task.asked.MaxNumberOfMessagesPerSecond ?? AT_ONCE, task.toMove - task.moved);
    const messages = task.source.receive({ max, held: true });
    for (const message of messages) this.#move(task, message);
    if (task.status !== 'RUNNING') return;
    if (messages.length === 0 || task.moved >= task.toMove) task.status = 'COMPLETED';
    else this.#plan(task);
  }

  /** Sent first and deleted then, so that a kill in between repeats a message and loses none. */
  #move(task: MoveTask, message: StoredMessage): void {
    const { id, body, attributes, traceHeader, deadLetterSourceArn } = message;
    const to = task.asked.DestinationArn ?? deadLetterSourceArn;
    if (to !== undefined && this.#queues.sendTo(to, { body, attributes, traceHeader })) {
      task.source.remove(id);
      task.moved++;
      return;
    }
    task.source.changeVisibility(id, 0);
    task.status = 'FAILED';
    task.failure = to === undefined ? 'CouldNotDetermineMessageSource' : 'AWS.SQS.NonExistentQueue';
  }
}

function entry(task: MoveTask) {
  const { DestinationArn, MaxNumberOfMessagesPerSecond, SourceArn } = task.asked;
  return {
    SourceArn,
    Status: task.status,
    StartedTimestamp: task.startedAt,
    ApproximateNumberOfMessagesMoved: task.moved,
    ApproximateNumberOfMessagesToMove: task.toMove,
    ...(task.status === 'RUNNING' && { TaskHandle: task.handle }),
    ...(DestinationArn !== undefined && { DestinationArn }),
    ...(MaxNumberOfMessagesPerSecond !== undefined && { MaxNumberOfMessagesPerSecond }),
    ...(task.failure !== undefined && { FailureReason: task.failure }),
  };
}
