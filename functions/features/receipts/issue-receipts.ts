import type { ReceiptProviderName } from '../../../schemas/money/receipt-provider.ts';
import { type OwedReceipt, receiptsOf } from '../../domain/money/receipts/receipts-of.ts';
import { requestReceipt } from '../../domain/money/receipts/request-receipt.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import { AGAIN, type RetryPolicy, retry } from '../../kernel/retry/retry.ts';
import { isCrowded } from '../../records/commands/refusals.ts';
import { changeUnruled, type DossierDecision } from '../../records/dossiers/change-dossier.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import { newReceiptRequest } from '../../records/money/receipt-request-items.ts';
import type { ReceiptStore } from '../../records/money/receipt-store.ts';
import type { Collector } from './bodies.ts';
import { actor, collectorOf } from './collector-of.ts';
import { type MakingDeps, makeReceipt } from './make-receipt.ts';
import { provideReceipt } from './provide-receipt.ts';
import type { ProvidingDeps } from './providing-deps.ts';

export interface IssuingDeps extends MakingDeps, ProvidingDeps {
  readonly dossiers: DossierStore;
  readonly receipts: Pick<ReceiptStore, 'numbered' | 'providerOf'>;
}

/** What came of a dossier: receipts made, and those that nobody makes because nobody collects for its unit. */
export interface Issued {
  readonly issued: number;
  readonly withoutCollector: number;
}

/** Many dossiers take numbers of one body at once; each try lost means that another one got its number. */
const takingNumbers: RetryPolicy = { tries: 30, first: 10, longest: 500 };

/**
 * Makes the receipts that a dossier's ledger asks for, one change each. Repeated calls find them made. One that cannot
 * be made for now, because nothing can be signed, keeps no other waiting: it fails the call when the rest is done. No
 * payment waits for its receipt.
 */
export async function issueReceipts(deps: IssuingDeps, code: string): Promise<Issued> {
  const left = new Map<number, unknown>();
  for (let issued = 0; ; ) {
    const next = await crowded(deps, () => issueNext(deps, code, left));
    if (next === 'issued') issued++;
    if (next !== 'none') continue;
    const provided = await provideAll(deps, code, left);
    const failures = [...left.values()].filter(failure => failure !== NOBODY);
    if (failures.length > 0) throw failures[0];
    return { issued: issued + provided, withoutCollector: left.size };
  }
}

/** Asks providers for what is requested of them; what waits for an answer is asked about by the schedule. */
async function provideAll(deps: IssuingDeps, code: string, left: Map<number, unknown>): Promise<number> {
  const found = await deps.dossiers.find(code);
  const owed = found ? receiptsOf(await soundLedger(deps.dossiers, found.head)).owed : [];
  let provided = 0;
  for (const { seq, request } of owed)
    try {
      if (request && (await provideReceipt(deps, request.request)) === 'issued') provided++;
    } catch (error) {
      left.set(seq, error);
    }
  return provided;
}

/** Why there is no receipt: nobody collects. */
const NOBODY = Symbol('nobody collects');

type Step = 'issued' | 'requested' | 'none';

function issueNext(deps: IssuingDeps, code: string, left: Map<number, unknown>): Promise<Step> {
  return changeUnruled<Step>(deps, {
    code,
    actor,
    now: deps.now,
    async decide({ head, labels }) {
      const ledger = await soundLedger(deps.dossiers, head);
      const next = receiptsOf(ledger).owed.filter(({ seq, request }) => request === null && !left.has(seq));
      for (const owed of next) {
        try {
          const collector = await collectorOf(deps, head, ledger, owed);
          if (collector && collector.issuer !== 'own')
            return requestFrom(deps, head.code, owed, { ...collector, issuer: collector.issuer });
          if (collector) {
            const data = await makeReceipt(deps, { head, ledger, owed, collector, labels });
            return { events: [{ data, opens: [], closes: [] }], answer: () => 'issued' };
          }
          left.set(owed.seq, NOBODY);
        } catch (error) {
          if (isCrowded(error)) throw error;
          left.set(owed.seq, error);
        }
      }
      return { stands: 'none' };
    },
  });
}

/** Entered before anything is sent: whatever happens then, the key is known and asked about. */
function requestFrom(
  { now }: Pick<IssuingDeps, 'now'>,
  code: string,
  owed: OwedReceipt,
  { body, issuer: provider, providerReports: reports }: Collector & { readonly issuer: ReceiptProviderName },
): DossierDecision<Step> {
  const data = requestReceipt(code, owed, body, { provider, reports });
  const { request, taxCode } = data;
  const requestedAt = toRfc3339(now());
  return {
    events: [{ data, opens: [], closes: [] }],
    beside: { money: [newReceiptRequest({ request, provider, taxCode, dossier: code, requestedAt })] },
    answer: () => 'requested',
  };
}

async function crowded<T>({ pauses }: Pick<IssuingDeps, 'pauses'>, work: () => Promise<T>): Promise<T> {
  let lost: unknown;
  const made = await retry<T>(
    async () => {
      try {
        return await work();
      } catch (error) {
        if (!isCrowded(error)) throw error;
        lost = error;
        return AGAIN;
      }
    },
    takingNumbers,
    pauses,
  );
  if (made === AGAIN) throw lost;
  return made;
}
