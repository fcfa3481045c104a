import * as z from 'zod';
import { allOperations, isPublic } from '../../schemas/api/operations/all.ts';
import { Refusal } from '../../tools/refusal.mjs';
import type { Plan, PlannedFunction } from '../manifests/plan.ts';

/**
 * AWS keeps so many concurrent runs of an account for functions that reserve none, and
 * refuses what would leave less.
 */
const KEPT_BY_AWS = 100;

/**
 * Concurrent runs set aside, and at the same time the most there can be: nobody takes them from the function, and it
 * takes no others. 0: none. An account's limit is given where the settings shall be checked against it.
 */
export const reservedConcurrency = z.strictObject({
  accountLimit: z.int().min(1).max(1_000_000).optional(),
  authorizer: z.int().min(0).max(10_000).default(0),
  /** For each function that answers anybody. */
  public: z.int().min(0).max(10_000).default(0),
});
export type ReservedConcurrency = z.infer<typeof reservedConcurrency>;

const publicGroups: ReadonlySet<string> = new Set(
  allOperations.filter(isPublic).map(({ capability }) => capability),
);

/** The concurrent runs reserved for a function; undefined for none. */
export function reservedFor(
  fn: Pick<PlannedFunction, 'authorizes' | 'operations'>,
  reserved: ReservedConcurrency,
): number | undefined {
  const isOpen = fn.operations?.some(group => publicGroups.has(group));
  const wanted = fn.authorizes ? reserved.authorizer : isOpen ? reserved.public : 0;
  return wanted > 0 ? wanted : undefined;
}

/** Refuses settings that would leave the other functions of the account less than AWS keeps for them. */
export function demandUnreserved(plan: Plan, reserved: ReservedConcurrency): void {
  const { accountLimit } = reserved;
  if (accountLimit === undefined) return;
  const sum = [...plan.functions.values()].reduce((all, fn) => all + (reservedFor(fn, reserved) ?? 0), 0);
  const left = accountLimit - sum;
  if (sum === 0 || left >= KEPT_BY_AWS) return;
  throw new Refusal({
    vi: `reservedConcurrency: dành riêng ${sum} lượt chạy thì tài khoản chỉ còn ${left} trong ${accountLimit}; AWS đòi còn ít nhất ${KEPT_BY_AWS}.`,
    en: `reservedConcurrency: reserving ${sum} runs leaves the account ${left} of ${accountLimit}; AWS asks for at least ${KEPT_BY_AWS}.`,
  });
}
