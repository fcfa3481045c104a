import { questionOf } from '../../domain/lists/dossier-filters.ts';
import { dateOf, type Instant, parseInstant } from '../../domain/vietnam-time.ts';
import type { DossierLists } from '../lists/dossier-lists.ts';
import type { OrganizationStore } from '../organization/organization-store.ts';

/** Every unit that ever was, in order: dossiers are numbered by the one that received them. */
export async function everyAgency(
  organization: Pick<OrganizationStore, 'current' | 'version'>,
): Promise<string[]> {
  const current = await organization.current();
  const versions = Array.from({ length: current?.version ?? 0 }, (_, nth) => organization.version(nth + 1));
  const units = (await Promise.all(versions)).flatMap(version => version?.units ?? []);
  return [...new Set(units.map(({ code }) => code))].sort();
}

/**
 * The first day on which there can be a dossier: none is received before there are units, but for what came from
 * elsewhere.
 */
export async function firstDayOfAll(
  stores: {
    readonly organization: Pick<OrganizationStore, 'version'>;
    readonly lists: Pick<DossierLists, 'page'>;
  },
  now: Instant,
): Promise<string> {
  const first = await stores.organization.version(1);
  const place = { after: undefined, limit: 1, now };
  const oldest = await stores.lists.page({ kind: 'province' }, questionOf({ order: 'asc' }, now), place);
  const instants = [first?.recordedAt, oldest.items[0]?.submittedAt].filter(at => at !== undefined);
  return dateOf(Math.min(now, ...instants.map(parseInstant)));
}
