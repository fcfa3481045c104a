import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { accountOf } from '../../domain/money/account/account-of.ts';
import { type OwedReceipt, receiptsOf } from '../../domain/money/receipts/receipts-of.ts';
import { AGAIN, type RetryPolicy, retry } from '../../kernel/retry/retry.ts';
import { isCrowded } from '../../records/commands/refusals.ts';
import { changeUnruled } from '../../records/dossiers/change-dossier.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import { type Collector, collectorAt, type Organization } from './bodies.ts';
import { type MakingDeps, makeReceipt } from './make-receipt.ts';

export interface IssuingDeps extends MakingDeps {
  readonly dossiers: DossierStore;
  readonly organization: Organization;
  readonly now: () => number;
}

/** What came of a dossier: receipts made, and those that nobody makes because nobody collects for its unit. */
export interface Issued {
  readonly issued: number;
  readonly withoutCollector: number;
}

const actor = { kind: 'system', mechanism: 'receipts' } as const;

/** Many dossiers take numbers of one body at once; each try lost means that another one got its number. */
const takingNumbers: RetryPolicy = { tries: 30, first: 10, longest: 500 };

/**
 * Makes the receipts that a dossier's ledger asks for, one change each. Repeated calls find them made. One that cannot
 * be made for now, because nothing can be signed, keeps no other waiting: it fails the call when the rest is done. No
 * payment waits for its receipt.
 */
export async function issueReceipts(deps: IssuingDeps, code: string): Promise<Issued> {
  const left = new Map<number, unknown>();
  for (let issued = 0; ; issued++) {
    const next = await crowded(deps, () => issueNext(deps, code, left));
    if (next === 'issued') continue;
    const failures = [...left.values()].filter(failure => failure !== NOBODY);
    if (failures.length > 0) throw failures[0];
    return { issued, withoutCollector: left.size };
  }
}

/** Why there is no receipt: nobody collects. */
const NOBODY = Symbol('nobody collects');

function issueNext(deps: IssuingDeps, code: string, left: Map<number, unknown>): Promise<'issued' | 'none'> {
  return changeUnruled<'issued' | 'none'>(deps, {
    code,
    actor,
    now: deps.now,
    async decide({ head, labels }) {
      const ledger = await soundLedger(deps.dossiers, head);
      for (const owed of receiptsOf(ledger).owed.filter(({ seq }) => !left.has(seq))) {
        try {
          const collector = await collectorOf(deps, head, ledger, owed);
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

/** Whose money it was, as published at the moment of collection; what corrects a receipt is by the same body. */
async function collectorOf(
  { organization }: IssuingDeps,
  head: DossierHead,
  ledger: readonly LedgerEvent[],
  { at, paid, corrects }: OwedReceipt,
): Promise<Collector | undefined> {
  if (!corrects) return collectorAt(organization, accountOf(head).unit, at);
  const { unit, taxCode } = corrects.receipt;
  const now = await collectorAt(organization, unit, at);
  if (now?.body.taxCode === taxCode && now.body.unit === unit) return now;
  return collectorAt(organization, unit, ledger.find(({ seq }) => seq === paid)?.at ?? at);
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
