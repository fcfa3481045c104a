import type { ProposedChange } from '../../../schemas/api/proposed-change.ts';
import type { Instant } from '../../../schemas/instant.ts';
import type { StoredProposedChange } from '../../../schemas/stored/proposed-change.ts';
import type { Language } from '../../../schemas/words.ts';
import { statusAt } from '../../domain/proposed-changes/confirm.ts';

/** A proposed change as administrators see it. */
export function shownChange(
  change: StoredProposedChange,
  { now, language }: { readonly now: Instant; readonly language: Language },
): ProposedChange {
  const { basis: _, proposer, place, rounds, changedInRound, trail, version, ...shown } = change;
  return { ...shown, about: change.about[language], status: statusAt(change, now) };
}
