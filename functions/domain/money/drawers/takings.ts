import { type Dong, toDong } from '../../../../schemas/money/dong.ts';
import type { CashDrawer } from '../../../../schemas/money/drawer.ts';
import type { Transfer } from '../../../../schemas/money/transfer.ts';
import { parseInstant } from '../../vietnam-time.ts';
import { accountsOf } from '../transfers/accounts.ts';

/** What went through an open drawer, and what should be in it. */
export interface Takings {
  readonly moves: readonly (Pick<Transfer, 'at' | 'dossier' | 'kind'> & { readonly amount: number })[];
  readonly takenIn: Dong;
  readonly paidOut: Dong;
  /** Below zero where more was paid out than was in it. */
  readonly expected: number;
}

/**
 * What an officer’s transfers put into and took out of the unit’s cash after their drawer was opened, oldest first.
 * What moved in the very instant of the opening belongs to the drawer before; so does cash that they pay in at the
 * bank.
 */
export function takingsOf(
  { unit, officer, openedAt, openedWith }: CashDrawer,
  transfers: readonly Transfer[],
): Takings {
  const { cash } = accountsOf(unit);
  const opened = parseInstant(openedAt);
  const moves = transfers
    .filter(({ phase, kind, by }) => phase === 'posted' && kind !== 'deposited' && by === officer)
    .filter(({ at }) => parseInstant(at) > opened)
    .map(({ at, dossier, kind, to, amount }) => ({
      at,
      dossier,
      kind,
      amount: to === cash ? Number(amount) : -amount,
    }))
    .toSorted((a, b) => parseInstant(a.at) - parseInstant(b.at));
  const sum = (way: 1 | -1) =>
    toDong(moves.reduce((total, { amount }) => total + Math.max(0, way * amount), 0));
  const [takenIn, paidOut] = [sum(1), sum(-1)];
  return { moves, takenIn, paidOut, expected: openedWith + takenIn - paidOut };
}
