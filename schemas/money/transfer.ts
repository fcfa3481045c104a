import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { dossierCode } from '../codes/dossier-code.ts';
import { instantText } from '../instant.ts';
import { dong } from './dong.ts';
import { type TreasuryWay, treasuryWay } from './gateway.ts';

/**
 * The accounts of a unit, by kind: what applicants owe it (claims, phải thu), its fees (revenue), what the law relieved
 * of (waived), its cash drawers (cash), its account at treasury or bank (treasury), money that belongs to nothing yet
 * (suspense, tạm giữ), and money to be paid back (refunds).
 */
export const unitAccountKind = z.enum([
  'claims',
  'revenue',
  'waived',
  'cash',
  'treasury',
  'suspense',
  'refunds',
]);
export type UnitAccountKind = z.infer<typeof unitAccountKind>;

/**
 * `claims:H44.101`; money on its way at a gateway is `transit:platform:H44.101`, cash paid in
 * `transit:deposit:H44.101`.
 */
export type Account = `${UnitAccountKind}:${string}` | `transit:${TreasuryWay}:${string}`;
const kinds = [...unitAccountKind.options, ...treasuryWay.options.map(name => `transit:${name}`)].join('|');
export const account = z
  .custom<Account>(
    value => typeof value === 'string' && new RegExp(`^(?:${kinds}):[A-Z0-9.]{2,40}$`).test(value),
  )
  .meta({ id: 'MoneyAccountName', type: 'string', description: 'Account of the money ledger (tài khoản)' });

export const transferKind = z.enum([
  'charged',
  'chargeCancelled',
  'waived',
  'received',
  'held',
  'requested',
  'requestEnded',
  'refundAsked',
  'refundRefused',
  'refundApproved',
  'refundPaid',
  'settled',
  'assigned',
  'deposited',
]);
export type TransferKind = z.infer<typeof transferKind>;

/**
 * A transfer between two accounts: written once, never changed. `pending` moves nothing yet; what ends it is another
 * transfer, `void`, or the posted one that takes its place. Both name it in `ends`.
 */
export const transfer = z.strictObject({
  id: z.string().min(1).max(120),
  at: instantText,
  kind: transferKind,
  phase: z.enum(['posted', 'pending', 'void']),
  from: account,
  to: account,
  amount: dong.refine(amount => amount > 0),
  unit: agencyCode,
  dossier: dossierCode.nullable(),
  /** Account of the officer who took or gave it; null where nobody did. */
  by: z.string().max(100).nullable(),
  ends: z.string().max(120).optional(),
});
export type Transfer = z.infer<typeof transfer>;
