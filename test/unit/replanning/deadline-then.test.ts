import { expect, it } from 'vitest';
import { replan } from '../../../functions/domain/dossier/decisions/replan.ts';
import { unitClocks } from '../../../functions/domain/dossier/unit-clock.ts';
import { parseInstant } from '../../../functions/domain/vietnam-time.ts';
import { getDeadline } from '../../../functions/features/dossiers/get-deadline.ts';
import type { WorkCalendar } from '../../../schemas/work-calendar.ts';
import { accept } from '../../support/lifecycle/decisions.ts';
import { workCalendar } from '../../support/lifecycle/memory-province.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

const next: WorkCalendar = {
  ...workCalendar,
  calendar: {
    ...workCalendar.calendar,
    version: 'next',
    unitDaysOff: [{ date: '2026-03-09', name: { vi: 'Ngày thử', en: 'Test day' } }],
  },
};

it('the date promised before a replanning is explained by the calendar it was counted by', async () => {
  const dossier = new PaperDossier('1.012796').at('2026-03-02T09:00:00+07:00').decide(accept);
  dossier.at('2026-03-04T09:00:00+07:00');
  const rules = { ...dossier.rules, clockOf: unitClocks(next) };
  const { event } = replan(
    { ...dossier.context, rules },
    { reason: 'Lịch mới', workCalendarVersion: 2, outage: null },
  );
  dossier.enter(event ? [event] : []);

  const deadline = async (at: string) => {
    const deps = {
      dossiers: {
        find: async () => ({ head: dossier.head, labels: { procedureName: '', field: '' }, held: false }),
        standing: async () => 'sound',
        events: async (_: string, after: number) => dossier.ledger.slice(after),
      },
      rules: {
        load: async () => dossier.rules,
        workCalendar: async (version: number) => (version === 1 ? workCalendar : next),
      },
      keyring: async () => ({ personKey: () => '', sealCursor: () => '', cursorSealFits: () => true }),
    };
    const call = {
      caller: { kind: 'officer' as const, id: 'o', unit: 'H44.101', roles: ['handler' as const] },
      params: { code: dossier.head.code },
      query: { at },
      body: undefined,
      repeat: { key: undefined, requestHash: '' },
      access: { requestId: 'r', reason: null },
      ifMatch: undefined,
      language: 'en' as const,
      now: parseInstant('2026-03-05T09:00:00+07:00'),
    };
    // Only what the use case touches is given: lists and results are not.
    return (await getDeadline(deps as never, call)).body;
  };
  const then = await deadline('2026-03-03T09:00:00+07:00');
  expect(then).toMatchObject({ dueOn: '2026-03-12', calendarVersion: workCalendar.calendar.version });
  expect(then.text).toContain('12/03/2026');
  const now = await deadline('2026-03-05T08:00:00+07:00');
  expect(now).toMatchObject({ dueOn: '2026-03-13', calendarVersion: 'next' });
  expect(now.text).toContain('Test day');
});
