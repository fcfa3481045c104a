import type { landTaxOperations } from '../../../schemas/api/operations/land-tax.ts';
import type { StoredLandSlip } from '../../../schemas/stored/land-tax.ts';
import { nextSlip, sendSlip, slipTaskOf } from '../../domain/land-tax/send-slip.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { newSlip, slipEnded } from '../../records/land-tax/land-tax-items.ts';
import { changeAsHolder } from './as-holder.ts';
import type { LandTaxDeps } from './deps.ts';
import { notConnected } from './tell.ts';

type Operation = (typeof landTaxOperations)['sendLandSlip'];

/**
 * Keeps a transfer slip with the pause that it begins, in one transaction; it is sent soon after, and again until the
 * tax office has it. What it says of people stays beside the ledger.
 */
export async function sendLandSlip(deps: LandTaxDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  if (!deps.connected) throw notConnected();
  const { parcel, obligations, other = null } = call.body;
  return changeAsHolder<Reply<Operation>['body']>(deps, call, {
    taskOf: slipTaskOf,
    async decide(context, task) {
      const { head, now } = context;
      const slip = nextSlip(head);
      const at = toRfc3339(now);
      const stored: StoredLandSlip = {
        slip,
        dossier: head.code,
        parcel,
        obligations,
        other,
        sentAt: at,
        state: 'queued',
        tries: 0,
        triedAt: null,
        trouble: null,
        number: null,
        refusal: null,
      };
      // The tax office may still have an earlier one, which an officer gave up.
      const before = (await deps.landTax.slips(head.code)).filter(({ state }) => state !== 'refused');
      return {
        events: sendSlip(context, task, { kinds: obligations.map(({ kind }) => kind) }),
        beside: { landTax: [newSlip(stored, at), ...before.map(slipEnded)] },
        answer: ({ head: { code, version } }) => ({ dossier: code, slip, version }),
      };
    },
  });
}
