import type { moneyOperations } from '../../../schemas/api/operations/money.ts';
import type { CashDrawer } from '../../../schemas/money/drawer.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { readCursor, writeCursor } from '../../records/lists/cursor.ts';
import { demandUnit } from '../../records/organization/demand-unit.ts';
import type { MoneyDeps } from './deps.ts';
import { takingsUntil, viewOf } from './drawer-view.ts';

type Operation = (typeof moneyOperations)['listDrawers'];

/**
 * The drawers of a unit, the newest first, with the caller’s own that is open. An officer sees their own: a page may
 * hold fewer than asked for, as those of others are passed over.
 */
export async function listDrawers(deps: MoneyDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { params, query, caller, now } = call;
  const { code: unit } = params;
  const { officer } = await demandUnit(deps.organization, caller, unit, 'drawer.read');
  const all = officer.roles.includes('leader');
  const sealed = JSON.stringify(['drawers', unit, all ? 'all' : officer.id]);
  const keyring = await deps.keyring();
  const [page, open] = await Promise.all([
    deps.drawers.of(unit, readCursor(keyring, sealed, query.cursor), query.limit),
    deps.drawers.openOf(unit, officer.id),
  ]);
  const last = page.items.at(-1);
  return {
    body: {
      items: page.items.filter(each => all || each.officer === officer.id).map(each => viewOf(each)),
      nextCursor: page.more && last ? writeCursor(keyring, sealed, last.id) : null,
      open: open ? await opened(deps, open, now) : null,
    },
  };
}

async function opened(deps: MoneyDeps, drawer: CashDrawer, now: number) {
  const takings = await takingsUntil(deps, drawer, now);
  return { drawer: viewOf(drawer, takings), moves: [...takings.moves] };
}
