import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { DossierLabels } from '../../../schemas/stored/labels.ts';
import { contentFor } from '../../domain/money/receipts/make-receipt.ts';
import { serialOf } from '../../domain/money/receipts/numbering.ts';
import type { OwedReceipt } from '../../domain/money/receipts/receipts-of.ts';
import type { ReceiptAsked, ReceiptToProvide } from '../../domain/ports/receipt-provider.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import type { Organization } from './bodies.ts';
import { collectorOf } from './collector-of.ts';
import { FORM, yearOf } from './make-receipt.ts';

/** A receipt as its provider is sent it, and asked about it. */
export interface ToProvide {
  readonly owed: OwedReceipt;
  readonly receipt: ReceiptToProvide;
  readonly asked: ReceiptAsked;
}

interface Deps {
  readonly dossiers: Pick<DossierStore, 'applicant'>;
  readonly organization: Organization;
}

/** What a request asks for, made anew of what the dossier says now: its key stays the same. */
export async function toProvide(
  deps: Deps,
  { head, labels }: { readonly head: DossierHead; readonly labels: Pick<DossierLabels, 'procedureName'> },
  ledger: readonly LedgerEvent[],
  owed: OwedReceipt,
): Promise<ToProvide> {
  const { request, corrects } = owed;
  const [applicant, collector] = await Promise.all([
    deps.dossiers.applicant(head.code),
    collectorOf(deps, head, ledger, owed),
  ]);
  if (!request || !applicant || !collector) throw new Error(`${head.code} asks for no receipt of a provider`);
  const { body, letters } = collector;
  const procedure = { code: head.rules.procedure, name: labels.procedureName };
  return {
    owed,
    receipt: {
      key: request.request,
      form: FORM,
      serial: serialOf(yearOf(owed.at), letters),
      content: contentFor({ head, ledger, owed, body, applicant, procedure }),
      corrects: corrects?.receipt.provider?.request ?? null,
    },
    asked: { key: request.request, taxCode: request.taxCode, form: FORM },
  };
}
