import type { Target } from './target.ts';

/** One attack: what it tries, and what came of it. */
export interface Attack {
  /** What somebody tries, as a sentence without its subject. */
  readonly tries: string;
  /** Undefined if it was held; otherwise what happened instead. Throws if it could not be tried. */
  readonly run: (target: Target) => Promise<string | undefined>;
}

/** Attacks of one kind. */
export interface AttackClass {
  readonly name: string;
  readonly attacks: readonly Attack[];
}
