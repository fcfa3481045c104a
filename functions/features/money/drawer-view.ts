import type * as z from 'zod';
import type { drawerView } from '../../../schemas/api/money.ts';
import type { CashDrawer } from '../../../schemas/money/drawer.ts';
import { type Takings, takingsOf } from '../../domain/money/drawers/takings.ts';
import { accountsOf } from '../../domain/money/transfers/accounts.ts';
import { daysOfPeriod } from '../../domain/period.ts';
import { dateOf, type Instant, parseInstant } from '../../domain/vietnam-time.ts';
import type { MoneyDeps } from './deps.ts';

/** A drawer as it is shown, with what went through it where that was looked for. */
export function viewOf(drawer: CashDrawer, takings?: Takings): z.input<typeof drawerView> {
  if (!takings) return { ...drawer, takings: null };
  const { takenIn, paidOut, expected } = takings;
  return { ...drawer, takings: { takenIn, paidOut, expected } };
}

/** What went through an open drawer until now: the unit’s cash is read day by day. */
export async function takingsUntil(
  { transfers }: Pick<MoneyDeps, 'transfers'>,
  drawer: CashDrawer,
  now: Instant,
): Promise<Takings> {
  const { cash } = accountsOf(drawer.unit);
  const found = [];
  const open = { from: dateOf(parseInstant(drawer.openedAt)), to: dateOf(now) };
  for (const day of daysOfPeriod(open)) found.push(...(await transfers.ofDay(cash, day)));
  return takingsOf(drawer, found);
}
