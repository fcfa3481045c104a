import type { IntakeDeps } from '../../../functions/features/intake/deps.ts';
import { memoryItems } from '../../../functions/kernel/table/memory-items.ts';
import { memoryRecords } from '../../../functions/kernel/table/memory-records.ts';
import { keptQuotas } from '../../../functions/records/quotas/kept-quotas.ts';
import type { Quotas } from '../../../functions/records/quotas/quotas.ts';
import { quotas as limitsOf } from '../../../schemas/quotas.ts';

/** Limits on nothing. */
export const noLimits = limitsOf.parse({
  submissions: { person: 0, organisation: 0, portal: 0, procedure: 0 },
  uploads: { person: 0, organisation: 0, officer: 0, portal: 0 },
  exports: { person: 0, organisation: 0, officer: 0, portal: 0 },
  searches: { officer: 0 },
  counterShare: 0,
});

/** Quotas that let everybody through. */
export const noQuotas: Quotas = keptQuotas(memoryItems(memoryRecords()), noLimits);

/** What the intake is told where nobody is limited. */
export const noIntakeLimits: Pick<IntakeDeps, 'counterShare' | 'nearlyNumbered' | 'quotas'> = {
  quotas: noQuotas,
  counterShare: 0,
  nearlyNumbered: () => undefined,
};
