import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { HostError, messageOf } from '../host/host-error.ts';
import type { SmallFile } from '../host/small-file.ts';
import { type DeliveryDeps, type DeliverySettings, StreamDelivery } from './stream-delivery.ts';
import type { StreamPoint, StreamReader, StreamRecord } from './stream-reader.ts';
import type { StreamRecords } from './stream-records.ts';

/** How a table's stream is handed to a function. */
export interface StreamSourceSettings extends DeliverySettings {
  readonly batchSize: number;
  /** So long is waited for a batch to fill, in the host's time. */
  readonly windowSeconds: number;
  readonly startAt: 'LATEST' | 'TRIM_HORIZON';
  /** Records that no filter wants are passed over. */
  readonly wanted: (record: unknown) => boolean;
}

/** The last record that is done with, kept on disk. */
export const StreamPosition = z.object({ sequenceNumber: z.string() });
export type StreamPosition = z.infer<typeof StreamPosition>;

export interface StreamSourceDeps extends Omit<DeliveryDeps, 'stopping' | 'done'> {
  readonly settings: StreamSourceSettings;
  readonly reader: StreamReader;
  /** Undefined for a server that runs elsewhere, which has to be asked whether there is anything new. */
  readonly records: StreamRecords | undefined;
  readonly position: SmallFile<StreamPosition>;
  /** Told of each position that is on disk. */
  readonly moved: (number: number) => void;
  readonly onFault: (thrown: unknown) => void;
}

/** To look for something new in the server's file takes microseconds; to ask a server, a thousand times that. */
const LOOK_MILLISECONDS = 25;
const ASK_MILLISECONDS = 100;
const PAGE = 1000;
const CLOSING_MILLISECONDS = 500;

/** Follows a table's stream in order from where it stopped last, and hands each record to a function at least once, in batches. */
export class StreamSource {
  readonly #deps: StreamSourceDeps;
  readonly #stopping = new AbortController();
  readonly #delivery: StreamDelivery;
  readonly #followed: Promise<void>;
  /** Where to read on, and where to read on after a fault: behind what is done with. */
  #point: StreamPoint;
  #safe: StreamPoint;
  #gathered: StreamRecord[] = [];
  #windowEnds = 0;
  #handling = 0;

  constructor(deps: StreamSourceDeps) {
    this.#deps = deps;
    this.#delivery = new StreamDelivery({
      ...deps,
      stopping: this.#stopping.signal,
      done: number => this.#moveTo(number),
    });
    this.#safe = this.#start();
    this.#point = this.#safe;
    this.#followed = this.#follow();
  }

  /** Records with the function, and records that it could be given now. */
  busy(): number {
    return this.#handling + (this.#waiting() ?? 0);
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    await Promise.race([this.#followed, pause(CLOSING_MILLISECONDS)]);
  }

  #start(): StreamPoint {
    const { records, position, settings, spec, log, moved } = this.#deps;
    const newest = records?.newest(spec.name);
    const kept = position.read()?.sequenceNumber;
    if (kept !== undefined && (newest === undefined || Number(kept) <= newest)) {
      moved(Number(kept));
      return { after: kept };
    }
    if (kept !== undefined) log.warn(`The stream of ${spec.name} has begun anew: all of it is read.`);
    else if (settings.startAt === 'LATEST') return newest === undefined ? 'LATEST' : this.#skipTo(newest);
    moved(0);
    return 'TRIM_HORIZON';
  }

  #skipTo(newest: number): StreamPoint {
    const sequenceNumber = String(newest);
    this.#deps.position.write({ sequenceNumber });
    this.#deps.moved(newest);
    return { after: sequenceNumber };
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const went = await this.#step().catch(thrown => this.#complain(thrown));
      const wait = this.#deps.records ? LOOK_MILLISECONDS : ASK_MILLISECONDS;
      if (!went) await pause(wait, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Reads on and hands over what is due. Whether there was anything to read. */
  async #step(): Promise<boolean> {
    const { reader, settings, clock } = this.#deps;
    const page = this.#waiting() === 0 ? [] : await reader.read(this.#point, PAGE);
    const last = page.at(-1);
    if (last) this.#point = { after: last.dynamodb.SequenceNumber };
    const wanted = page.filter(settings.wanted);
    if (this.#gathered.length === 0) this.#windowEnds = clock.now() + settings.windowSeconds * 1000;
    this.#gathered.push(...wanted);
    await this.#handOver();
    if (this.#gathered.length === 0) this.#passOver();
    return last !== undefined;
  }

  async #handOver(): Promise<void> {
    const { settings, clock } = this.#deps;
    const { signal } = this.#stopping;
    const due = () => this.#gathered.length >= settings.batchSize || clock.now() >= this.#windowEnds;
    while (this.#gathered.length > 0 && due() && !signal.aborted) {
      const batch = this.#gathered.splice(0, settings.batchSize);
      this.#handling = batch.length + this.#gathered.length;
      await this.#delivery.deliver(batch);
    }
    this.#handling = 0;
  }

  /** What was read behind the last record that was wanted is done with as well. */
  #passOver(): void {
    const [read, safe] = [this.#point, this.#safe];
    if (typeof read === 'string' || (typeof safe !== 'string' && safe.after === read.after)) return;
    this.#moveTo(read.after);
  }

  /** Records that are there and were not read yet; undefined when only the server knows. */
  #waiting(): number | undefined {
    const { records, spec } = this.#deps;
    if (!records) return undefined;
    const read = typeof this.#point === 'string' ? 0 : Number(this.#point.after);
    return Math.max(0, records.newest(spec.name) - read);
  }

  #moveTo(sequenceNumber: string): void {
    if (this.#stopping.signal.aborted) return;
    this.#deps.position.write({ sequenceNumber });
    this.#safe = { after: sequenceNumber };
    this.#deps.moved(Number(sequenceNumber));
  }

  #complain(thrown: unknown): false {
    this.#handling = 0;
    this.#gathered = [];
    this.#point = this.#safe;
    if (this.#stopping.signal.aborted) return false;
    const { spec, log, onFault } = this.#deps;
    if (thrown instanceof HostError) onFault(thrown);
    else log.warn(`The stream of ${spec.name} cannot be read: ${messageOf(thrown)}`);
    return false;
  }
}
