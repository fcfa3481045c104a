/**
 * What a feature consists of besides its code, as plain data in its `feature.ts`. The bundler, the stacks and the
 * generated documents all read it, and nothing in it is repeated elsewhere: environment variables and grants follow
 * from what a function may do.
 *
 * Queues, schedules, events and alarms are named `work/part`: their construct is `Part` within `Work`, which makes
 * their logical id.
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

/** Where something runs. A stack may refer to the stacks listed before it and to the records, never the other way. */
export const STACKS = ['api', 'workers', 'connectors'] as const;
export type StackName = (typeof STACKS)[number];

/** A function; its entry file is `lambdas/<name>/index.ts` of the feature. */
export interface FeatureFunction extends FunctionRights {
  readonly description: string;
  /**
   * `api` for functions that answer requests or the machine, and for what must not move to another stack; `workers`
   * otherwise; `connectors` for calls to outside parties.
   */
  readonly stack: StackName;
  /** MiB; 512 by default. */
  readonly memory?: number;
  /** Time limit of a run; 15 by default. */
  readonly seconds?: number;
  /** Serves the API: the groups of operations (their `capability`). */
  readonly operations?: readonly string[];
  /** Authenticates the callers of the API. */
  readonly authorizes?: true;
  /** Called by the state machine, whose ARN therefore cannot be in its environment. */
  readonly calledByMachine?: true;
  readonly fedBy?: QueueSource | StreamSource;
  /** Variables beyond those that follow from its grants. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Variables that hold a deployment setting, as JSON. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Keeps dynamically imported modules in separate files, loaded when needed. */
  readonly splits?: true;
  /** Asks the API itself as anybody may, at `API_URL`; behind CloudFront with the header in `API_HEADERS` (JSON). */
  readonly asksApi?: true;
  /** Files packaged beside its code. */
  readonly companions?: readonly Companion[];
}

/** What a function may do. Anything not listed here is denied. */
export interface FunctionRights {
  /** The table, as `TABLE_NAME`: read only, or read and write. Nothing scans, and nobody writes the keyring. */
  readonly records?: 'read' | 'work';
  /** How the partition keys begin of items it may write, beside reading. */
  readonly writes?: readonly string[];
  /** The attributes it may set of items whose partition keys begin so. */
  readonly marks?: Readonly<Record<string, readonly string[]>>;
  /** The partitions of items it may write in batches. */
  readonly writesInBatches?: readonly string[];
  /** Makes the deployment's keyring where there is none yet. */
  readonly makesKeyring?: true;
  /**
   * Gets single items of these partitions, and nothing else of the table, as `TABLE_NAME`; of all partitions that
   * begin so, where a name ends with `#`.
   */
  readonly finds?: readonly string[];
  /** How the partition keys begin of items that may be deleted. */
  readonly deletes?: readonly string[];
  /** Buckets, as `<NAME>_BUCKET`. */
  readonly buckets?: Readonly<Partial<Record<BucketName, readonly BucketRight[]>>>;
  /** The state machine, as `STATE_MACHINE_ARN`. */
  readonly machine?: readonly MachineRight[];
  /** Signs by the signing key, as `SIGNING_KEY`, and gets its public half. */
  readonly signs?: true;
  /** Signs by the key of the agencies' seals, as `SEAL_KEY`, and gets its public half. */
  readonly seals?: true;
  /**
   * Reads the current values of these secrets, whose ARNs are in `<NAME>_SECRET`; empty where the deployment has no
   * such secret.
   */
  readonly secrets?: readonly SecretName[];
  /** Queues it sends to, by the variable that holds their address. */
  readonly sends?: Readonly<Record<string, PartName>>;
  /** Sends to the queues of all consumers, as `CONSUMER_QUEUES`: a JSON object of addresses by consumer. */
  readonly nudgesConsumers?: true;
  /** Knows which kinds of entries each consumer acts on, as `CONSUMER_KINDS`: a JSON object by consumer. */
  readonly choosesConsumers?: true;
  /** Reads the dead letters of all consumers and redrives them, as `CONSUMER_DEAD_LETTERS`, in the same form. */
  readonly redrivesConsumers?: true;
}

export type SecretName =
  | 'nationalStore'
  | 'paymentPlatform'
  | 'bankNotices'
  | 'receiptVnpt'
  | 'receiptViettel'
  | 'taxOffice';
export type BucketName = 'uploads' | 'results' | 'issued' | 'forms' | 'exports' | 'anchors';
/**
 * `versions`: lists versions. `multipart`: writes in parts, and breaks an upload off. `sweep`: lists objects and
 * removes them, but none of their versions. `tags`: reads their tags. `derive`: writes what is made of them, under
 * `derived/` only.
 */
export type BucketRight = 'read' | 'tags' | 'derive' | 'versions' | 'write' | 'multipart' | 'sweep';
/** Start an execution, answer a wait, ask how an execution is, list those that run. */
export type MachineRight = 'start' | 'answer' | 'describe' | 'list';

/** Messages of a queue in batches; each can fail on its own. */
export interface QueueSource {
  readonly queue: PartName;
  readonly batch: number;
  /** Concurrent runs, at least 2; unlimited by default. */
  readonly atOnce?: number;
}

/** New items of the table, from its stream, which carries keys only. */
export interface StreamSource {
  /** Prefixes of the sort keys of the wanted items. */
  readonly newItems: string;
  readonly batch: number;
  /** Seconds to wait for a batch to fill. */
  readonly windowSeconds?: number;
  /** Concurrent batches per shard, for different partition keys; 1 by default. */
  readonly atOnce?: number;
  readonly retries: number;
  /** What is done with the items, for the alarm on the dead-letter queue of batches that kept failing. */
  readonly of: string;
}

/**
 * A file packaged beside the code: from the project's root, to the package; or the fonts of documents, in a folder; or
 * the built pages, in a folder; or a setting as JSON, which may be too large for the environment of a function (4 KB).
 */
export type Companion =
  | { readonly from: string; readonly to: string }
  | { readonly fontsTo: string }
  | { readonly pagesTo: string }
  | { readonly setting: string; readonly settingTo: string };

/** A queue with its dead-letter queue, which is `DeadLetters` within the same work. */
export interface FeatureQueue {
  readonly stack: StackName;
  /** What is done with its messages, for the alarm on its dead letters. */
  readonly of: string;
  /** Visibility timeout: AWS recommends six times the function's own time limit. */
  readonly hiddenSeconds: number;
  readonly tries: number;
}

export interface FeatureSchedule {
  readonly description: string;
  readonly function: string;
  /** In UTC, seven hours behind Viet Nam. Cron fields left out mean any. */
  readonly at:
    | { readonly everyMinutes: number }
    | { readonly minute: string; readonly hour?: string; readonly weekDay?: string };
  readonly event?: Readonly<Record<string, unknown>>;
  /** How often a failed call is retried; never by default, because the next run makes up for it. */
  readonly retries?: number;
}

/** An event from elsewhere and the function that receives it. It belongs to the stack of the receiver. */
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
  /** What happened, and where the remedy is described. */
  readonly description: string;
  readonly of:
    | { readonly errorsOf: string }
    | { readonly executionsFailed: true }
    | {
        readonly metric: string;
        readonly statistic: string;
        readonly dimensions?: Readonly<Record<string, string>>;
      };
  /** Length of a period, and how many in a row; 1 by default. */
  readonly minutes: number;
  readonly periods?: number;
  readonly atLeast: number;
  /** `alarm`: hearing nothing rings too. */
  readonly silence?: 'alarm';
}

/**
 * Ledger events that a feature acts on: a queue of its own, `<consumer>/nudges`, and the function it feeds. The queue
 * is in the API's stack, because operators and outside parties request retries through the API.
 */
export interface Consumption {
  readonly consumer: string;
  readonly function: string;
  readonly kinds: 'all' | readonly string[];
  /** How often a nudge is delivered before it goes to the dead-letter queue; 5 by default. */
  readonly tries?: number;
  readonly batch?: number;
  readonly atOnce?: number;
}
