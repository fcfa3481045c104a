import type {
  Consumption,
  FeatureAlarm,
  FeatureEvent,
  FeatureFunction,
  FeatureQueue,
  FeatureSchedule,
  PartName,
  QueueSource,
  StackName,
  StreamSource,
} from '../../functions/kernel/feature.ts';

/** What all manifests together ask for, by name, with the stack of each. */
export interface Plan {
  readonly functions: ReadonlyMap<string, PlannedFunction>;
  readonly queues: ReadonlyMap<PartName, FeatureQueue>;
  readonly sources: readonly PlannedSource[];
  readonly schedules: ReadonlyMap<PartName, Planned<FeatureSchedule>>;
  readonly events: ReadonlyMap<PartName, Planned<FeatureEvent>>;
  readonly alarms: ReadonlyMap<PartName, Planned<FeatureAlarm>>;
  readonly consumers: ReadonlyMap<string, PlannedConsumer>;
}

export type Planned<What> = What & { readonly stack: StackName };

export interface PlannedFunction extends FeatureFunction {
  readonly name: string;
  readonly room: string;
  readonly entry: string;
}

/** A consumer of ledger events, and the queue of its nudges. */
export interface PlannedConsumer extends Consumption {
  readonly room: string;
  readonly queue: PartName;
}

/** What feeds a function. */
export interface PlannedSource {
  readonly function: string;
  readonly from: QueueSource | StreamSource;
}

/** Default timeout in seconds and memory in MiB. */
export const USUAL_SECONDS = 15;
export const USUAL_MEMORY = 512;
