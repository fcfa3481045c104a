import { expect, test } from 'vitest';
import { unitsAt } from '../../../functions/records/organization/units-at.ts';
import { loadStarterProvince } from '../../../province/load-starter-province.ts';
import type { OrganizationVersion } from '../../../schemas/stored/organization.ts';

const [unit] = loadStarterProvince().units;
if (!unit) throw new Error('the starter province has no units');
const versions: readonly OrganizationVersion[] = ['2026-01-01', '2026-06-01', '2026-11-01'].map(
  (day, index) => ({
    version: index + 1,
    recordedAt: `${day}T08:00:00+07:00`,
    units: [{ ...unit, name: `Tên thứ ${index + 1}` }],
  }),
);
const store = {
  current: async () => versions.at(-1),
  version: async (version: number) => versions[version - 1],
};

test.each([
  ['2026-12-01T00:00:00Z', 'Tên thứ 3'],
  ['2026-11-01T08:00:00+07:00', 'Tên thứ 3'],
  ['2026-11-01T07:59:59+07:00', 'Tên thứ 2'],
  ['2026-05-31T00:00:00Z', 'Tên thứ 1'],
  ['2025-01-01T00:00:00Z', 'Tên thứ 1'],
])('units are named as at %s', async (at, name) => {
  expect((await unitsAt(store, Date.parse(at))).map(found => found.name)).toEqual([name]);
});

test('before any are published there are none', async () => {
  expect(await unitsAt({ current: async () => undefined, version: async () => undefined }, 0)).toEqual([]);
});
