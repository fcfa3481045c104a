import type {
  GatewayListState,
  StoredMoneyReconciliation,
} from '../../../schemas/stored/money-reconciliation.ts';
import type { StoredPayment } from '../../../schemas/stored/payment.ts';
import type { GatewayPayment, OurPayment } from '../../domain/money/reconciliation/lines.ts';
import { reconcile } from '../../domain/money/reconciliation/reconcile.ts';
import type { Reconciled } from '../../domain/money/reconciliation/reconciliation.ts';
import { gatewayNames } from '../../domain/money/settlement/gateway-names.ts';
import { entryName } from '../../domain/money/settlement/name-at-bank.ts';
import { type Instant, MINUTE, parseInstant, startOfDay, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { ComparingDeps } from './deps.ts';
import { gatewayLines } from './gateway-lines.ts';

/** What was told of just now may still be on its way into the table: it is left to the next comparison. */
const SETTLES = 5 * MINUTE;

export interface Compared {
  readonly run: Omit<StoredMoneyReconciliation, 'pack'>;
  readonly result: Reconciled;
}

/**
 * Compares what was told of since the comparison before, by gateways to us, by the gateway in its own list, and by the
 * treasury in statements (đối soát ba bên). It changes nothing. Where the gateway's list is not to be had, and for
 * transfers and deposits, whose bank gives none, the gateway is taken to say what we know.
 */
export async function compareDay(deps: ComparingDeps, day: string, now: Instant): Promise<Compared> {
  const last = await deps.reconciliations.before(day);
  const after = last ? parseInstant(last.until) : startOfDay(day);
  const until = Math.max(now - SETTLES, after);
  const gatewayAfter = last ? parseInstant(last.gatewayUntil) : after;
  const [payments, statements, carried, listed] = await Promise.all([
    deps.payments.toldBetween(after, until),
    deps.statements.loadedBetween(after, until),
    last ? deps.reconciliations.differences(last) : { open: [] },
    gatewayLines(deps, { after: gatewayAfter, compared: after, until }),
  ]);
  const credits = await Promise.all(statements.map(statement => deps.statements.credits(statement)));
  const ours = payments.map(ourPayment);
  const found = reconcile({
    day,
    ours,
    gateway: [...listed.lines, ...ours.filter(isMirrored(listed.state)).map(mirrored)],
    treasury: credits.flat(),
    carried: carried.open,
    names: gatewayNames,
  });
  if (!found.result) throw new TypeError(found.faults.map(({ en }) => en).join('; '));
  const gatewayUntil = listed.state === 'given' ? until : gatewayAfter;
  const run = {
    ...{ day, at: toRfc3339(now), after: toRfc3339(after), until: toRfc3339(until) },
    ...{ gatewayList: listed.state, gatewayUntil: toRfc3339(gatewayUntil), totals: found.result.totals },
  };
  return { run, result: found.result };
}

function ourPayment(payment: StoredPayment): OurPayment {
  const { gateway, transaction, reference, dossier, amount, paidAt } = payment;
  const id = `${gateway}/${transaction}`;
  return {
    ...{ id, dossier, gateway, transaction: entryName(payment), reference: reference ?? '' },
    ...{ amount, at: paidAt },
  };
}

const isMirrored =
  (state: GatewayListState) =>
  ({ gateway }: OurPayment) =>
    gateway !== 'platform' || state !== 'given';

const mirrored = ({ id: _, dossier: __, ...payment }: OurPayment): GatewayPayment => ({
  ...payment,
  state: 'paid',
});
