import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { GENESIS, sealEvent } from '../ledger/chain.ts';
import { type Instant, parseInstant, toRfc3339 } from '../vietnam-time.ts';
import type { NewEvent } from './context.ts';
import { applyEvent } from './head.ts';

/** What a command leaves: the entries to append and the head after them. */
export interface Outcome {
  readonly events: readonly LedgerEvent[];
  readonly head: DossierHead;
}

/** Numbers, dates and chains new events onto a dossier's ledger, and folds them into its head. */
export function sealEvents(
  place: { readonly code: string; readonly head: DossierHead | undefined },
  news: readonly NewEvent[],
  by: { readonly actor: Actor; readonly now: Instant },
): Outcome {
  let head = place.head;
  const events: LedgerEvent[] = [];
  for (const { data, opens, closes } of news) {
    const event = sealEvent({
      dossier: place.code,
      seq: (head?.version ?? 0) + 1,
      // A request that arrived before an alarm and is entered after it is dated with the alarm: a ledger's times never run back.
      at: toRfc3339(Math.max(by.now, head ? parseInstant(head.updatedAt) : by.now)),
      actor: by.actor,
      opens,
      closes,
      data,
      previous: head?.lastHash ?? GENESIS,
    });
    head = applyEvent(head, event);
    events.push(event);
  }
  if (head === undefined) throw new TypeError('nothing to seal');
  return { events, head };
}
