import { randomUUID } from 'node:crypto';
import type { HostClock } from '../host/clock.ts';
import type { HostLog } from '../host/log.ts';
import type { MessageAttribute, StoredMessage } from './message.ts';
import { QueueJournal } from './queue-journal.ts';

/** What a queue is set to; seconds where AWS has seconds. */
export interface QueueSettings {
  readonly name: string;
  readonly arn: string;
  readonly visibilityTimeout: number;
  readonly delaySeconds: number;
  readonly retentionSeconds: number;
  readonly waitSeconds: number;
  /** Bytes of body and attributes. */
  readonly longestMessage: number;
  readonly redrive: { readonly deadLetterArn: string; readonly maxReceiveCount: number } | undefined;
}

export interface NewMessage {
  readonly body: string;
  readonly attributes?: Readonly<Record<string, MessageAttribute>>;
  readonly delaySeconds?: number | undefined;
  readonly deadLetterSourceArn?: string | undefined;
  readonly traceHeader?: string | undefined;
}

export interface QueueDeps {
  readonly settings: QueueSettings;
  readonly path: string;
  readonly clock: HostClock;
  readonly log: HostLog;
  /** Takes the messages that were received too often; false when there is no such queue. */
  readonly deadLetter: (arn: string, message: NewMessage) => boolean;
}

/** A durable standard queue: at least once, in no promised order (in practice the order of arrival). */
export class Queue {
  readonly settings: QueueSettings;
  readonly #deps: QueueDeps;
  readonly #journal: QueueJournal;
  readonly #openedAt: number;
  readonly #visible = new Set<string>();
  /** What cancels the timer that shows a hidden message. */
  readonly #timers = new Map<string, () => void>();
  readonly #listeners = new Set<() => void>();

  /** Opens a queue from its journal. */
  constructor(deps: QueueDeps) {
    this.settings = deps.settings;
    this.#deps = deps;
    this.#openedAt = deps.clock.now();
    this.#journal = new QueueJournal(deps.path, deps.log);
    for (const id of [...this.#journal.messages.keys()]) this.#place(id);
  }

  send(message: NewMessage): StoredMessage {
    const { delaySeconds = this.settings.delaySeconds, deadLetterSourceArn, traceHeader } = message;
    const sentAt = this.#deps.clock.now();
    const stored: StoredMessage = {
      id: randomUUID(),
      body: message.body,
      attributes: { ...message.attributes },
      sentAt,
      visibleAt: sentAt + delaySeconds * 1000,
      receiveCount: 0,
      ...(deadLetterSourceArn === undefined ? {} : { deadLetterSourceArn }),
      ...(traceHeader === undefined ? {} : { traceHeader }),
    };
    this.#journal.write({ put: stored });
    this.#place(stored.id);
    return stored;
  }

  /** Messages visible now, hidden from others for `visibilitySeconds`. A held message stays hidden until released or deleted. */
  receive(asked: { max: number; visibilitySeconds?: number | undefined; held?: boolean }): StoredMessage[] {
    const { max, visibilitySeconds = this.settings.visibilityTimeout, held = false } = asked;
    const received: StoredMessage[] = [];
    for (const id of this.#visible) {
      if (received.length >= max) break;
      const message = this.#receivable(id);
      if (!message) continue;
      const now = this.#deps.clock.now();
      this.#journal.write({
        hid: id,
        until: now + visibilitySeconds * 1000,
        count: message.receiveCount + 1,
        first: message.firstReceivedAt ?? now,
      });
      this.#visible.delete(id);
      if (!held) this.#place(id);
      received.push(this.#journal.messages.get(id) ?? message);
    }
    return received;
  }

  /** Whether the message was there. */
  remove(id: string): boolean {
    if (!this.#journal.messages.has(id)) return false;
    this.#journal.write({ gone: id });
    this.#forget(id);
    return true;
  }

  /** Makes a hidden message visible after so many seconds; false when it is gone or not hidden. */
  changeVisibility(id: string, seconds: number): boolean {
    if (!this.#journal.messages.has(id) || this.#visible.has(id)) return false;
    this.#journal.write({ shows: id, at: this.#deps.clock.now() + seconds * 1000 });
    this.#place(id);
    return true;
  }

  /** Ends the hold of a received message: it comes back when its visibility timeout is over. */
  release(id: string): void {
    this.#place(id);
  }

  purge(): void {
    const ids = [...this.#journal.messages.keys()];
    this.#journal.write({ purged: true });
    for (const id of ids) this.#forget(id);
  }

  visible(): number {
    return this.#visible.size;
  }

  counts(): { visible: number; hidden: number; delayed: number } {
    const hidden = [...this.#journal.messages.values()].filter(({ id }) => !this.#visible.has(id));
    const delayed = hidden.filter(({ receiveCount }) => receiveCount === 0).length;
    return { visible: this.#visible.size, hidden: hidden.length - delayed, delayed };
  }

  /** Calls back whenever a message has become visible. Returns what ends that. */
  onVisible(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
    this.#listeners.clear();
    this.#journal.close();
  }

  /** The message, unless it has been kept too long or received too often: then it leaves the queue. */
  #receivable(id: string): StoredMessage | undefined {
    const message = this.#journal.messages.get(id);
    if (message && !this.#expired(message) && !this.#movedAway(message)) return message;
    this.remove(id);
    return undefined;
  }

  /** Days on which the host was down do not count: nobody could have fetched the message then. */
  #expired({ sentAt }: StoredMessage): boolean {
    const since = Math.max(sentAt, this.#openedAt);
    return since + this.settings.retentionSeconds * 1000 <= this.#deps.clock.now();
  }

  #movedAway(message: StoredMessage): boolean {
    const { name, arn, redrive } = this.settings;
    if (!redrive || message.receiveCount < redrive.maxReceiveCount) return false;
    const { body, attributes, traceHeader } = message;
    const { deadLetterArn } = redrive;
    const dead = { body, attributes, traceHeader, deadLetterSourceArn: arn };
    const moved = this.#deps.deadLetter(deadLetterArn, dead);
    if (!moved)
      this.#deps.log.warn(`The queue ${name} has no dead-letter queue ${deadLetterArn}: the message stays.`);
    return moved;
  }

  #place(id: string): void {
    const message = this.#journal.messages.get(id);
    if (!message) return;
    this.#timers.get(id)?.();
    this.#timers.delete(id);
    const { clock } = this.#deps;
    const show = () => this.#show(id);
    if (message.visibleAt <= clock.now()) {
      show();
      return;
    }
    this.#visible.delete(id);
    this.#timers.set(id, clock.at(message.visibleAt, show));
  }

  #show(id: string): void {
    this.#timers.delete(id);
    this.#visible.add(id);
    for (const listener of this.#listeners) listener();
  }

  #forget(id: string): void {
    this.#timers.get(id)?.();
    this.#timers.delete(id);
    this.#visible.delete(id);
  }
}
