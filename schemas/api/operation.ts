import type * as z from 'zod';
import type { Action } from '../identity/actions.ts';
import type { ProblemCode } from './problem-codes.ts';

/** One operation of the HTTP API: its request, answer, refusals and required right. */
export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  readonly path: `/${string}`;
  /** Its group; the manifest of a feature says which function serves it. */
  readonly capability: string;
  readonly tag: string;
  readonly summary: string;
  readonly action: Action;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Largest body in bytes, if more than the default 1 MiB is needed. */
  readonly largestBody?: number;
  /** The body's rows come from others and are read one by one: a bad text refuses its row, not the whole body. */
  readonly textsByRow?: true;
  /**
   * Where it touches many, the answer may be 202 with a proposed change, which takes effect once a
   * second administrator confirms it.
   */
  readonly proposes?: true;
  readonly answer: { readonly status: 200 | 201 | 202; readonly schema: z.ZodType; readonly etag?: true };
  /** Refusals beyond those every operation of its kind may give. */
  readonly problems: readonly ProblemCode[];
  readonly takesIfMatch?: true;
  /** Is told who sent the request and what exactly they sent: their address, the headers, the body’s text. */
  readonly seesSender?: true;
  /**
   * A POST, so that what is asked is in no address, that changes nothing: its answer is not kept for repeats, which
   * are answered anew.
   */
  readonly onlyReads?: true;
  /** Shows personal data, so that each read is recorded before it is answered; takes `Access-Reason`. */
  readonly recordsReads?: true;
}

/** Declares an operation, keeping the exact types of its schemas. */
export function operation<const O extends Operation>(declared: O): O {
  return declared;
}
