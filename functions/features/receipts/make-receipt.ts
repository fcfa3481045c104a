import type { EventData, LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { FeeReceipt } from '../../../schemas/money/receipt.ts';
import type { DossierLabels } from '../../../schemas/stored/labels.ts';
import type { FormDocument } from '../../domain/forms/form-document.ts';
import { receiptEntry, receiptFor } from '../../domain/money/receipts/make-receipt.ts';
import { demandOwnSerial, nextNumber, serialOf } from '../../domain/money/receipts/numbering.ts';
import { receiptDocument } from '../../domain/money/receipts/receipt-document.ts';
import { receiptXml } from '../../domain/money/receipts/receipt-xml.ts';
import type { OwedReceipt } from '../../domain/money/receipts/receipts-of.ts';
import { letterheadOf } from '../../domain/printing/letterhead.ts';
import { sha256Of } from '../../domain/sha256.ts';
import { dateOf, parseInstant } from '../../domain/vietnam-time.ts';
import type { XmlElement } from '../../domain/xml/element.ts';
import { AGAIN, type Pauses, type RetryPolicy, retry } from '../../kernel/retry/retry.ts';
import { lostRace } from '../../records/commands/refusals.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import type { ReceiptStore } from '../../records/money/receipt-store.ts';
import type { Collector } from './bodies.ts';
import type { ReceiptFiles } from './receipt-files.ts';
import { receiptKey } from './receipt-keys.ts';

/** Without face value (không mệnh giá): the other form is for receipts of fixed amounts. */
export const FORM = 'EBL01';
/** It is signed anew where others took the number meanwhile, before the command itself is tried again. */
const signingAnew: RetryPolicy = { tries: 5, first: 1, longest: 1 };

export interface MakingDeps {
  readonly dossiers: Pick<DossierStore, 'applicant'>;
  readonly receipts: Pick<ReceiptStore, 'numbered' | 'providerOf'>;
  readonly files: ReceiptFiles;
  /** Puts the signature of a unit's agency on a document. @throws SealRefusal, and what KMS throws. */
  readonly sign: (document: XmlElement, body: FeeReceipt['body']) => Promise<Buffer>;
  readonly render: (document: FormDocument) => Promise<Buffer>;
  readonly pauses?: Pauses | undefined;
}

interface ReceiptToMake {
  readonly head: DossierHead;
  readonly ledger: readonly LedgerEvent[];
  readonly owed: OwedReceipt;
  readonly collector: Collector;
  readonly labels: Pick<DossierLabels, 'procedureName'>;
}

/**
 * Makes a receipt under the next number of its body, and keeps its files. The number is in what is signed, and it is
 * taken with the entry: where another dossier took it meanwhile, nothing of this one counts.
 */
export async function makeReceipt(
  deps: MakingDeps,
  toMake: ReceiptToMake,
): Promise<Extract<EventData, { type: 'receiptIssued' }>> {
  const { head, owed, collector } = toMake;
  const applicant = await deps.dossiers.applicant(head.code);
  if (!applicant) throw new Error(`${head.code} has no applicant`);
  const procedure = { code: head.rules.procedure, name: toMake.labels.procedureName };
  const { body } = collector;
  const { receipt, xml } = await signedUnderNumber(deps, collector, owed.at, name =>
    receiptFor({ ...toMake, applicant, procedure, body, name }),
  );
  const entry = receiptEntry(receipt, owed, { sha256: sha256Of(xml), size: xml.length });
  await Promise.all([
    deps.files.keep(receiptKey(entry, 'xml'), xml),
    deps.files.keep(receiptKey(entry, 'pdf'), await pageOf(deps, receipt, collector)),
  ]);
  return entry;
}

/** The year of Viet Nam's calendar that a moment is in. */
export const yearOf = (at: string): number => Number(dateOf(parseInstant(at)).slice(0, 4));

/** Signing takes a while: what lost its number in it is signed anew, before any file of it is kept for ever. */
async function signedUnderNumber(
  { receipts, sign, pauses }: MakingDeps,
  { body, letters }: Collector,
  at: string,
  make: (name: Pick<FeeReceipt, 'form' | 'serial' | 'number'>) => FeeReceipt,
): Promise<{ readonly receipt: FeeReceipt; readonly xml: Buffer }> {
  const year = yearOf(at);
  const serial = serialOf(year, letters);
  demandOwnSerial(serial, await receipts.providerOf(body.taxCode, FORM, serial));
  const numbered = () => receipts.numbered(body.taxCode, FORM, serial);
  let taken = await numbered();
  const made = await retry(
    async () => {
      const number = nextNumber(taken === 0 ? null : { year, number: taken }, year);
      const receipt = make({ form: FORM, serial, number });
      const xml = await sign(receiptXml(receipt), body);
      const before = taken;
      taken = await numbered();
      return taken === before ? { receipt, xml } : AGAIN;
    },
    signingAnew,
    pauses,
  );
  if (made === AGAIN) throw lostRace();
  return made;
}

function pageOf({ render }: MakingDeps, receipt: FeeReceipt, { units, body }: Collector): Promise<Buffer> {
  const { parent, place } = letterheadOf(units, body.unit);
  return render(receiptDocument(receipt, { parent, place, lookup: null }));
}
