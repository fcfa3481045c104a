import type { OrganizationStore } from '../../../records/organization/organization-store.ts';

/** The names of units, by code; at least of those requested that were ever published. */
export type UnitNames = (codes: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/**
 * Current names of units. A unit no longer in the list is named as in the last version that has it; each version is
 * read once, and only as far back as needed.
 */
export function unitNames(organization: Pick<OrganizationStore, 'current' | 'version'>): UnitNames {
  const names = new Map<string, string>();
  let before: number | undefined;
  return async codes => {
    while (before !== 0 && codes.some(code => !names.has(code))) {
      const found = await (before === undefined ? organization.current() : organization.version(before));
      for (const { code, name } of found?.units ?? []) if (!names.has(code)) names.set(code, name);
      before = (before ?? found?.version ?? 1) - 1;
    }
    return names;
  };
}
