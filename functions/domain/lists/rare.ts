import type { Channel } from '../../../schemas/catalogue/procedure.ts';
import type { HandlingState, MoneyState } from '../../../schemas/dossier/states.ts';
import { isEnd } from '../lifecycle/states.ts';

/**
 * Rare properties of dossiers. A filter finds common ones among whatever a list shows; rare ones would have to be
 * searched for among hundreds, so entries that have them are in an index of their own.
 */
export function isRareChannel(channel: Channel): boolean {
  return channel === 'post';
}

/** Whether a fee is still owed: nothing is owed for a dossier that was declined, withdrawn, stopped or finished. */
export function owesFee({ money, handling }: { money: MoneyState; handling: HandlingState }): boolean {
  return money === 'due' && !isEnd(handling);
}

/** Rare, because a fee that is owed is soon paid. */
export function isRareMoney(money: MoneyState): boolean {
  return money === 'due';
}
