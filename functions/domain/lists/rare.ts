import type { Channel } from '../../../schemas/catalogue/procedure.ts';
import type { MoneyState } from '../../../schemas/dossier/states.ts';

/**
 * What few dossiers have. A filter finds the common among whatever a list shows; the rare would have to be looked for among hundreds,
 * so entries that have it are in an index of their own.
 */
export function isRareChannel(channel: Channel): boolean {
  return channel === 'post';
}

/** A fee that is owed is soon paid; few dossiers end with one. */
export function isRareMoney(money: MoneyState): boolean {
  return money === 'due';
}
