import type { BilingualName } from '../../../schemas/calendar.ts';
import type { PauseReason, ResumePolicy } from '../../../schemas/deadline.ts';
import type { Words } from '../../../schemas/words.ts';
import { type Instant, toRfc3339 } from '../vietnam-time.ts';
import { momentText } from '../wording/dates.ts';
import { DeadlineError } from './deadline-error.ts';

/**
 * A pause of the clock, `[from, to)`. Without `to` it is still open. `restart` starts the whole limit again when the
 * pause ends (the law's default for a supplement after acceptance), `resume` continues with what is left.
 */
export type Interruption = {
  readonly from: Instant;
  readonly to?: Instant;
  readonly resume: ResumePolicy;
  readonly reason?: PauseReason;
  /** The name of the ground, if it has one of its own. */
  readonly name?: BilingualName;
  /** Who paused the clock, as shown to people: an office or a role. */
  readonly by?: string;
};

/** An interruption whose end is a number: `Infinity` while it is open. */
export type Pause = Interruption & { readonly to: Instant };

/** Interruptions between two starts of the clock: the pauses of one run, and the restart that ended it. */
export type Run = { readonly start: Instant; readonly pauses: readonly Pause[]; readonly endedBy?: Pause };

/**
 * Checks a dossier's interruptions and splits them at the restarts. They must be in order, not overlap (they may
 * touch), not begin before the clock starts, and only the last may be open; anything else throws `DeadlineError`
 * `badInterruption`.
 */
export function runsOf(start: Instant, interruptions: readonly Interruption[]): Run[] {
  const runs: Run[] = [];
  let run: { start: Instant; pauses: Pause[] } = { start, pauses: [] };
  let earliest = start;
  for (const [index, interruption] of interruptions.entries()) {
    const pause: Pause = { ...interruption, to: interruption.to ?? Number.POSITIVE_INFINITY };
    assertPause(pause, index, earliest);
    earliest = pause.to;
    if (pause.resume === 'resume') {
      run.pauses.push(pause);
    } else {
      runs.push({ ...run, endedBy: pause });
      run = { start: pause.to, pauses: [] };
    }
  }
  runs.push(run);
  return runs;
}

function assertPause(pause: Pause, index: number, earliest: Instant): void {
  const refuse = (what: Words): never => {
    const detail = {
      vi: `Lần tạm dừng thứ ${index + 1} ${what.vi}.`,
      en: `Interruption ${index + 1} ${what.en}.`,
    };
    throw new DeadlineError('badInterruption', detail, { index });
  };
  const whole =
    Number.isSafeInteger(pause.from) &&
    (pause.to === Number.POSITIVE_INFINITY || Number.isSafeInteger(pause.to));
  if (!whole)
    refuse({
      vi: 'không bắt đầu và kết thúc ở số nguyên mili giây',
      en: 'must begin and end at whole milliseconds',
    });
  if (pause.to < pause.from)
    refuse({
      vi: `kết thúc (${momentText(pause.to)}) trước khi bắt đầu (${momentText(pause.from)})`,
      en: `ends (${toRfc3339(pause.to)}) before it begins (${toRfc3339(pause.from)})`,
    });
  if (earliest === Number.POSITIVE_INFINITY)
    refuse({ vi: 'đứng sau một lần chưa kết thúc', en: 'follows one that has not ended' });
  if (pause.from < earliest) {
    const before =
      index === 0
        ? { vi: 'thời hạn bắt đầu tính', en: 'the clock starts' }
        : { vi: 'lần trước đó kết thúc', en: 'the one before it ends' };
    refuse({
      vi: `bắt đầu (${momentText(pause.from)}) trước khi ${before.vi} (${momentText(earliest)})`,
      en: `begins (${toRfc3339(pause.from)}) before ${before.en} (${toRfc3339(earliest)})`,
    });
  }
}
