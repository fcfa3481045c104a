import type { Actor } from '../../../schemas/dossier/actor.ts';
import { GENESIS, sealEvent } from '../ledger/chain.ts';
import { type Instant, parseInstant, toRfc3339 } from '../vietnam-time.ts';
import type { CaseEvent, CaseHead, CaseKind, CaseOutcome } from './case-kind.ts';

/** Numbers, dates and chains new events onto the ledger of a case, and folds them into its head. */
export function sealOnto<Head extends CaseHead, News, Event extends CaseEvent>(
  kind: CaseKind<Head, News, Event>,
  place: { readonly code: string; readonly head: Head | undefined },
  news: readonly News[],
  by: { readonly actor: Actor; readonly now: Instant },
): CaseOutcome<Head, Event> {
  let head = place.head;
  const events: Event[] = [];
  for (const one of news) {
    const entry = kind.entry(one, {
      code: place.code,
      seq: (head?.version ?? 0) + 1,
      // A request that arrived before an alarm but is entered after it gets the alarm's time: a ledger's times never
      // run backwards.
      at: toRfc3339(Math.max(by.now, head ? parseInstant(head.updatedAt) : by.now)),
      actor: by.actor,
      previous: head?.lastHash ?? GENESIS,
    });
    const event = sealEvent<Event>(entry);
    head = kind.fold(head, event);
    events.push(event);
  }
  if (head === undefined) throw new TypeError('nothing to seal');
  return { events, head };
}
