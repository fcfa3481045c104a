import * as z from 'zod';
import { instantText } from '../instant.ts';
import { differenceKind } from '../money/difference-kind.ts';
import { dong } from '../money/dong.ts';
import { pack, storedCredits } from './statement.ts';

const sum = z.strictObject({ count: z.int().min(0), amount: dong });
const sideTotals = z.strictObject({ given: sum, carried: sum, matched: sum, open: sum });

/** Whether the gateway's own list was to be had, or why not. */
export const gatewayListState = z
  .enum(['given', 'notConnected', 'slow', 'unreachable', 'refused', 'untrustworthy'])
  .meta({ id: 'GatewayListState', description: 'Whether the gateway gave its list of the day, or why not' });
export type GatewayListState = z.infer<typeof gatewayListState>;

export const reconciliationTotals = z
  .strictObject({ ours: sideTotals, gateway: sideTotals, treasury: sideTotals })
  .meta({ id: 'ReconciliationTotals' });

/** The comparison of a day (đối soát), kept once. It holds what was told of after one instant and until another. */
export const storedMoneyReconciliation = z.strictObject({
  day: z.iso.date(),
  at: instantText,
  after: instantText,
  until: instantText,
  gatewayList: gatewayListState,
  /** Until when the gateway's list was compared. */
  gatewayUntil: instantText,
  totals: reconciliationTotals,
  pack,
});
export type StoredMoneyReconciliation = z.infer<typeof storedMoneyReconciliation>;

const words = z.strictObject({ vi: z.string(), en: z.string() });
const ours = {
  gateway: z.string(),
  transaction: z.string(),
  reference: z.string(),
  amount: dong,
  at: z.string(),
};

const difference = z.strictObject({
  id: z.string(),
  kind: differenceKind,
  ours: z.array(z.strictObject({ ...ours, id: z.string(), dossier: z.string().nullable() })),
  gateway: z.array(z.strictObject({ ...ours, state: z.enum(['paid', 'pending', 'failed', 'refunded']) })),
  treasury: storedCredits,
  amounts: z.strictObject({
    ours: dong.nullable(),
    gateway: dong.nullable(),
    treasury: dong.nullable(),
  }),
  besides: dong,
  group: z.strictObject({ gateway: z.string(), day: z.iso.date() }).nullable(),
  settledBy: z.string().nullable(),
  again: z.boolean(),
  since: z.iso.date(),
  ageDays: z.int().min(0),
  action: words,
  state: z.enum(['open', 'cleared']),
  clearedOn: z.iso.date().nullable(),
});

/** The differences of a comparison: those that are open are carried to the next. */
export const storedDifferences = z.strictObject({ open: z.array(difference), cleared: z.array(difference) });
export type StoredDifferences = z.infer<typeof storedDifferences>;
