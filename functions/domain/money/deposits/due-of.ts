import { type Dong, toDong } from '../../../../schemas/money/dong.ts';
import type { CashDrawer } from '../../../../schemas/money/drawer.ts';

/**
 * What of a closed drawer goes to the treasury: what was counted, less the change that it was opened with, which stays
 * for the next shift. Nothing of an open one.
 */
export function dueOf({ closing, openedWith }: Pick<CashDrawer, 'closing' | 'openedWith'>): Dong {
  return toDong(closing ? Math.max(closing.counted - openedWith, 0) : 0);
}

/** Whether a drawer's cash is still to be paid in. */
export const isUndeposited = (drawer: CashDrawer): boolean => drawer.deposit === null && dueOf(drawer) > 0;
