/**
 * What a feature is made of beside its code, as plain data in its `feature.ts`. The bundler, the stacks and the documents read it, and
 * nothing of it is written a second time: variables of the environment and rights follow from what a function may do.
 *
 * Queues, schedules, events and alarms are named `work/part`: their construct is `Part` within `Work`, which makes their logical id.
 */
export interface Feature {
  readonly functions?: Readonly<Record<string, FeatureFunction>>;
  readonly queues?: Readonly<Record<PartName, FeatureQueue>>;
  readonly schedules?: Readonly<Record<PartName, FeatureSchedule>>;
  readonly events?: Readonly<Record<PartName, FeatureEvent>>;
  readonly alarms?: Readonly<Record<PartName, FeatureAlarm>>;
  readonly consumes?: readonly Consumption[];
}

export type PartName = `${string}/${string}`;

/** Where something runs. A stack may refer to those named before it and to the records, never the other way. */
export const STACKS = ['api', 'workers', 'connectors'] as const;
export type StackName = (typeof STACKS)[number];

/** A function; its entry file is `lambdas/<name>/index.ts` of the feature. */
export interface FeatureFunction extends FunctionRights {
  readonly description: string;
  /** With the API what answers requests or the machine, and what must not move; workers otherwise; connectors to call outside parties. */
  readonly stack: StackName;
  /** MiB; 512 unless it is said. */
  readonly memory?: number;
  /** How long a run may take; 15 unless it is said. */
  readonly seconds?: number;
  /** What answers the API: the groups of operations (their `capability`). */
  readonly operations?: readonly string[];
  /** Finds out who calls the API. */
  readonly authorizes?: true;
  /** Called by the state machine, which therefore cannot be named in its environment. */
  readonly calledByMachine?: true;
  readonly fedBy?: QueueSource | StreamSource;
  /** Variables beyond those that follow from rights. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Variables that hold a setting of the deployment, as JSON. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Keeps what is imported dynamically in files of its own, which are loaded when they are needed. */
  readonly splits?: true;
  /** Files that lie beside its code. */
  readonly companions?: readonly Companion[];
}

/** What a function may do. Whatever is not said here it may not. */
export interface FunctionRights {
  /** The table, as `TABLE_NAME`: to read it, or to write it as well. Nothing scans. */
  readonly records?: 'read' | 'work';
  /** How the partition keys begin of items that may be deleted. */
  readonly deletes?: readonly string[];
  /** Buckets, as `<NAME>_BUCKET`. */
  readonly buckets?: Readonly<Partial<Record<BucketName, readonly BucketRight[]>>>;
  /** The state machine, as `STATE_MACHINE_ARN`. */
  readonly machine?: readonly MachineRight[];
  /** Queues that messages are sent to, by the variable that holds their address. */
  readonly sends?: Readonly<Record<string, PartName>>;
  /** Sends to the queues of all consumers, as `CONSUMER_QUEUES`: a JSON object of addresses by consumer. */
  readonly nudgesConsumers?: true;
  /** Looks at the dead letters of all consumers and sends them back, as `CONSUMER_DEAD_LETTERS`, like the above. */
  readonly redrivesConsumers?: true;
}

export type BucketName = 'uploads' | 'results' | 'exports';
/** `multipart`: writes in parts, and breaks an upload off. `sweep`: lists objects and removes them, but none of their versions. */
export type BucketRight = 'read' | 'write' | 'multipart' | 'sweep';
/** Start an execution, answer a wait, ask how an execution is, list those that run. */
export type MachineRight = 'start' | 'answer' | 'describe' | 'list';

/** Messages of a queue in batches; each is failed by itself. */
export interface QueueSource {
  readonly queue: PartName;
  readonly batch: number;
  /** Runs at the same time, at least 2; as many as there are messages unless it is said. */
  readonly atOnce?: number;
}

/** New items of the table, from its stream, which carries keys only. */
export interface StreamSource {
  /** How the sort keys begin of those that are wanted. */
  readonly newItems: string;
  readonly batch: number;
  /** Seconds to wait for a batch to fill. */
  readonly windowSeconds?: number;
  /** Batches of a shard at the same time, for different partition keys; 1 unless more are needed. */
  readonly atOnce?: number;
  readonly retries: number;
  /** What is done with the items, for the alarm of the dead letters in which batches end that failed to the last. */
  readonly of: string;
}

/** A file that lies beside the code: from the project's root, to the package; or the fonts of documents, in a folder. */
export type Companion = { readonly from: string; readonly to: string } | { readonly fontsTo: string };

/** A queue and its dead letters, which are `DeadLetters` within the same work. */
export interface FeatureQueue {
  readonly stack: StackName;
  /** What is done with its messages, for the alarm of its dead letters. */
  readonly of: string;
  /** How long a message is hidden from other runs: AWS asks for six times what its function may take. */
  readonly hiddenSeconds: number;
  readonly tries: number;
}

export interface FeatureSchedule {
  readonly description: string;
  readonly function: string;
  /** In UTC, seven hours behind Viet Nam. What a cron does not name is any. */
  readonly at:
    | { readonly everyMinutes: number }
    | { readonly minute: string; readonly hour?: string; readonly weekDay?: string };
  readonly event?: Readonly<Record<string, unknown>>;
  /** How often a failed call is repeated; not at all unless it is said, for the next will make it up. */
  readonly retries?: number;
}

/** Something that happened elsewhere, and what is told of it. It is in the stack of what is told. */
export interface FeatureEvent {
  readonly description: string;
  readonly when: { readonly objectCreatedIn: BucketName } | { readonly executionEnded: readonly string[] };
  readonly to:
    | { readonly queue: PartName }
    | {
        readonly function: string;
        readonly retries: number;
        /** What is done with it, for the alarm of its dead letters. */
        readonly deadLettersOf: string;
      };
}

export interface FeatureAlarm {
  /** What happened, and where the way on is written. */
  readonly description: string;
  readonly of:
    | { readonly errorsOf: string }
    | { readonly executionsFailed: true }
    | {
        readonly metric: string;
        readonly statistic: string;
        readonly dimensions?: Readonly<Record<string, string>>;
      };
  /** Length of a period, and how many in a row; 1 unless more are needed. */
  readonly minutes: number;
  readonly periods?: number;
  readonly atLeast: number;
}

/**
 * Events of ledgers that a feature acts on: a queue of their own, `<consumer>/nudges`, and the function that is fed with it. The queue is
 * with the API, through which operators and outside parties have things tried again.
 */
export interface Consumption {
  readonly consumer: string;
  readonly function: string;
  readonly kinds: 'all' | readonly string[];
  /** How often a nudge is delivered before it waits in the dead letters; 5 unless it is said. */
  readonly tries?: number;
  readonly batch?: number;
  readonly atOnce?: number;
}
