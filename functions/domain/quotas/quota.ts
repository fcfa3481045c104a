import type { Quotas } from '../../../schemas/quotas.ts';

/** What is counted by the day. */
export type Counted = 'submissions' | 'uploads' | 'exports' | 'searches';

/** Whose it is: one account, of a person, an organization or an officer; or what many ask for together. */
export type AccountHolder = { readonly of: 'person' | 'organisation' | 'officer'; readonly id: string };
export type SharedHolder = { readonly of: 'portal' | 'procedure'; readonly id: string };

/** A limit on what a holder may ask for in a day. `id` is a keyed digest, an officer's or portal's account, a code. */
export type Quota<H extends AccountHolder | SharedHolder = AccountHolder | SharedHolder> = H & {
  readonly counted: Counted;
  readonly limit: number;
};

/** The quotas that a request counts against: each account for itself, and those that many share. */
export interface Held {
  readonly accounts: readonly Quota<AccountHolder>[];
  readonly shared: readonly Quota<SharedHolder>[];
}

const isShared = (quota: Quota): quota is Quota<SharedHolder> =>
  quota.of === 'portal' || quota.of === 'procedure';
const isAccount = (quota: Quota): quota is Quota<AccountHolder> => !isShared(quota);

/** The quotas of these holders; one that is absent or 0 limits nobody. */
export function heldBy(
  limits: Quotas,
  counted: Counted,
  holders: readonly (AccountHolder | SharedHolder)[],
): Held {
  const limitOf: Readonly<Partial<Record<Quota['of'], number>>> = limits[counted];
  const quotas = holders.flatMap((holder): Quota[] => {
    const limit = limitOf[holder.of] ?? 0;
    return limit > 0 ? [{ ...holder, counted, limit }] : [];
  });
  return { accounts: quotas.filter(isAccount), shared: quotas.filter(isShared) };
}

/** The part of a limit at which operators are warned. */
const NEARLY = 0.8;

export const isNearlyUsed = (used: number, limit: number): boolean => used >= NEARLY * limit;
