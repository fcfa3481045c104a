import { setTimeout as sleep } from 'node:timers/promises';
import { type Lateness, latenessOf } from '../alarms/lateness.ts';
import { FAR, inTurns, type OpenDossier, openDossiers } from '../alarms/open-dossiers.ts';
import { submitTemplate, type TemplateDossier } from '../alarms/template-dossier.ts';
import { type BenchHost, startBenchHost } from '../host/host-process.ts';
import { type Memory, memoryOf } from '../host/memory.ts';
import { spreadOf } from '../percentiles.ts';
import { type PartReport, target } from '../report.ts';
import type { BenchContext } from './context.ts';

/** Progress is told after so many. */
const STEP = 10_000;
const MOST_LATE_MILLISECONDS = 1000;

/** Alarms a second while they are observed. A province of 5,000 dossiers a day has about one every two seconds. */
const ALARMS_A_SECOND = 5;
/** Sounded before those that count, so that the alarm's function is loaded. */
const WARMING_ALARMS = 5;
/** Opening those whose alarms are observed takes time; the first must not be due before its dossier waits. */
const LEAD_MILLISECONDS = 10_000;
const LEAD_MILLISECONDS_EACH = 20;

interface Measured {
  readonly open: number;
  readonly opening: { readonly dossiers: number; readonly seconds: number };
  readonly lateness: readonly Lateness[];
  readonly missing: number;
  readonly memory: Memory | undefined;
  readonly restart: { readonly milliseconds: number; readonly memory: Memory | undefined };
}

/** With so many dossiers open: how late alarms sound, how long a restart takes, how much memory it all has. */
export async function alarmsPart(context: BenchContext): Promise<PartReport> {
  const { quick, say } = context;
  const sizes = quick ? [500, 2_000] : [10_000, 100_000];
  const seconds = quick ? 10 : 60;
  const stage = await context.stage();
  const data = stage.dataFolder('alarms');
  let host = await startBenchHost({ assembly: stage.assembly, data });
  try {
    const template = await submitTemplate(host);
    const codes = codesLike(template);
    const measured: Measured[] = [];
    let open = 1;
    for (const size of sizes) {
      const due = ALARMS_A_SECOND * seconds + WARMING_ALARMS;
      const far = size - open - due;
      say(`Opening ${far + due} dossiers more …`);
      const started = performance.now();
      const later = Date.now() + FAR;
      for (let left = far; left > 0; left -= STEP) {
        if (left !== far) say(`… ${left} to go`);
        await openDossiers(
          host,
          template,
          codes.take(Math.min(left, STEP), () => later),
        );
      }
      const opening = { dossiers: far, seconds: (performance.now() - started) / 1000 };
      say(`${size} dossiers are open; observing ${due} alarms over ${seconds} s …`);
      const { lateness, missing } = await observe(host, template, codes, due);
      open = size;
      const memory = memoryOf(host.pid);
      say('Starting the host again …');
      await host.stop();
      host = await startBenchHost({ assembly: stage.assembly, data });
      const restart = { milliseconds: host.startedIn, memory: memoryOf(host.pid) };
      measured.push({ open, opening, lateness, missing, memory, restart });
      const { p50, p99 } = spreadOf(lateness.map(late => late.whole));
      const megabytes = whole(memory?.process ?? Number.NaN);
      say(
        `${size} open: late p50 ${whole(p50)} ms, p99 ${whole(p99)} ms, ${missing} not sounded; ${megabytes} MB; restart ${whole(restart.milliseconds)} ms`,
      );
    }
    return report(measured, seconds);
  } finally {
    await host.stop();
  }
}

type Codes = ReturnType<typeof codesLike>;

/** Codes of dossiers of the template's unit and day, from its millionth on. */
function codesLike({ code }: TemplateDossier) {
  let number = 1_000_000;
  return {
    take: (count: number, due: (index: number) => number): OpenDossier[] =>
      Array.from({ length: count }, (_, index) => ({
        code: code.replace(/\d+$/, String(number++)),
        due: due(index),
      })),
  };
}

/** Opens dossiers whose alarms are due one after another from a moment on, and sees them sound. */
async function observe(host: BenchHost, template: TemplateDossier, codes: Codes, count: number) {
  const first = Date.now() + LEAD_MILLISECONDS + count * LEAD_MILLISECONDS_EACH;
  const dossiers = codes.take(count, index =>
    Math.round(first + (index * 1000) / ALARMS_A_SECOND + ((index * 37) % 100)),
  );
  await openDossiers(host, template, dossiers);
  const last = dossiers.at(-1)?.due ?? first;
  await sleep(Math.max(0, last - Date.now()) + 3_000);
  await host.idle();
  const lateness: Lateness[] = [];
  let missing = 0;
  await inTurns(dossiers.slice(WARMING_ALARMS), 4, async dossier => {
    const late = await latenessOf(host, dossier);
    if (late) lateness.push(late);
    else missing++;
  });
  return { lateness, missing };
}

const whole = (value: number) => value.toFixed(0);

function report(measured: readonly Measured[], seconds: number): PartReport {
  const parts = ['whole', 'rounding', 'timer', 'recording'] as const;
  const named = {
    whole: 'alarm’s instant → in the ledger',
    rounding: '… whole seconds of the wait',
    timer: '… the host’s timer',
    recording: '… the function records it',
  };
  const figures = measured.map(one => ({
    open: one.open,
    opening: one.opening,
    alarms: one.lateness.length,
    missing: one.missing,
    lateness: Object.fromEntries(parts.map(part => [part, spreadOf(one.lateness.map(late => late[part]))])),
    memory: one.memory,
    restart: one.restart,
  }));
  const megabytes = (memory: Memory | undefined) =>
    memory ? [whole(memory.process), whole(memory.children)] : ['not measured on this system', ''];
  const largest = figures.at(-1);
  const p99 = largest?.missing === 0 ? largest.lateness['whole']?.p99 : undefined;
  return {
    title: `Open dossiers: alarms (${ALARMS_A_SECOND} a second for ${seconds} s), restart, memory`,
    tables: [
      {
        head: ['lateness, ms', 'open dossiers', 'alarms', 'not sounded', 'p50', 'p95', 'p99', 'longest'],
        rows: figures.flatMap(({ open, alarms, missing, lateness }) =>
          parts.map(part => {
            const spread = lateness[part];
            const values = [spread?.p50, spread?.p95, spread?.p99, spread?.longest];
            const counts = part === 'whole' ? [`${open}`, `${alarms}`, `${missing}`] : ['', '', ''];
            return [named[part], ...counts, ...values.map(value => whole(value ?? Number.NaN))];
          }),
        ),
      },
      {
        head: [
          'with open dossiers',
          '',
          'host, MB',
          'table server, MB',
          'restart until it serves, ms',
          'opened a second',
        ],
        rows: figures.flatMap(({ open, memory, restart, opening }) => [
          ['running', `${open}`, ...megabytes(memory), '', whole(opening.dossiers / opening.seconds)],
          ['started again', `${open}`, ...megabytes(restart.memory), whole(restart.milliseconds), ''],
        ]),
      },
    ],
    targets: [
      target(
        `alarm lateness, p99, ${largest?.open} open dossiers`,
        p99 ?? Number.NaN,
        { most: MOST_LATE_MILLISECONDS },
        value => `${whole(value)} ms`,
      ),
    ],
    figures: { alarmsASecond: ALARMS_A_SECOND, sizes: figures },
  };
}
