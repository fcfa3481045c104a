import type { Channel } from '../../../schemas/catalogue/procedure.ts';
import type { HandlingState, MoneyState } from '../../../schemas/dossier/states.ts';
import { isEnd } from '../lifecycle/states.ts';
import { isOwed } from '../money/account/money-state.ts';

/**
 * Rare properties of dossiers. A filter finds common ones among whatever a list shows; rare ones would have to be
 * searched for among hundreds, so entries that have them are in an index of their own.
 */
export function isRareChannel(channel: Channel): boolean {
  return channel === 'post';
}

/**
 * Whether an entry is among those of rare states of the fee. Nothing is owed for a dossier that was declined,
 * withdrawn, stopped or finished; what is to go back is, whatever became of the dossier.
 */
export function hasRareMoney({ money, handling }: { money: MoneyState; handling: HandlingState }): boolean {
  return isRareMoney(money) && !(isOwed(money) && isEnd(handling));
}

const COMMON: ReadonlySet<MoneyState> = new Set(['none', 'paid', 'waived', 'refunded']);

/** Rare, because a fee that is owed is soon paid, and money that goes back soon back. */
export function isRareMoney(money: MoneyState): boolean {
  return !COMMON.has(money);
}
