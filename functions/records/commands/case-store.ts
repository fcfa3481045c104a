import type { StoredAnswer } from '../../../schemas/stored/request.ts';
import type { CaseEvent, CaseHead, CaseOutcome } from '../../domain/cases/case-kind.ts';
import type { LedgerFault } from '../../domain/ledger/standing.ts';
import type { DecisionMade } from '../../domain/projections/task-changes.ts';
import type { Instant } from '../../domain/vietnam-time.ts';

/** The stored types of a kind of case. */
export interface KeptCase {
  readonly head: CaseHead;
  /** An event as decided by the rules, and as the ledger entry it becomes. */
  readonly news: object;
  readonly event: CaseEvent;
  /** Facts kept with the head that no event changes. */
  readonly labels: object;
  /** What else a change may carry. */
  readonly beside: object;
}

export type OutcomeOf<C extends KeptCase> = CaseOutcome<C['head'], C['event']>;

/** An answer to a request with an idempotency key, kept so that a repeat gets it again. */
export interface Answer {
  /** The caller, as written by `describeActor`, and the key they sent. */
  readonly caller: string;
  readonly key: string;
  /** SHA-256 of the request: method, path and body. */
  readonly requestHash: string;
  readonly status: number;
  readonly body: unknown;
}

/** What a command commits: its events and the resulting head, on top of the head it was decided on. */
export interface CaseChange<C extends KeptCase> {
  readonly before: C['head'];
  readonly outcome: OutcomeOf<C>;
  readonly labels: C['labels'];
  readonly answer?: Answer | undefined;
  /** The decision that closed a task, so that a repeat is recognized. */
  readonly decision?: DecisionMade | undefined;
}

/** Why a change was not made. Nothing of it is stored. */
export type Refusal =
  /** Another change came first. */
  | { readonly refused: 'version' }
  /** The idempotency key is taken: the earlier answer, to be repeated or refused. */
  | { readonly refused: 'answered'; readonly answer: StoredAnswer }
  /** The file does not exist or belongs to another case. */
  | { readonly refused: 'file'; readonly file: string }
  /** Another case took the number in the meantime. */
  | { readonly refused: 'number' }
  /** The account has used up its quota of the day. */
  | { readonly refused: 'quota' };

/**
 * How a head stands on its ledger. held: it was found broken before. moved: the case was changed
 * while it was looked at, so that head and ledger are of different instants.
 */
export type Standing = 'sound' | 'held' | 'moved' | LedgerFault;

/** A case as it is kept; `held` where its ledger was found broken, and no operator has released it. */
export interface Found<C extends KeptCase> {
  readonly head: C['head'];
  readonly labels: C['labels'];
  readonly held: boolean;
}

/** What commands need of where cases of a kind are kept: every change is one transaction. */
export interface CaseStore<C extends KeptCase> {
  find(code: string): Promise<Found<C> | undefined>;
  /**
   * Whether what is kept of the case is what its ledger vouches for, as far as one request to the table shows. That no
   * entry comes after the head's last is looked for, too, unless `beyond` is false.
   */
  standing(found: Pick<Found<C>, 'head' | 'held'>, beyond?: boolean): Promise<Standing>;
  /** Keeps that its ledger is broken, so that nothing is decided about it until an operator has looked. */
  hold(code: string, fault: LedgerFault, now: Instant): Promise<void>;
  /** The answer given to a key, if any. */
  answered(caller: string, key: string): Promise<StoredAnswer | undefined>;
  commit(change: CaseChange<C> & C['beside']): Promise<Refusal | undefined>;
}
