import { endPayment } from '../../domain/money/decisions/payments.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import { changeUnruled } from '../../records/dossiers/change-dossier.ts';
import type { ConfirmingDeps } from './deps.ts';

/** Says in the dossier that a request for payment is over; nothing where it is over already. */
export function endRequest(
  deps: Pick<ConfirmingDeps, 'dossiers' | 'pauses'>,
  request: { readonly dossier: string; readonly reference: string },
  how: { readonly ending: 'failed' | 'expired'; readonly code: string | null },
  now: Instant,
): Promise<void> {
  return changeUnruled<void>(deps, {
    code: request.dossier,
    actor: { kind: 'system', mechanism: 'payments' },
    now: () => now,
    absent: () => undefined,
    decide({ head }) {
      const events = endPayment(head, request.reference, how.ending, how.code);
      return events.length === 0 ? { stands: undefined } : { events, answer: () => undefined };
    },
  });
}
