import type { Operation } from '../operation.ts';
import { absenceOperations } from './absences.ts';
import { accessRecordOperations } from './access-records.ts';
import { archiveOperations } from './archive.ts';
import { authorizationOperations } from './authorizations.ts';
import { catalogueOperations } from './catalogue.ts';
import { certifiedCopyOperations } from './certified-copies.ts';
import { connectionOperations } from './connections.ts';
import { deadlineOperations } from './deadlines.ts';
import { dossierOperations } from './dossiers.ts';
import { exportOperations } from './exports.ts';
import { formOperations } from './forms.ts';
import { interestOperations } from './interests.ts';
import { landTaxOperations } from './land-tax.ts';
import { moneyOperations } from './money.ts';
import { nationalStoreOperations } from './national-store.ts';
import { organizationOperations } from './organization.ts';
import { padOperations } from './pads.ts';
import { paymentOperations } from './payments.ts';
import { portalEventOperations } from './portal-events.ts';
import { processOperations } from './processes.ts';
import { proofOperations } from './proofs.ts';
import { proposedChangeOperations } from './proposed-changes.ts';
import { receiptOperations } from './receipts.ts';
import { replanningOperations } from './replanning.ts';
import { resultChangeOperations } from './result-changes.ts';
import { returnOperations } from './returns.ts';
import { searchOperations } from './search.ts';
import { selfOperations } from './self.ts';
import { settlingOperations } from './settling.ts';
import { siteOperations } from './site.ts';
import { successionOperations } from './succession.ts';
import { taskOperations } from './tasks.ts';
import { upkeepOperations } from './upkeep.ts';
import { uploadOperations } from './uploads.ts';
import { vaultOperations } from './vault.ts';
import { workCalendarOperations } from './work-calendar.ts';

/** Every operation of the API: the source of routes, documentation and tests. */
export const allOperations: readonly Operation[] = Object.values({
  ...absenceOperations,
  ...accessRecordOperations,
  ...archiveOperations,
  ...authorizationOperations,
  ...catalogueOperations,
  ...certifiedCopyOperations,
  ...connectionOperations,
  ...deadlineOperations,
  ...dossierOperations,
  ...exportOperations,
  ...formOperations,
  ...interestOperations,
  ...landTaxOperations,
  ...moneyOperations,
  ...nationalStoreOperations,
  ...organizationOperations,
  ...padOperations,
  ...paymentOperations,
  ...portalEventOperations,
  ...processOperations,
  ...proofOperations,
  ...proposedChangeOperations,
  ...receiptOperations,
  ...replanningOperations,
  ...resultChangeOperations,
  ...returnOperations,
  ...searchOperations,
  ...selfOperations,
  ...siteOperations,
  ...successionOperations,
  ...settlingOperations,
  ...taskOperations,
  ...uploadOperations,
  ...upkeepOperations,
  ...vaultOperations,
  ...workCalendarOperations,
});

const PUBLIC: ReadonlySet<Operation['action']> = new Set([
  'public.read',
  'pad.hold',
  'payment.follow',
  'payment.tell',
]);

/**
 * Whether an operation is public and needs no token: that of a pad goes by the pad's secret, a payment by its link, a
 * notice by its signature.
 */
export function isPublic({ action }: Operation): boolean {
  return PUBLIC.has(action);
}
