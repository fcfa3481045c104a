import type { moneyOperations } from '../../../schemas/api/operations/money.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { CashDrawer } from '../../../schemas/money/drawer.ts';
import { closedDrawer, drawerClosed } from '../../domain/money/drawers/closing.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import { demandUnit } from '../../records/organization/demand-unit.ts';
import type { MoneyDeps } from './deps.ts';
import { takingsUntil, viewOf } from './drawer-view.ts';

type Operations = typeof moneyOperations;

/** Opens the caller’s drawer in their own unit: cash that they take is in that unit’s account. */
export async function openDrawer(
  deps: MoneyDeps,
  { params: { code: unit }, body, caller, now }: Call<Operations['openDrawer']>,
  attempt: Attempt,
): Promise<Reply<Operations['openDrawer']>> {
  const { officer } = await demandUnit(deps.organization, caller, unit, 'drawer.open');
  if (officer.unit !== unit) throw nothingHere();
  const drawer: CashDrawer = {
    id: attempt.id('dr_'),
    unit,
    officer: officer.id,
    openedAt: toRfc3339(now),
    openedWith: body.openedWith,
    closing: null,
    deposit: null,
    version: 1,
  };
  const reply = { body: viewOf(drawer), version: drawer.version };
  if (!(await deps.drawers.open(drawer, attempt.keeps(reply)))) throw openAlready();
  return reply;
}

/** Closes a drawer by what was counted: one’s own, or as a leader one that somebody left open. */
export async function closeDrawer(
  deps: MoneyDeps,
  { params, body, caller, now }: Call<Operations['closeDrawer']>,
  attempt: Attempt,
): Promise<Reply<Operations['closeDrawer']>> {
  const { officer } = await demandUnit(deps.organization, caller, params.code, 'drawer.close');
  const drawer = await deps.drawers.find(params.code, params.id);
  if (!drawer || (drawer.officer !== officer.id && !officer.roles.includes('leader'))) throw nothingHere();
  if (drawer.closing) throw drawerClosed();
  const { counted, note } = body;
  const takings = await takingsUntil(deps, drawer, now);
  const closed = closedDrawer(drawer, takings, { by: officer.id, now, counted, note });
  const reply = { body: viewOf(closed), version: closed.version };
  if (!(await deps.drawers.close(closed, attempt.keeps(reply)))) throw drawerClosed();
  return reply;
}

const openAlready = (): ProblemError =>
  new ProblemError('state-conflict', {
    vi: 'Ông/bà đang mở một két ở đơn vị này: hãy đóng két đó trước.',
    en: 'You have a drawer open in this unit: close it first.',
  });
