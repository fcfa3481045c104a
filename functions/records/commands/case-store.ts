import type { StoredAnswer } from '../../../schemas/stored/request.ts';
import type { CaseEvent, CaseHead, CaseOutcome } from '../../domain/cases/case-kind.ts';
import type { DecisionMade } from '../../domain/projections/task-changes.ts';

/** The types of a kind of case as it is kept. */
export interface KeptCase {
  readonly head: CaseHead;
  /** An event as rules decide it, and as the entry it becomes. */
  readonly news: object;
  readonly event: CaseEvent;
  /** Facts kept with the head that no event changes. */
  readonly labels: object;
  /** What else a change may bring. */
  readonly beside: object;
}

export type OutcomeOf<C extends KeptCase> = CaseOutcome<C['head'], C['event']>;

/** An answer given to a request with an idempotency key, kept so that a repeat gets it again. */
export interface Answer {
  /** Who asked, as `describeActor` writes it, and the key they sent. */
  readonly caller: string;
  readonly key: string;
  /** SHA-256 of the request: method, path and body. */
  readonly requestHash: string;
  readonly status: number;
  readonly body: unknown;
}

/** What a command commits: the events and head it led to, on top of the head it was decided on. */
export interface CaseChange<C extends KeptCase> {
  readonly before: C['head'];
  readonly outcome: OutcomeOf<C>;
  readonly labels: C['labels'];
  readonly answer?: Answer | undefined;
  /** The decision that closed a task, so that it is known again. */
  readonly decision?: DecisionMade | undefined;
}

/** Why a change was not made. Nothing of it is stored. */
export type Refusal =
  /** Another change came first. */
  | { readonly refused: 'version' }
  /** The idempotency key was used: the answer given then, to be repeated or refused. */
  | { readonly refused: 'answered'; readonly answer: StoredAnswer }
  /** The file does not exist or belongs to another case. */
  | { readonly refused: 'file'; readonly file: string }
  /** The number was given to another meanwhile. */
  | { readonly refused: 'number' };

/** What commands need of where cases of a kind are kept: every change is one transaction. */
export interface CaseStore<C extends KeptCase> {
  find(code: string): Promise<{ readonly head: C['head']; readonly labels: C['labels'] } | undefined>;
  /** The answer given to a key, if any. */
  answered(caller: string, key: string): Promise<StoredAnswer | undefined>;
  commit(change: CaseChange<C> & C['beside']): Promise<Refusal | undefined>;
}
