import * as z from 'zod';
import type { Resource } from '../assembly/load-resources.ts';
import type { HostClock } from '../host/clock.ts';
import { HostError } from '../host/host-error.ts';
import type { HostLog } from '../host/log.ts';
import type { NewMessage } from '../sqs/queue.ts';
import { type AsyncSettings, CallLine } from './call-line.ts';
import { functionName } from './functions.ts';
import type { FunctionPool } from './pool.ts';

/** Calls that nobody waits for. Each is on disk until it has succeeded or been given up. */
export interface AsyncCalls {
  /** Takes an event (JSON) for a function; false when there is no such function. */
  call(nameOrArn: string, event: string): boolean;
  /** Calls that are due now or under way. */
  busy(): number;
  close(): void;
}

const Destination = z.looseObject({ Destination: z.string() });
const InvokeConfig = z.looseObject({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.coerce.number().default(2),
  MaximumEventAgeInSeconds: z.coerce.number().default(21_600),
  DestinationConfig: z
    .looseObject({
      OnFailure: Destination.optional(),
      OnSuccess: z.undefined({ error: 'destinations for success are not supported' }).optional(),
    })
    .optional(),
});
const DEFAULT: AsyncSettings = { retries: 2, oldestSeconds: 21_600, onFailureArn: undefined };

/** The settings in the template's AWS::Lambda::EventInvokeConfig resources, by function name. */
export function asyncSettings(resources: readonly Resource[]): ReadonlyMap<string, AsyncSettings> {
  return new Map(
    resources.map(({ logicalId, properties }) => {
      const parsed = InvokeConfig.safeParse(properties);
      if (!parsed.success)
        throw new HostError(
          `The embedded host cannot follow ${logicalId}: ${z.prettifyError(parsed.error)}.`,
        );
      const { FunctionName, MaximumRetryAttempts, MaximumEventAgeInSeconds, DestinationConfig } = parsed.data;
      const onFailureArn = DestinationConfig?.OnFailure?.Destination;
      return [
        functionName(FunctionName),
        { retries: MaximumRetryAttempts, oldestSeconds: MaximumEventAgeInSeconds, onFailureArn },
      ];
    }),
  );
}

/** Opens one durable line of calls for every function. Retries come after one minute, then after two, in the host's time, as on AWS. */
export function openAsyncCalls(deps: {
  pools: readonly FunctionPool[];
  settings: ReadonlyMap<string, AsyncSettings>;
  folder: string;
  clock: HostClock;
  log: HostLog;
  sendTo: (queueArn: string, message: NewMessage) => boolean;
  onFault: (thrown: unknown) => void;
}): AsyncCalls {
  const lines = new Map(
    deps.pools.map(pool => [
      pool.config.name,
      new CallLine({ ...deps, pool, settings: deps.settings.get(pool.config.name) ?? DEFAULT }),
    ]),
  );
  return {
    call(nameOrArn, event) {
      const line = lines.get(functionName(nameOrArn));
      line?.add(event);
      return line !== undefined;
    },
    busy: () => [...lines.values()].reduce((sum, line) => sum + line.busy(), 0),
    close() {
      for (const line of lines.values()) line.close();
    },
  };
}
