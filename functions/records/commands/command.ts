import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { CaseKind } from '../../domain/cases/case-kind.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { Pauses } from '../../kernel/retry/retry.ts';
import type { CaseStore, KeptCase, OutcomeOf } from './case-store.ts';

/** A kind of case, its store, and the pauses between tries. */
export interface Cases<C extends KeptCase> {
  readonly kind: CaseKind<C['head'], C['news'], C['event']>;
  readonly store: CaseStore<C>;
  readonly pauses?: Pauses | undefined;
}

/** A case as a command finds it. */
export interface FoundCase<C extends KeptCase> {
  readonly head: C['head'];
  readonly labels: C['labels'];
  readonly held: boolean;
  readonly actor: Actor;
  readonly now: Instant;
}

/**
 * The outcome of a command: events, what is committed with them, and the answer that repeats of the request get
 * again.
 */
export interface Change<C extends KeptCase, B> {
  readonly events: readonly C['news'][];
  readonly beside?: C['beside'];
  readonly answer: (outcome: OutcomeOf<C>) => B;
  /** When it was decided, if later than the command's `now`. */
  readonly at?: Instant;
}

/** Nothing needs to change: the current state is the answer. */
export interface Stands<B> {
  readonly stands: B;
}

export type Decision<C extends KeptCase, B> = Change<C, B> | Stands<B>;

/** The request a command belongs to: the same key means the same request and gets the same answer. */
export interface Repeatable {
  readonly actor: Actor;
  readonly repeat?: { readonly key: string | undefined; readonly requestHash: string };
}

/** A command on a case. */
export interface Command<C extends KeptCase, B> extends Repeatable {
  readonly code: string;
  /** The time of each try. */
  readonly now: () => Instant;
  /** The answer if there is no such case; otherwise the command answers not found. */
  readonly absent?: () => B;
  /** Decides on the current case, anew for each try; refuses with a `ProblemError`. */
  readonly decide: (found: FoundCase<C>) => Decision<C, B> | Promise<Decision<C, B>>;
  /** For decisions at a task: the task, and the digest that identifies a repeat. */
  readonly decision?: { readonly task: string; readonly digest: string };
  /** Notifies those concerned once the change is committed. */
  readonly tell?: (outcome: OutcomeOf<C>, body: B) => Promise<void>;
}
