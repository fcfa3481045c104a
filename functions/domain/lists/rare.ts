import type { Channel } from '../../../schemas/catalogue/procedure.ts';
import type { HandlingState, MoneyState } from '../../../schemas/dossier/states.ts';
import { isEnd } from '../lifecycle/states.ts';

/**
 * What few dossiers have. A filter finds the common among whatever a list shows; the rare would have to be looked for among hundreds,
 * so entries that have it are in an index of their own.
 */
export function isRareChannel(channel: Channel): boolean {
  return channel === 'post';
}

/** Whether a fee is still owed: nobody pays for a dossier that was declined, withdrawn, stopped or is over. */
export function owesFee({ money, handling }: { money: MoneyState; handling: HandlingState }): boolean {
  return money === 'due' && !isEnd(handling);
}

/** A fee that is owed is soon paid. */
export function isRareMoney(money: MoneyState): boolean {
  return money === 'due';
}
