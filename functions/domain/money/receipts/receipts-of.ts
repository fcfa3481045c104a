import type { EventData, LedgerEvent } from '../../../../schemas/dossier/event.ts';
import { type Dong, toDong } from '../../../../schemas/money/dong.ts';
import type { CorrectionKind } from '../../../../schemas/money/receipt-entries.ts';
import { dateOf, parseInstant } from '../../vietnam-time.ts';
import { isReceiptedOn } from './receipts-law.ts';
import { type RequestedReceipt, requestedBy } from './requested-receipts.ts';

type DataOf<T extends EventData['type']> = Extract<EventData, { type: T }>;

/** A correction that was asked for; `approved` until the receipt that corrects is there. */
export interface OpenCorrection
  extends Pick<DataOf<'receiptCorrectionRequested'>, 'kind' | 'amount' | 'reason'> {
  readonly state: 'asked' | 'approved';
  /** The officer who asked for it: another one decides. */
  readonly askedBy: string;
}

/** A receipt of a dossier, with what became of it. */
export interface IssuedReceipt extends Omit<DataOf<'receiptIssued'>, 'type'> {
  readonly issuedAt: string;
  /** `replaced`: another one stands for it. `adjusted`: it stands, and is read with those that adjust it. */
  readonly state: 'stands' | 'adjusted' | 'replaced';
  /** What it stands for with its adjustments; of an adjustment, its own difference. */
  readonly standing: Dong;
  readonly correction: OpenCorrection | null;
}

/** A receipt that is to be made: of money that came in, or because a correction was approved. */
export interface OwedReceipt {
  /** The entry that asks for it. */
  readonly seq: number;
  readonly paid: number;
  /** The moment of collection, or of the approval. */
  readonly at: string;
  readonly amount: Dong;
  readonly method: DataOf<'paid'>['method'];
  readonly corrects: {
    readonly receipt: IssuedReceipt;
    readonly kind: CorrectionKind;
    readonly reason: string;
  } | null;
  /** The provider that was asked to issue it; null while nobody was. */
  readonly request: RequestedReceipt | null;
}

export interface ReceiptsOfDossier {
  readonly issued: readonly IssuedReceipt[];
  readonly owed: readonly OwedReceipt[];
}

/**
 * The receipts of a dossier, and those still to be made, from its ledger. Money that was recorded before entries said
 * how much of it went towards the fee has its receipts elsewhere; so has what came before the law was in force.
 */
export function receiptsOf(ledger: readonly LedgerEvent[]): ReceiptsOfDossier {
  const issued = new Map<string, IssuedReceipt>();
  const owed = new Map<string, OwedReceipt>();
  const methods = new Map<number, OwedReceipt['method']>();
  const change = (id: string, to: (before: IssuedReceipt) => Partial<IssuedReceipt>) => {
    const before = issued.get(id);
    if (before) issued.set(id, { ...before, ...to(before) });
  };
  for (const { seq, at, actor, data } of ledger) {
    switch (data.type) {
      case 'paid':
        methods.set(seq, data.method);
        if (data.applied && isReceiptedOn(dateOf(parseInstant(at))))
          owed.set(`paid ${seq}`, {
            seq,
            paid: seq,
            at,
            amount: data.applied,
            method: data.method,
            corrects: null,
            request: null,
          });
        break;
      case 'receiptIssued': {
        const { type: _, ...receipt } = data;
        const corrected = data.of && correctedBy(issued, receipt);
        owed.delete(corrected ? `corrects ${corrected.receipt}` : `paid ${data.paid}`);
        if (corrected) issued.set(corrected.receipt, corrected);
        issued.set(data.receipt, {
          ...receipt,
          issuedAt: at,
          state: 'stands',
          standing: data.amount,
          correction: null,
        });
        break;
      }
      case 'receiptCorrectionRequested': {
        const { kind, amount, reason } = data;
        const askedBy = actor.kind === 'officer' ? actor.id : '';
        change(data.receipt, () => ({ correction: { kind, amount, reason, state: 'asked', askedBy } }));
        break;
      }
      case 'receiptCorrectionDecided': {
        change(data.receipt, ({ correction }) => ({
          correction: data.approved && correction ? { ...correction, state: 'approved' } : null,
        }));
        const receipt = issued.get(data.receipt);
        if (!data.approved || !receipt?.correction) break;
        const { kind, amount, reason } = receipt.correction;
        owed.set(`corrects ${receipt.receipt}`, {
          seq,
          paid: receipt.paid,
          at,
          amount: kind === 'replacement' ? receipt.amount : amount,
          method: methods.get(receipt.paid) ?? 'cash',
          corrects: { receipt, kind, reason },
          request: null,
        });
        break;
      }
    }
  }
  const requests = requestedBy(ledger);
  const asked = [...owed.values()].map(each => ({ ...each, request: requests.get(each.seq) ?? null }));
  return { issued: [...issued.values()], owed: asked };
}

/** The receipt that another one corrects, as it stands then. */
function correctedBy(
  issued: ReadonlyMap<string, IssuedReceipt>,
  { of, paid, kind, amount }: Omit<DataOf<'receiptIssued'>, 'type'>,
): IssuedReceipt | undefined {
  const before = [...issued.values()].find(
    each =>
      each.paid === paid && each.form === of?.form && each.serial === of.serial && each.number === of.number,
  );
  if (!before) return undefined;
  if (kind === 'replacement') return { ...before, state: 'replaced', correction: null };
  const by = kind === 'increase' ? amount : kind === 'decrease' ? -amount : 0;
  return { ...before, state: 'adjusted', standing: toDong(before.standing + by), correction: null };
}
