import type { Actor } from '../../../schemas/dossier/actor.ts';

/** What the head of any kind of case has: its code, and the number of its last entry. */
export interface CaseHead {
  readonly code: string;
  /** Number of the last entry; 0 is before the first. */
  readonly version: number;
  readonly lastHash: string;
  /** When the last entry was made. */
  readonly updatedAt: string;
}

/** What every ledger entry has, for any kind of case. */
export interface CaseEvent {
  readonly seq: number;
  readonly previous: string;
  readonly hash: string;
}

/** An entry's place in its ledger, and who makes it when (RFC 3339). */
export interface EntryPlace {
  readonly code: string;
  readonly seq: number;
  readonly at: string;
  readonly actor: Actor;
  readonly previous: string;
}

/**
 * A kind of case: what seals, stores and commands need to know about it. `News` is an event as the rules decide it,
 * `Event` the entry it becomes. Dossiers are the only kind so far; feedback (phản ánh, kiến nghị) and petitions (đơn
 * thư) would have other heads and events, but be stored in the same way.
 */
export interface CaseKind<Head extends CaseHead, News, Event extends CaseEvent> {
  /** The entry that an event becomes, still without its hash. */
  readonly entry: (news: News, place: EntryPlace) => Omit<Event, 'hash'>;
  /** The head after an entry. */
  readonly fold: (head: Head | undefined, event: Event) => Head;
}

/** The result of a command: the entries to append and the head after them. */
export interface CaseOutcome<Head extends CaseHead, Event extends CaseEvent> {
  readonly events: readonly Event[];
  readonly head: Head;
}
