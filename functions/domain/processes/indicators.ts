import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import { HOUR, type Instant, parseInstant } from '../vietnam-time.ts';
import { type FoundNonconformity, nonconformitiesOf } from './nonconformities.ts';

/** A dossier of a process, with its whole ledger. */
export interface MeasuredDossier {
  readonly head: Pick<DossierHead, 'code' | 'rules' | 'timeliness'>;
  readonly events: readonly LedgerEvent[];
}

/** How a step went: how often it was done, how often in its own time, and how long it took in the middle. */
export interface StepIndicator {
  readonly name: string;
  readonly done: number;
  readonly inTime: number;
  /** Hours from opening to closing, and from opening to its own limit, nights and weekends included. */
  readonly medianHours: number | null;
  readonly normHours: number | null;
}

/** How a version of a process did (chỉ số của quy trình). */
export interface ProcessIndicators {
  readonly workflowVersion: number;
  readonly dossiers: number;
  readonly decided: number;
  /** Of the decided ones, those not after the promised date. */
  readonly onTime: number;
  readonly steps: StepIndicator[];
  readonly nonconformities: FoundNonconformity[];
}

/** The indicators of a process, each of its versions apart, the newest first. */
export function indicatorsOf(dossiers: readonly MeasuredDossier[], now: Instant): ProcessIndicators[] {
  const versions = Map.groupBy(dossiers, ({ head }) => head.rules.workflowVersion);
  return [...versions]
    .toSorted(([one], [other]) => other - one)
    .map(([workflowVersion, all]) => {
      const decided = all.filter(({ head }) => head.timeliness !== null);
      return {
        workflowVersion,
        dossiers: all.length,
        decided: decided.length,
        onTime: decided.filter(({ head }) => head.timeliness !== 'late').length,
        steps: stepsOf(all),
        nonconformities: all.flatMap(({ events }) => nonconformitiesOf(events, now)),
      };
    });
}

interface Passed {
  readonly name: string;
  readonly took: number;
  readonly norm: number;
}

function stepsOf(dossiers: readonly MeasuredDossier[]): StepIndicator[] {
  const passed = dossiers.flatMap(({ events }) => passedSteps(events));
  return [...Map.groupBy(passed, ({ name }) => name)].map(([name, all]) => ({
    name,
    done: all.length,
    inTime: all.filter(({ took, norm }) => took <= norm).length,
    medianHours: median(all.map(({ took }) => took / HOUR)),
    normHours: median(all.map(({ norm }) => norm / HOUR)),
  }));
}

/** The tasks of a ledger that were closed. */
function passedSteps(events: readonly LedgerEvent[]): Passed[] {
  const opened = new Map<string, { readonly task: PlannedTask; readonly at: Instant }>();
  const passed: Passed[] = [];
  for (const { opens, closes, at } of events) {
    for (const { task: id } of closes) {
      const open = opened.get(id);
      if (!open) continue;
      const { task } = open;
      passed.push({
        name: task.name,
        took: parseInstant(at) - open.at,
        norm: parseInstant(task.dueAt) - open.at,
      });
    }
    for (const task of opens) opened.set(task.id, { task, at: parseInstant(at) });
  }
  return passed;
}

/** The middle one, to a tenth. */
function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  if (upper === undefined) return null;
  const lower = sorted.length % 2 === 0 ? (sorted[sorted.length / 2 - 1] ?? upper) : upper;
  return Math.round(((lower + upper) / 2) * 10) / 10;
}
