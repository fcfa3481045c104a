import * as z from 'zod';

/** How a host process is to boot. */
export interface ServeOptions {
  /** The folder of the cloud assembly. */
  readonly assembly: string;
  readonly data: string;
  /** Another table server than its own. */
  readonly tableUrl?: string;
  /** Keeps a list of every HTTP request that arrives at its ports. */
  readonly countRequests?: boolean;
}

export type ServeOrder = 'idle' | 'requests' | 'stop';

/** A request that arrived at one of the host's ports. */
export const servedRequest = z.object({
  port: z.int(),
  method: z.string(),
  path: z.string(),
  /** The action, in AWS's JSON protocols. */
  target: z.string().optional(),
});
export type ServedRequest = z.infer<typeof servedRequest>;

/** What a host says once it serves. */
export const serving = z.object({
  apiUrl: z.string(),
  awsUrl: z.string(),
  tableUrl: z.string(),
  credentials: z.object({ accessKeyId: z.string(), secretAccessKey: z.string() }),
  tableName: z.string(),
  stateMachineArn: z.string(),
  functions: z.array(z.object({ name: z.string(), properties: z.record(z.string(), z.unknown()) })),
});
export type Serving = z.infer<typeof serving>;
