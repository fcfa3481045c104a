import { nationalCalendar, standardOfficeHours, vietnameseRules } from '../law/calendars/national.ts';
import type { StarterProvince } from '../province/load-starter-province.ts';
import type { ApiClient } from './api-client.ts';

/** Rows per request. */
const BATCH = 50;

/**
 * Loads a province through the administrator’s API, as an operator would after a deployment. Loading it again changes
 * nothing.
 */
export async function loadProvince(
  admin: ApiClient,
  province: StarterProvince,
  say: (line: string) => void,
): Promise<void> {
  const { units, officers, procedures } = province;
  const told = [
    await admin.post('/v1/units', { units }),
    await admin.post('/v1/work-calendar', {
      calendar: nationalCalendar,
      rules: vietnameseRules,
      officeHours: standardOfficeHours,
      units: [],
    }),
  ];
  // Over units or a calendar already in force, others take effect once a second administrator confirms them.
  if (told.some(({ status }) => status === 202))
    say(
      'Other units or another calendar are in force: a second administrator must confirm these (GET /v1/proposed-changes).',
    );
  for (let start = 0; start < officers.length; start += 500) {
    await admin.post('/v1/officers', { officers: officers.slice(start, start + 500) });
  }
  for (let start = 0; start < procedures.length; start += BATCH) {
    await admin.post('/v1/procedures/import', {
      shape: 'motcua',
      items: procedures.slice(start, start + BATCH),
    });
  }
  say(
    `${units.length} units, ${officers.length} officers, ${procedures.length} procedures, calendar ${nationalCalendar.version}.`,
  );
}
