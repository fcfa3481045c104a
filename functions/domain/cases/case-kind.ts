import type { Actor } from '../../../schemas/dossier/actor.ts';

/** What the head of every case has, of whatever kind: its code, and how far its ledger goes. */
export interface CaseHead {
  readonly code: string;
  /** Number of the last entry; 0 is before the first. */
  readonly version: number;
  readonly lastHash: string;
  /** When the last entry was made. */
  readonly updatedAt: string;
}

/** What every entry of a ledger has, of whatever kind of case. */
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
 * A kind of case: what seals, stores and commands must know of it. `News` is an event as rules decide it, `Event` the entry it becomes.
 * Dossiers are the one kind there is; feedback (phản ánh, kiến nghị) and petitions (đơn thư) will differ in their heads and events, not
 * in how they are kept.
 */
export interface CaseKind<Head extends CaseHead, News, Event extends CaseEvent> {
  /** The entry that an event becomes, still without its hash. */
  readonly entry: (news: News, place: EntryPlace) => Omit<Event, 'hash'>;
  /** The head after an entry. */
  readonly fold: (head: Head | undefined, event: Event) => Head;
}

/** What a command leaves: the entries to append and the head after them. */
export interface CaseOutcome<Head extends CaseHead, Event extends CaseEvent> {
  readonly events: readonly Event[];
  readonly head: Head;
}
