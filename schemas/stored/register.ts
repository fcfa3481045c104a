import type * as z from 'zod';
import { archiveBatch } from '../organization/archive-batch.ts';
import { storedAbsences } from './absences.ts';
import { storedAudit } from './anchor.ts';
import { storedAuthorizations } from './authorizations.ts';
import { catalogueItem, procedureItem, workflowItem } from './catalogue.ts';
import { storedChange } from './change.ts';
import { storedCursor, storedWaiting } from './cursor.ts';
import { digitization } from './digitization.ts';
import { eventItem, headItem, peopleItem, taskItem } from './dossier.ts';
import { drawerHolderItem, storedDeposit, storedDrawer } from './drawer.ts';
import { entryItem, foundItem, tallyItem } from './entries.ts';
import { machineItem } from './execution.ts';
import { exportItem } from './export.ts';
import { fileItem } from './file.ts';
import { storedKeyring } from './keyring.ts';
import { storedLandSlip, storedTaxMessage, storedTaxRefusals } from './land-tax.ts';
import { storedMoneyReconciliation } from './money-reconciliation.ts';
import { numberItem, serialItem } from './number.ts';
import { officerItem, organisationItem } from './organization.ts';
import { storedPad, storedPairing } from './pad.ts';
import { storedFeedEnd, storedParty, storedPartyHour } from './party.ts';
import {
  storedNoticeCount,
  storedPayment,
  storedPaymentRequest,
  storedRefusals,
  storedRefusedNotice,
  storedTold,
} from './payment.ts';
import { pollItem } from './poll.ts';
import { changeContentItem, proposedChangeItem } from './proposed-change.ts';
import { quotaItem } from './quota.ts';
import { markItem, readItem } from './reads.ts';
import { receiptItem, receiptSummaryItem } from './receipt.ts';
import { storedReceiptRequest } from './receipt-request.ts';
import { storedFinding, storedProgress } from './reconciliation.ts';
import { storedReplay } from './replay.ts';
import { requestItem } from './request.ts';
import { storedResult } from './result.ts';
import { storedCredit, storedLoaded, storedPart, storedStatement, storedStatementDay } from './statement.ts';
import { storedSubscription } from './subscription.ts';
import { transferItem } from './transfer.ts';
import { storedVaultEntry } from './vault.ts';
import { versionInForce } from './version-in-force.ts';
import { workCalendarDraftItem, workCalendarItem } from './work-calendar.ts';

/** A kind of item: the prefixes of its partition and sort keys, and its shape without them. */
export interface StoredKind {
  readonly pk: string;
  readonly sk: string;
  readonly shape: z.ZodType;
}

/** Every kind of item in the table. Anything not listed here is not stored. */
export const STORED_KINDS: readonly StoredKind[] = [
  { pk: 'DOSSIER#', sk: 'HEAD', shape: headItem },
  { pk: 'DOSSIER#', sk: 'EVENT#', shape: eventItem },
  { pk: 'DOSSIER#', sk: 'TASK#', shape: taskItem },
  { pk: 'DOSSIER#', sk: 'APPLICANT', shape: peopleItem },
  { pk: 'DOSSIER#', sk: 'MACHINE', shape: machineItem },
  { pk: 'DOSSIER#', sk: 'LISTED#', shape: entryItem },
  { pk: 'DOSSIER#', sk: 'CURSOR#', shape: storedCursor },
  { pk: 'ARCHIVE#', sk: 'BATCH#', shape: archiveBatch },
  { pk: 'WORK#', sk: '', shape: entryItem },
  { pk: 'TALLY#', sk: '', shape: tallyItem },
  { pk: 'FOUND#', sk: '', shape: foundItem },
  { pk: 'NUMBER#', sk: 'NUMBER', shape: numberItem },
  { pk: 'RESULT#', sk: 'RESULT', shape: storedResult.strict() },
  { pk: 'MONEY#ACCOUNT#', sk: '', shape: transferItem },
  { pk: 'MONEY#PAYMENT#', sk: 'PAYMENT', shape: storedPayment },
  { pk: 'MONEY#REQUEST#', sk: 'REQUEST', shape: storedPaymentRequest },
  { pk: 'MONEY#NOTICES#', sk: '', shape: storedNoticeCount },
  { pk: 'MONEY#REFUSED#', sk: '', shape: storedRefusedNotice },
  { pk: 'MONEY#REFUSALS#', sk: '', shape: storedRefusals },
  { pk: 'MONEY#DRAWERS#', sk: 'DRAWER#', shape: storedDrawer },
  { pk: 'MONEY#DRAWERS#', sk: 'HOLDER#', shape: drawerHolderItem },
  { pk: 'MONEY#DRAWERS#', sk: 'DEPOSIT#', shape: storedDeposit },
  { pk: 'MONEY#RECEIPTS#', sk: 'EBL', shape: receiptItem },
  { pk: 'MONEY#NUMBER#', sk: 'NUMBER', shape: serialItem },
  { pk: 'MONEY#PROVIDED#', sk: 'REQUEST', shape: storedReceiptRequest },
  { pk: 'MONEY#SUMMARIES#', sk: '', shape: receiptSummaryItem.strict() },
  { pk: 'MONEY#TOLD#', sk: '', shape: storedTold },
  { pk: 'MONEY#STATEMENT#', sk: 'HEAD', shape: storedStatement },
  { pk: 'MONEY#STATEMENT#', sk: 'CREDIT#', shape: storedCredit },
  { pk: 'MONEY#STATEMENTDAY#', sk: 'ACCOUNT#', shape: storedStatementDay },
  { pk: 'MONEY#LOADED#', sk: '', shape: storedLoaded },
  { pk: 'MONEY#RECONCILIATION', sk: '', shape: storedMoneyReconciliation },
  { pk: 'MONEY#PACK#', sk: 'PART#', shape: storedPart },
  { pk: 'LANDTAX#SLIPS#', sk: 'SLIP#', shape: storedLandSlip },
  { pk: 'LANDTAX#MESSAGE#', sk: 'MESSAGE', shape: storedTaxMessage },
  { pk: 'LANDTAX#REFUSED', sk: '', shape: storedTaxRefusals },
  { pk: 'VAULT#', sk: '', shape: storedVaultEntry.strict() },
  { pk: 'FILE#', sk: 'FILE', shape: fileItem },
  { pk: 'FILE#', sk: 'DIGITIZED', shape: digitization.strict() },
  { pk: 'EXPORT#', sk: 'EXPORT', shape: exportItem },
  { pk: 'EXPORTS', sk: '', shape: markItem },
  { pk: 'ANSWERED#', sk: 'ANSWERED', shape: requestItem },
  { pk: 'READS#', sk: '', shape: readItem },
  { pk: 'READDAY#', sk: '', shape: readItem },
  { pk: 'READMARK#', sk: '', shape: markItem },
  { pk: 'PROCEDURE#', sk: '', shape: procedureItem },
  { pk: 'WORKFLOW#', sk: '', shape: workflowItem },
  { pk: 'CATALOGUE', sk: '', shape: catalogueItem },
  { pk: 'ORGANISATION', sk: 'CURRENT', shape: versionInForce.strict() },
  { pk: 'ORGANISATION', sk: 'VERSION#', shape: organisationItem },
  { pk: 'OFFICER', sk: 'OFFICER#', shape: officerItem },
  { pk: 'ABSENCES#', sk: 'ABSENCES', shape: storedAbsences },
  { pk: 'PADS#', sk: 'pad_', shape: storedPad },
  { pk: 'PAIRING#', sk: 'PAIRING', shape: storedPairing },
  { pk: 'AUTHORIZATIONS#', sk: 'AUTHORIZATIONS', shape: storedAuthorizations },
  { pk: 'WORKCALENDAR', sk: 'CURRENT', shape: versionInForce.strict() },
  { pk: 'WORKCALENDAR', sk: 'VERSION#', shape: workCalendarItem },
  { pk: 'WORKCALENDAR', sk: 'DRAFT', shape: workCalendarDraftItem },
  { pk: 'PROPOSED', sk: 'CHANGE#', shape: proposedChangeItem },
  { pk: 'PROPOSED', sk: 'CONTENT#', shape: changeContentItem },
  { pk: 'WAITING#', sk: '', shape: storedWaiting },
  { pk: 'PARTIES', sk: '', shape: storedParty },
  { pk: 'PARTY#', sk: 'HOUR#', shape: storedPartyHour },
  { pk: 'SUBSCRIPTIONS#', sk: 'sub_', shape: storedSubscription },
  { pk: 'REPLAYS', sk: 'sub_', shape: storedReplay },
  { pk: 'FEED#', sk: 'END', shape: storedFeedEnd },
  { pk: 'FEED#', sk: '', shape: storedChange },
  { pk: 'POLL#', sk: '', shape: pollItem },
  { pk: 'QUOTA#', sk: '', shape: quotaItem },
  { pk: 'CHANGED#', sk: '', shape: markItem },
  { pk: 'RECONCILIATION', sk: 'PROGRESS', shape: storedProgress },
  { pk: 'ANCHOR', sk: 'AUDIT', shape: storedAudit },
  { pk: 'FINDINGS#', sk: '', shape: storedFinding },
  { pk: 'KEYRING', sk: 'KEYRING', shape: storedKeyring.strict() },
];

/** The kind of an item by its key; undefined if not in the register. */
export function storedKind(key: { readonly pk: string; readonly sk: string }): StoredKind | undefined {
  const fitting = STORED_KINDS.filter(({ pk, sk }) => key.pk.startsWith(pk) && key.sk.startsWith(sk));
  // `EXPORTS#…` also matches `EXPORT`: the longest prefix wins.
  return fitting.toSorted((a, b) => b.pk.length + b.sk.length - a.pk.length - a.sk.length)[0];
}
