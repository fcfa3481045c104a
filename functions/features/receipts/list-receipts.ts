import type { receiptOperations } from '../../../schemas/api/operations/receipts.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { accountOf } from '../../domain/money/account/account-of.ts';
import { type IssuedReceipt, type OwedReceipt, receiptsOf } from '../../domain/money/receipts/receipts-of.ts';
import type { RequestedReceipt } from '../../domain/money/receipts/requested-receipts.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { LINK_LIFE } from '../../kernel/objects/link-life.ts';
import { recordReads } from '../../records/audit-log/record-reads.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import { findDossier } from '../../records/dossiers/find-dossier.ts';
import { collectorAt } from './bodies.ts';
import type { ReceiptDeps } from './deps.ts';
import { receiptKey } from './receipt-keys.ts';

type Operation = (typeof receiptOperations)['listReceipts'];

/**
 * The receipts of a dossier for whoever may read it. The files name who paid, so that each look at them is recorded.
 */
export async function listReceipts(deps: ReceiptDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { head } = await findDossier(deps, call.params.code, call.caller);
  const { issued, owed } = receiptsOf(await soundLedger(deps.dossiers, head));
  if (issued.length > 0)
    await recordReads(deps, { ...call, operation: 'listReceipts', parts: ['receipt'], dossiers: [head] });
  const isOfficer = call.caller.kind === 'officer';
  const missing = owed.filter(({ corrects, request }) => corrects === null || (isOfficer && request));
  return {
    body: {
      dossier: head.code,
      receipts: await Promise.all(issued.map(receipt => viewOf(deps, receipt, isOfficer))),
      missing: await Promise.all(missing.map(one => missingOf(deps, head, one, isOfficer))),
      urlExpiresAt: toRfc3339(call.now + LINK_LIFE * 1000),
    },
  };
}

async function viewOf({ links }: ReceiptDeps, kept: IssuedReceipt, isOfficer: boolean) {
  const { paid: _, fees: _fees, charges: _charges, of, correction, provider, ...receipt } = kept;
  const [xml, pdf] = await Promise.all([
    provider ? null : links(receiptKey(kept, 'xml'), kept.receipt),
    links(receiptKey(kept, 'pdf'), kept.receipt),
  ]);
  return {
    ...receipt,
    of: of && { form: of.form, serial: of.serial, number: of.number, date: of.date },
    correction:
      correction && isOfficer
        ? { kind: correction.kind, amount: correction.amount, state: correction.state }
        : null,
    provider: provider?.name ?? null,
    xml,
    pdf,
  };
}

async function missingOf(
  deps: ReceiptDeps,
  head: DossierHead,
  { at, amount, request }: OwedReceipt,
  isOfficer: boolean,
) {
  const collector = request ?? (await collectorAt(deps.organization, accountOf(head).unit, at));
  const because = collector ? ('beingMade' as const) : ('noCollector' as const);
  return { at, amount, because, request: request && isOfficer ? await requestOf(deps, request) : null };
}

/** As the ledger says, and what is heard meanwhile. */
async function requestOf(
  { requests }: ReceiptDeps,
  { request: id, provider, state, code }: RequestedReceipt,
) {
  if (state === 'refused') return { id, provider, state, code };
  const kept = await requests.find(id);
  const unknown = kept?.state === 'unknown';
  return { id, provider, state: unknown ? ('unknown' as const) : state, code: kept?.code ?? null };
}
