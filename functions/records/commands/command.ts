import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { CaseKind } from '../../domain/cases/case-kind.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { Pauses } from '../../kernel/retry/retry.ts';
import type { CaseStore, KeptCase, OutcomeOf } from './case-store.ts';

/** A kind of case, where its cases are kept, and what tries are parted by. */
export interface Cases<C extends KeptCase> {
  readonly kind: CaseKind<C['head'], C['news'], C['event']>;
  readonly store: CaseStore<C>;
  readonly pauses?: Pauses | undefined;
}

/** A case as a command finds it. */
export interface FoundCase<C extends KeptCase> {
  readonly head: C['head'];
  readonly labels: C['labels'];
  readonly actor: Actor;
  readonly now: Instant;
}

/** What a command makes of a case: events, what is committed with them, and the answer that repeats of the request get again. */
export interface Change<C extends KeptCase, B> {
  readonly events: readonly C['news'][];
  readonly beside?: C['beside'];
  readonly answer: (outcome: OutcomeOf<C>) => B;
  /** When it was decided, where that took until later than the command's `now`. */
  readonly at?: Instant;
}

/** Nothing is to be changed: what stands is the answer. */
export interface Stands<B> {
  readonly stands: B;
}

export type Decision<C extends KeptCase, B> = Change<C, B> | Stands<B>;

/** Which request a command belongs to: the same key stands for the same request, and is answered the same. */
export interface Repeatable {
  readonly actor: Actor;
  readonly repeat?: { readonly key: string | undefined; readonly requestHash: string };
}

/** A command on a case. */
export interface Command<C extends KeptCase, B> extends Repeatable {
  readonly code: string;
  /** The time of each try. */
  readonly now: () => Instant;
  /** The answer where there is no such case; without it, it is not found. */
  readonly absent?: () => B;
  /** Decides on the case as it stands, anew for each try; refuses with a `ProblemError`. */
  readonly decide: (found: FoundCase<C>) => Decision<C, B> | Promise<Decision<C, B>>;
  /** For decisions at a task: which, and the digest they are known again by. */
  readonly decision?: { readonly task: string; readonly digest: string };
  /** Tells of the change where it must be known, once it is committed. */
  readonly tell?: (outcome: OutcomeOf<C>, body: B) => Promise<void>;
}
