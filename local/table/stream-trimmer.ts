import { messageOf } from '../host/host-error.ts';
import type { HostLog } from '../host/log.ts';
import { type StreamRecords, TRIMMED_AT_ONCE } from './stream-records.ts';

const EVERY_MILLISECONDS = 60_000;
const A_DAY_SECONDS = 86_400;

/** Deletes a table's stream records once every function that follows the stream is done with them. */
export class StreamTrimmer {
  readonly #records: StreamRecords;
  readonly #table: string;
  readonly #keepsADay: boolean;
  readonly #log: HostLog;
  /** The last record that each follower is done with. */
  readonly #done: Map<string, number>;
  readonly #regularly: NodeJS.Timeout;
  #trimmed = 0;
  #closed = false;

  /** `keepsADay`: somebody who is not following now may want the records, which are kept for a day then, as on AWS. */
  constructor(deps: {
    records: StreamRecords;
    table: string;
    followers: readonly string[];
    keepsADay: boolean;
    log: HostLog;
  }) {
    this.#done = new Map(deps.followers.map(follower => [follower, 0]));
    this.#records = deps.records;
    this.#table = deps.table;
    this.#keepsADay = deps.keepsADay;
    this.#log = deps.log;
    this.#regularly = setInterval(() => this.#trim(), EVERY_MILLISECONDS).unref();
    setImmediate(() => this.#trim());
  }

  /** To be told where a follower starts, and whenever it is on disk that it has come further. */
  done(follower: string, number: number): void {
    this.#done.set(follower, number);
    this.#trimmed = Math.min(this.#trimmed, number);
    if (!this.#keepsADay && this.#unwanted() - this.#trimmed >= TRIMMED_AT_ONCE) this.#trim();
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#regularly);
  }

  #unwanted(): number {
    const delivered = Math.min(Number.POSITIVE_INFINITY, ...this.#done.values());
    if (!this.#keepsADay) return delivered;
    return Math.min(delivered, this.#records.lastBefore(this.#table, Date.now() / 1000 - A_DAY_SECONDS));
  }

  #trim(): void {
    if (this.#closed) return;
    try {
      const last = this.#unwanted();
      if (last <= this.#trimmed) return;
      const deleted = this.#records.trim(this.#table, last);
      // What the server was too busy for is done a minute later.
      if (deleted === undefined) return;
      if (deleted < TRIMMED_AT_ONCE) this.#trimmed = last;
      else setImmediate(() => this.#trim());
    } catch (thrown) {
      this.#log.warn(`Old records of the stream of ${this.#table} stay for now: ${messageOf(thrown)}`);
    }
  }
}
