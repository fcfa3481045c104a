import { type Dong, toDong } from '../../../../schemas/money/dong.ts';
import { canonicalJson } from '../../canonical-json.ts';
import type { StatementLine } from '../statements/statement.ts';

/** A payment that we confirmed. Moments are RFC 3339, as they are stored. */
export interface OurPayment {
  readonly id: string;
  readonly dossier: string | null;
  readonly gateway: string;
  /** The gateway's number of the payment. */
  readonly transaction: string;
  /** Our number of what was to be paid, which the gateway was given. */
  readonly reference: string;
  readonly amount: Dong;
  readonly at: string;
}

/** What the gateway says of a payment; only one that is `paid` is money. */
export type GatewayState = 'paid' | 'pending' | 'failed' | 'refunded';

/** A payment in the list of a gateway. */
export interface GatewayPayment extends Omit<OurPayment, 'id' | 'dossier'> {
  readonly state: GatewayState;
}

/** Lines of the three lists: ours, the gateway's, the credits of the treasury (giấy báo Có). */
export interface Lines {
  readonly ours: readonly OurPayment[];
  readonly gateway: readonly GatewayPayment[];
  readonly treasury: readonly StatementLine[];
}

export type Side = keyof Lines;
export const sides = ['ours', 'gateway', 'treasury'] as const satisfies readonly Side[];

/** What makes a line the same one in another list or on another day. */
export const keyOf = {
  ours: ({ id }: OurPayment) => `ours ${id}`,
  gateway: ({ gateway, transaction }: GatewayPayment) => `gateway ${gateway} ${transaction}`,
  treasury: ({ bookedOn, reference, amount }: StatementLine) => `treasury ${bookedOn} ${reference} ${amount}`,
} as const;

export type Line = Lines[Side][number];

/** All lines, each with its key. */
export const linesWithKeys = ({ ours, gateway, treasury }: Lines): (readonly [Line, string])[] => [
  ...ours.map(line => [line, keyOf.ours(line)] as const),
  ...gateway.map(line => [line, keyOf.gateway(line)] as const),
  ...treasury.map(line => [line, keyOf.treasury(line)] as const),
];

export const keysOf = (lines: Lines): string[] => linesWithKeys(lines).map(([, key]) => key);

/** In an order of their own, by a text of each, so that the order in which they came decides nothing. */
export function inOrder<Thing>(things: readonly Thing[], textOf: (thing: Thing) => string): Thing[] {
  const written = things.map(thing => ({ thing, text: `${textOf(thing)} ${canonicalJson(thing)}` }));
  return written
    .toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ thing }) => thing);
}

export const isPaid = ({ state }: GatewayPayment): boolean => state === 'paid';

/** The money of a side's lines: those of a gateway that are not paid are none. */
export function moneyOf(lines: Lines, side: Side): readonly { readonly amount: Dong }[] {
  return side === 'gateway' ? lines.gateway.filter(isPaid) : lines[side];
}

/** A sum; `check-input.ts` has seen that all amounts of a side fit into one. */
export const sumOf = (lines: readonly { readonly amount: Dong }[]): Dong =>
  toDong(lines.reduce((sum, { amount }) => sum + amount, 0));
