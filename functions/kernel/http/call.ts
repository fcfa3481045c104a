import type * as z from 'zod';
import type { Operation } from '../../../schemas/api/operation.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import type { Instant } from '../../../schemas/instant.ts';

type Parsed<S> = S extends z.ZodType ? z.infer<S> : undefined;

/** A request to an operation, parsed: what a use case gets. */
export interface Call<O extends Operation> {
  readonly caller: Principal;
  readonly params: Parsed<O['params']>;
  readonly query: Parsed<O['query']>;
  readonly body: Parsed<O['body']>;
  /** `Idempotency-Key`, and the SHA-256 of method, path and body by which a repeat is known. */
  readonly repeat: { readonly key: string | undefined; readonly requestHash: string };
  /** The version in `If-Match`, undefined when none was sent. */
  readonly ifMatch: number | undefined;
  readonly language: 'vi' | 'en';
  /** For the record of reads: the request’s id, and why the caller said they read (`Access-Reason`). */
  readonly access: { readonly requestId: string; readonly reason: string | null };
  readonly now: Instant;
}

/** What a use case answers: the body as the operation declares it, with its version where it has an ETag. */
export interface Reply<O extends Operation> {
  readonly body: z.input<O['answer']['schema']>;
  readonly version?: number;
}

/** What a request asks for, before who asks is known in full. */
export type Asked<O extends Operation> = Pick<Call<O>, 'params' | 'body'>;

/** A use case behind an operation. */
export type Handle<O extends Operation> = (call: Call<O>) => Promise<Reply<O>>;
