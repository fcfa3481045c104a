import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { HOUR } from '../../functions/domain/vietnam-time.ts';
import { type HostProcess, startHost } from '../end-to-end/host-process.ts';
import type { Outage } from './alarm-audit.ts';
import type { Traffic } from './stubborn-client.ts';

/** What was done to the host. */
export interface Fire {
  kills: number;
  /** Of those, before the host had said that it serves. */
  killsWhileStarting: number;
  /** Journals whose last record a kill had cut short. */
  tornRecords: number;
  /** Real milliseconds from each restart until the host served. */
  readonly restarts: number[];
  /** Restarts that failed, in the host's words. */
  readonly failedStarts: string[];
  /** Restarts that found the application changed, or not wholly synthesized, and did that again: a matter of seconds. */
  syntheses: number;
  /** The host's time that passed while it was down. */
  readonly outages: Outage[];
}

/** One seeded choice of a moment: after so many more answers, and then so many real milliseconds; then perhaps while it starts. */
export interface Moment {
  readonly answers: number;
  readonly milliseconds: number;
  readonly whileStarting: number | undefined;
  /** How long it stays down, in milliseconds of its own time: alarms and timers lapse meanwhile. */
  readonly down: number;
}

interface Place {
  readonly data: string;
  readonly port: number;
  readonly speed: number;
  /** What is started, in place of the product as a newcomer starts it. */
  readonly program?: string;
  /** Told each time it serves, of its address. */
  readonly served?: (url: string) => Promise<void>;
}

/** A host that is killed at seeded moments and started again on the same folder and port. */
export class HostUnderFire {
  readonly fire: Fire = {
    kills: 0,
    killsWhileStarting: 0,
    tornRecords: 0,
    syntheses: 0,
    restarts: [],
    failedStarts: [],
    outages: [],
  };
  readonly #place: Place;
  #host: HostProcess | undefined;

  constructor(place: Place) {
    this.#place = place;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#place.port}`;
  }

  async start(): Promise<void> {
    const { data, port, program } = this.#place;
    this.#host = await startHost(data, port, this.#options(), program);
    await this.#place.served?.(this.url);
  }

  async stop(): Promise<void> {
    await this.#host?.stop();
  }

  /** Kills it so many times, each after some answers more; between kills it serves. */
  async killAgainAndAgain(kills: number, random: () => number, traffic: Traffic): Promise<void> {
    while (this.fire.kills < kills) {
      const moment = momentOf(random);
      await answersMore(traffic, moment.answers);
      await this.kill(moment, kills);
    }
    traffic.onAnswer = () => undefined;
  }

  /** Kills it, once its moment has come, but no more than so often in all; it serves again afterwards. */
  async kill(moment: Omit<Moment, 'answers'>, most: number): Promise<void> {
    await pause(moment.milliseconds);
    await this.#host?.kill();
    this.fire.kills += 1;
    this.#letPass(moment.down);
    if (moment.whileStarting !== undefined && this.fire.kills < most) {
      await this.#killWhileStarting(moment.whileStarting);
    }
    await this.#restart();
  }

  /** Lets time pass while it is down, stopped as it should be. */
  async sleep(milliseconds: number): Promise<void> {
    await this.#host?.stop();
    this.#letPass(milliseconds);
    await this.#restart();
  }

  #letPass(milliseconds: number): void {
    if (milliseconds === 0) return;
    const file = join(this.#place.data, 'clock.json');
    const { now: from } = z.object({ now: z.number() }).parse(JSON.parse(readFileSync(file, 'utf8')));
    const to = from + milliseconds;
    writeFileSync(file, JSON.stringify({ now: to }));
    this.fire.outages.push({ from, to });
  }

  #options(): string[] {
    // One citizen submits in minutes what many people do in days.
    return ['--no-demo', '--unthrottled', '--speed', String(this.#place.speed)];
  }

  async #killWhileStarting(milliseconds: number): Promise<void> {
    const { data, port, program = 'start/main.ts' } = this.#place;
    const child = spawn(
      process.execPath,
      [program, '--data', data, '--port', String(port), ...this.#options()],
      { stdio: 'ignore' },
    );
    const exited = once(child, 'exit');
    await pause(milliseconds);
    child.kill('SIGKILL');
    await exited;
    this.fire.kills += 1;
    this.fire.killsWhileStarting += 1;
  }

  /** Somebody who is told that it did not start tries again; that it did not is a finding all the same. */
  async #restart(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const started = performance.now();
      try {
        await this.start();
        this.fire.restarts.push(performance.now() - started);
        if (this.#host?.said().includes('Synthesizing')) this.fire.syntheses += 1;
        this.fire.tornRecords += this.#host?.said().match(/was cut short/g)?.length ?? 0;
        return;
      } catch (error) {
        this.fire.failedStarts.push(error instanceof Error ? error.message : String(error));
        if (attempt === 3) throw error;
      }
    }
  }
}

/** Some moments follow an answer at once, others come in the middle of what goes on after it. */
export function momentOf(random: () => number): Moment {
  const answers = 3 + Math.floor(random() * 60);
  const milliseconds = random() < 0.4 ? 0 : Math.floor(random() * 600);
  const starting = random();
  const whileStarting = starting < 0.2 ? Math.floor(starting * 7000) : undefined;
  const down = random() < 0.5 ? Math.floor(random() * 12 * HOUR) : 0;
  return { answers, milliseconds, whileStarting, down };
}

function answersMore(traffic: Traffic, answers: number): Promise<void> {
  const goal = traffic.answers + answers;
  return new Promise(resolve => {
    traffic.onAnswer = () => traffic.answers >= goal && resolve();
  });
}
