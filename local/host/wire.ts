import type { IncomingHttpHeaders } from 'node:http';

/** One request in an AWS protocol, read whole. Header names are lower case. */
export interface WireRequest {
  readonly method: string;
  /** The path as sent, still percent-encoded, without the query. */
  readonly path: string;
  /** The query as sent, without the question mark. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** One answer in an AWS protocol. */
export interface WireResponse {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer | string;
}

/** What calling a function of the host gave: its payload, or the error as Lambda would report it. */
export type InvokeOutcome =
  | { readonly ok: true; readonly payload: unknown }
  | {
      readonly ok: false;
      readonly errorType: string;
      readonly errorMessage: string;
      readonly trace?: readonly string[];
    };

/** Calls a function by its ARN or name and waits for its outcome. Never rejects. */
export type InvokeFunction = (functionArn: string, payload: unknown) => Promise<InvokeOutcome>;
