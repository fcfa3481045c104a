import type * as z from 'zod';
import type { Operation } from '../../../schemas/api/operation.ts';
import type { ProposedChange } from '../../../schemas/api/proposed-change.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import type { Instant } from '../../../schemas/instant.ts';

type Parsed<S> = S extends z.ZodType ? z.infer<S> : undefined;

/** Who sent a request, and what exactly. */
export interface Sender {
  readonly ip: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

/** A request to an operation, parsed: what a use case gets. */
export interface Call<O extends Operation> {
  readonly caller: Principal;
  readonly params: Parsed<O['params']>;
  readonly query: Parsed<O['query']>;
  readonly body: Parsed<O['body']>;
  /** `Idempotency-Key`, and the SHA-256 of method, path and body that identifies a repeat. */
  readonly repeat: { readonly key: string | undefined; readonly requestHash: string };
  /** The version in `If-Match`; undefined when none was sent. */
  readonly ifMatch: number | undefined;
  readonly language: 'vi' | 'en';
  /** For the access record: the request’s id, and the caller's reason (`Access-Reason`). */
  readonly access: { readonly requestId: string; readonly reason: string | null };
  readonly now: Instant;
}

/** A call of an operation that sees its sender. */
export type SentCall<O extends Operation> = Call<O> & { readonly sender: Sender };

/** The body as the operation declares it, and its version if it has an ETag. */
export interface Done<O extends Operation> {
  readonly body: z.input<O['answer']['schema']>;
  readonly version?: number;
}

/** What an operation that `proposes` did instead: it waits for a second administrator. */
export interface Proposed {
  readonly body: ProposedChange;
  readonly version: number;
  readonly proposed: true;
}

/** The answer of a use case. */
export type Reply<O extends Operation> = Done<O> | (O extends { readonly proposes: true } ? Proposed : never);

/** What a request asks for, before its caller is fully known. */
export type Asked<O extends Operation> = Pick<Call<O>, 'params' | 'body'>;

/** A use case behind an operation. */
export type Handle<O extends Operation> = (
  call: O extends { readonly seesSender: true } ? SentCall<O> : Call<O>,
) => Promise<Reply<O>>;
