import { DAY, HOUR, MINUTE } from '../functions/domain/vietnam-time.ts';
import type { Outage } from '../test/durability/alarm-audit.ts';
import type { Random } from './random.ts';

/** What may go wrong at a single moment, with how likely it is each time. */
export const chances = {
  /** A request does not arrive; its reply does not; it is sent twice at once; it is sent again later. */
  lostRequest: 0.005,
  lostReply: 0.01,
  sentTwice: 0.01,
  sentAgain: 0.01,
  /** A call of the table is throttled; collides for good; is slow; is carried out without its answer arriving. */
  throttled: 0.002,
  collision: 0.001,
  slowTable: 0.015,
  lostTableAnswer: 0.001,
  /** A function of the machine fails before it does anything. */
  failingFunction: 0.01,
  /** The process dies between commit and wake-up; Step Functions does not answer, without or after doing what it was asked. */
  deathBeforeWake: 0.01,
  lostCall: 0.01,
  lostAnswer: 0.005,
  /** An operator stops an execution; the end of an execution is told twice; a sweep does not run. */
  abort: 0.001,
  toldTwice: 0.05,
  missedSweep: 0.01,
  /** What the stream tells of an entry is lost; comes twice; a worker dies before it notes what it did. */
  lostNudge: 0.01,
  nudgedTwice: 0.02,
  deadWorker: 0.005,
  /** A portal refuses an event; takes it without its answer arriving. */
  portalRefuses: 0.01,
  portalUnheard: 0.01,
} as const;

export type Trouble = keyof typeof chances;

/** Stretches in which something is out of order altogether. */
export type Breakdown = 'throttledTable' | 'brokenFunctions' | 'silentPortal';

/** What goes wrong in a simulation, and what has. */
export interface Troubles {
  /** Whether this goes wrong now; counted. */
  befalls(trouble: Trouble): boolean;
  /** Whether a breakdown goes on now. */
  during(breakdown: Breakdown): boolean;
  /** Leaps of the clock: when, and how far, in milliseconds. */
  readonly leaps: readonly { readonly at: number; readonly length: number }[];
  /** Stretches in which alarms may be late, merged and in order. */
  readonly outages: readonly Outage[];
  /** How often each thing happened. */
  readonly counted: ReadonlyMap<string, number>;
  count(what: string): void;
}

interface Stretch extends Outage {
  readonly breakdown: Breakdown;
}

/**
 * How long after a breakdown its consequences may last: the machine's longest pause between tries is a quarter of an hour, and what went
 * to the dead letters is sent again by hand half an hour later.
 */
const AFTERMATH = 90 * MINUTE;

/** Plans the troubles of a stretch of time, so many `times` as likely as usual; `calm` plans none. Nothing goes wrong in the last hours, so that all may come to rest. */
export function openTroubles(
  random: Random,
  plan: { from: number; to: number; calm: boolean; times: number; now: () => number },
): Troubles {
  const counted = new Map<string, number>();
  const count = (what: string) => counted.set(what, (counted.get(what) ?? 0) + 1);
  const quietFrom = plan.to - 8 * HOUR;
  const draw = random.fork('moments');
  const stretches = plan.calm ? [] : breakdowns(random.fork('breakdowns'), plan.from, quietFrom - 8 * HOUR);
  const leaps = plan.calm ? [] : leapsOf(random.fork('leaps'), plan.from, quietFrom - 2 * DAY);
  const silences = plan.calm ? [] : silencesOf(random.fork('silences'), plan.from, quietFrom - 12 * HOUR);
  const after = stretches.map(({ from, to }) => ({ from, to: to + AFTERMATH }));
  const leapt = leaps.map(({ at, length }) => ({ from: at, to: at + length + AFTERMATH }));
  for (const { breakdown } of [...stretches, ...silences]) count(breakdown);
  for (const _ of leaps) count('clockLeap');
  return {
    befalls(trouble) {
      if (plan.calm || plan.now() >= quietFrom || !draw.chance(Math.min(0.5, chances[trouble] * plan.times)))
        return false;
      count(trouble);
      return true;
    },
    during: breakdown =>
      [...stretches, ...silences].some(
        stretch => stretch.breakdown === breakdown && stretch.from <= plan.now() && plan.now() < stretch.to,
      ),
    leaps,
    outages: merged([...after, ...leapt]),
    counted,
    count,
  };
}

function breakdowns(random: Random, from: number, to: number): Stretch[] {
  const found: Stretch[] = [];
  for (let at = from + random.between(0, 8 * DAY); at < to; at += random.between(4 * DAY, 16 * DAY)) {
    const breakdown = random.pick(['throttledTable', 'brokenFunctions'] as const);
    const length =
      breakdown === 'throttledTable' ? random.whole(5, 30) * MINUTE : random.whole(20, 360) * MINUTE;
    const begin = Math.floor(at / MINUTE) * MINUTE;
    if (begin + length < to) found.push({ breakdown, from: begin, to: begin + length });
  }
  return found;
}

/** Stretches in which the portal does not answer, up to a day and a half: no alarm is late for that. */
function silencesOf(random: Random, from: number, to: number): Stretch[] {
  const found: Stretch[] = [];
  for (let at = from + random.between(DAY, 6 * DAY); at < to; at += random.between(5 * DAY, 12 * DAY)) {
    const end = at + random.between(HOUR, 36 * HOUR);
    if (end < to) found.push({ breakdown: 'silentPortal', from: at, to: end });
  }
  return found;
}

function leapsOf(random: Random, from: number, to: number): { at: number; length: number }[] {
  const found: { at: number; length: number }[] = [];
  for (let at = from + random.between(3 * DAY, 15 * DAY); at < to; at += random.between(8 * DAY, 25 * DAY)) {
    found.push({ at: Math.floor(at / MINUTE) * MINUTE, length: random.whole(5, 30 * 60) * MINUTE });
  }
  return found;
}

function merged(stretches: readonly Outage[]): Outage[] {
  const sorted = stretches.toSorted((a, b) => a.from - b.from);
  const whole: Outage[] = [];
  for (const stretch of sorted) {
    const last = whole.at(-1);
    if (last && stretch.from <= last.to) {
      whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) };
    } else whole.push(stretch);
  }
  return whole;
}
