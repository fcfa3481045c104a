import type { DevKeys } from '../dev-tokens/dev-keys.ts';
import type { DevTokenFault, DevTokenRequest } from '../dev-tokens/dev-tokens.ts';
import type { HostClock } from './clock.ts';
import type { WireHandler } from './http-server.ts';
import type { HostLog } from './log.ts';
import type { HostCredentials } from './place.ts';

/** How a host is to be booted. */
export interface HostOptions {
  /** `cdk.out`; left out or with `bare`, the host has services but no application. */
  readonly assemblyFolder?: string;
  /** Everything the host keeps is under this folder; one host at a time. */
  readonly dataFolder: string;
  /** The application's API; AWS's protocols are on the next port (with `bare` on this one). 0: two free ports. */
  readonly port: number;
  /** How many times faster than the world's the host's time runs. */
  readonly speed?: number;
  readonly bare?: boolean;
  /** A clock moved by hand, in place of the world's. */
  readonly clock?: HostClock;
  readonly log: HostLog;
  /** Prints what functions print. */
  readonly echoFunctions?: boolean;
  readonly accessLog?: boolean;
  /** Whether the API refuses what is beyond the limits of its routes (429). */
  readonly throttled?: boolean;
  /**
   * Whether functions reach the table past the AWS port, which is shorter, and checks neither signatures nor what their
   * roles allow.
   */
  readonly directTable?: boolean;
  /** Threads of one function at most. */
  readonly concurrency?: number;
  /** Days of the host's time for which executions are kept after their end: 90 unless said otherwise, as on AWS. */
  readonly keepExecutionsDays?: number;
  /** A DynamoDB-compatible server to use in place of the one the host starts. */
  readonly dynamodbEndpoint?: string | undefined;
  /** Access keys of clients outside, beside the functions' own. */
  readonly clients?: readonly HostCredentials[];
  /** Scopes that development tokens of portals have unless they ask for others. */
  readonly portalScopes?: readonly string[];
  /** What a development token is refused for: that the application does not know. */
  readonly devTokenFaults?: (request: DevTokenRequest) => readonly DevTokenFault[];
  /** Answers requests before the API does, by `METHOD /path`; HEAD as GET. */
  readonly routes?: (host: {
    apiUrl: string;
    clock: HostClock;
    devKeys: DevKeys;
  }) => Readonly<Record<string, WireHandler>>;
}
