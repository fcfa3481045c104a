import type { CollectingBody } from '../../../schemas/money/receipt.ts';
import { DEFAULT_LETTERS } from '../../../schemas/money/receipt-name.ts';
import type { ReceiptIssuer } from '../../../schemas/money/receipt-provider.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';
import { type CollectingUnit, collectingUnit, isCollecting } from '../../domain/organization/collector-of.ts';
import { endOfDay, parseInstant, startOfDay } from '../../domain/vietnam-time.ts';
import type { OrganizationStore } from '../../records/organization/organization-store.ts';
import { unitsAt } from '../../records/organization/units-at.ts';

export type Organization = Pick<OrganizationStore, 'current' | 'version'>;

/** Who collects a unit's fees: as receipts name it, its serials, who issues and reports them, the units of then. */
export interface Collector {
  readonly body: CollectingBody;
  readonly letters: string;
  readonly issuer: ReceiptIssuer;
  /** Whether a provider that issues them also tells the tax office of them. */
  readonly providerReports: boolean;
  readonly units: readonly Unit[];
}

/** The body that collected for a unit at a moment, as was published then; undefined where none did. */
export async function collectorAt(
  organization: Organization,
  unit: string,
  at: string,
): Promise<Collector | undefined> {
  const units = await unitsAt(organization, parseInstant(at));
  const found = collectingUnit(units, unit);
  if (!found) return undefined;
  const { receiptLetters, receiptIssuer, receiptsReportedBy } = found.collects;
  return {
    body: bodyOf(found),
    letters: receiptLetters ?? DEFAULT_LETTERS,
    issuer: receiptIssuer ?? 'own',
    providerReports: receiptsReportedBy !== 'own',
    units,
  };
}

/** The bodies that collected on a day, those that ended or changed in its course, too. */
export async function bodiesOn(organization: Organization, day: string): Promise<readonly CollectingBody[]> {
  const moments = [startOfDay(day), endOfDay(day) - 1];
  const units = await Promise.all(moments.map(at => unitsAt(organization, at)));
  const bodies = units.flat().filter(isCollecting).map(bodyOf);
  // The name of the evening counts.
  return [...new Map(bodies.map(body => [`${body.taxCode} ${body.unit}`, body])).values()];
}

const bodyOf = ({ code, collects }: CollectingUnit): CollectingBody => ({
  name: collects.name,
  taxCode: collects.taxCode,
  unit: code,
});
