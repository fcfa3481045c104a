import type { StoredReceiptRequest } from '../../../schemas/stored/receipt-request.ts';
import { owedBy } from '../../domain/money/receipts/request-receipt.ts';
import type { ReceiptMissed, ReceiptProvider, ReceiptPutOff } from '../../domain/ports/receipt-provider.ts';
import { HOUR, type Instant, MINUTE } from '../../domain/vietnam-time.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import { requestEnded, requestTakenUp, requestWaits } from '../../records/money/receipt-request-items.ts';
import { dueAt } from '../../records/money/receipt-request-store.ts';
import type { ProvidingDeps } from './providing-deps.ts';
import { isCountedHere, OWN_SERIAL, refuseRequest, takeOver } from './take-over.ts';
import { type ToProvide, toProvide } from './to-provide.ts';

/** Longer than one request can take: until then nobody else takes it up. */
const TAKEN_UP = 5 * MINUTE;
/**
 * No sooner is a provider that was silent asked what came of it: what was sent late must have arrived, or the provider
 * would say that it knows nothing and be sent the same again.
 */
const FIRST_WAIT = 2 * MINUTE;

export type Provided = 'issued' | 'refused' | 'waits' | 'idle';

/**
 * Takes up one request for a receipt, if nobody else has. What was ever sent is asked about by its key first; it is
 * sent only where the provider says that there is no such receipt.
 */
export async function provideReceipt(deps: ProvidingDeps, id: string): Promise<Provided> {
  const request = await deps.requests.find(id);
  const due = request && dueAt(request);
  if (!request || due === undefined || due > deps.now()) return 'idle';
  if (!(await deps.requests.write(requestTakenUp(request, deps.now() + TAKEN_UP)))) return 'idle';
  const taken = { ...request, asks: request.asks + 1 };
  const source = await sourceOf(deps, request);
  if (source === 'over') {
    await deps.requests.write(requestEnded(id, 'issued', null));
    return 'idle';
  }
  const provider = deps.providers[request.provider];
  const wasSent = request.asks > 0;
  const found = wasSent ? await provider.find(source.asked) : ({ state: 'none' } as const);
  const answer = found.state === 'none' ? await send(deps, provider, source) : found;
  switch (answer.state) {
    case 'issued':
      return settled(deps, taken, await takeOver(deps, taken, source, answer.name));
    case 'taken': {
      const there = await provider.find(source.asked);
      if (there.state === 'issued')
        return settled(deps, taken, await takeOver(deps, taken, source, there.name));
      return waits(deps, taken, there.state === 'none' ? CONTRADICTION : there, 'unknown');
    }
    case 'refused':
      await refuseRequest(deps, taken, answer.code);
      return 'refused';
    default:
      return waits(deps, taken, answer, wasSent || mayHaveCome(answer) ? 'unknown' : 'requested');
  }
}

/** Nothing is sent that would be numbered in a serial which is counted here. */
async function send(
  deps: ProvidingDeps,
  provider: ReceiptProvider,
  { receipt, asked }: ToProvide,
): ReturnType<ReceiptProvider['issue']> {
  if (await isCountedHere(deps, asked.taxCode, receipt)) return { state: 'refused', code: OWN_SERIAL };
  return provider.issue(receipt);
}

/** The provider says that the key was used, and that it knows no receipt by it. */
const CONTRADICTION: ReceiptMissed = {
  state: 'unavailable',
  reason: 'untrustworthy',
  detail: 'taken-unknown',
};

async function sourceOf(deps: ProvidingDeps, request: StoredReceiptRequest): Promise<ToProvide | 'over'> {
  const found = await deps.dossiers.find(request.dossier);
  if (!found) throw new Error(`${request.dossier} is gone`);
  const ledger = await soundLedger(deps.dossiers, found.head);
  const owed = owedBy(ledger, request.request);
  return owed ? toProvide(deps, found, ledger, owed) : 'over';
}

/** Before a line was open nothing can have come of it; a provider that says no has not issued. */
const mayHaveCome = (answer: ReceiptMissed | ReceiptPutOff): boolean =>
  answer.state === 'unavailable' && answer.reason !== 'notConnected';

function settled(
  deps: ProvidingDeps,
  request: StoredReceiptRequest,
  outcome: 'issued' | 'refused' | ReceiptMissed | ReceiptPutOff,
): Promise<Provided> | Provided {
  // It is issued at the provider, and its page is not here yet: it is taken over when that is.
  return typeof outcome === 'string' ? outcome : waits(deps, request, outcome, 'unknown');
}

async function waits(
  deps: ProvidingDeps,
  request: StoredReceiptRequest,
  why: ReceiptMissed | ReceiptPutOff,
  state: 'requested' | 'unknown',
): Promise<'waits'> {
  deps.missed(request.provider, why);
  const code = why.state === 'unavailable' ? why.reason : why.code;
  await deps.requests.write(requestWaits(request, { state, code }, nextAsk(request, deps.now())));
  return 'waits';
}

/** Less often the longer it lasts, and for ever: whoever paid is owed a receipt. */
const nextAsk = ({ asks }: Pick<StoredReceiptRequest, 'asks'>, now: Instant): Instant =>
  now + Math.min(FIRST_WAIT * 2 ** Math.min(asks - 1, 5), HOUR);
