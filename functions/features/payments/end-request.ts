import { endPayment } from '../../domain/money/decisions/payments.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import { changeUnruled } from '../../records/dossiers/change-dossier.ts';
import type { ConfirmingDeps } from './deps.ts';

/** How a request for payment ended. */
export interface RequestEnding {
  readonly ending: 'failed' | 'expired';
  /** The gateway’s code. */
  readonly code: string | null;
}

/** Ended by the gateway, which gives a code for it. */
export const endedBy = (code: string): RequestEnding => ({ ending: 'failed', code: code.slice(0, 20) });

/** Says in the dossier that a request for payment is over; nothing where it is over already. */
export function endRequest(
  deps: Pick<ConfirmingDeps, 'dossiers' | 'pauses'>,
  request: { readonly dossier: string; readonly reference: string },
  how: RequestEnding,
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
