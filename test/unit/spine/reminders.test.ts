import { expect, it } from 'vitest';
import { portalStory } from '../../../functions/domain/effects/portal-events.ts';
import { dossierCloudEvent } from '../../../schemas/outside/cloud-event.ts';
import { accept, missing } from '../../support/lifecycle/decisions.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

/** What portals are told of alarms, as they read it. */
const reminders = ({ ledger }: PaperDossier) =>
  portalStory(ledger, 'urn:motcua:H44').events.flatMap(({ event }) =>
    event.data.event === 'reminder' ? [dossierCloudEvent.parse(event).data.reminder] : [],
  );

it('an applicant is reminded of a supplement before its limit, when it has passed, and once more', () => {
  const paper = new PaperDossier('1.013225').decide(accept).decide(missing);
  const [wait] = paper.head.tasks;
  for (const level of ['dueSoon', 'overdue', 'escalated'] as const) {
    paper.at(wait?.alarms[level] ?? '').soundAlarms();
    expect(reminders(paper).at(-1)).toEqual({ of: 'supplement', level, before: wait?.dueAt });
  }
  expect(reminders(paper)).toHaveLength(3);
});

it('what officers are late with is no reminder', () => {
  const paper = new PaperDossier('1.013225').decide(accept);
  expect(paper.at('2027-03-02T09:00:00+07:00').soundAlarms()).toBeGreaterThan(3);
  expect(reminders(paper)).toEqual([]);
});
