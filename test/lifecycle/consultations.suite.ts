import { describe, expect, test } from 'vitest';
import { consult, opinion } from '../support/lifecycle/decisions.ts';
import { type Office, openOffice } from '../support/lifecycle/office.ts';

const MONDAY = '2026-03-02T08:00:00+07:00';

/** A dossier whose handler asked H44.04 and H44.08, five calendar days each. */
async function asked(office: Office): Promise<string> {
  const code = await office.submit('1.013225');
  await office.decide(code, { decision: 'accept' });
  await office.decide(code, consult);
  return code;
}

const levelsOf = async (office: Office, code: string, task: string) =>
  (await office.story(code))
    .filter(entry => entry.startsWith(`alarm ${task}:`))
    .map(entry => entry.split(':')[1]);

/** Other agencies, asked in parallel inside one wait of the machine. */
export function consultationsSuite(definition: () => string): void {
  const open = () => openOffice({ definition: definition(), at: MONDAY });

  describe('consultations', () => {
    test('passed over at the moment of an answer keep it as a late one, once', async () => {
      const office = await open();
      const code = await asked(office);
      const unheard = ['H44.04', 'H44.08'];
      office.mishaps.beforeChangeCommit.push(() =>
        office.decide(code, { decision: 'proceed', reason: 'Việc gấp', unheard }),
      );
      const { body } = await office.decide(code, opinion, { unit: 'H44.08' });
      expect(body).toMatchObject({ decision: 'giveOpinion', closed: true, proposal: null });
      const opinions = (await office.ledger(code)).filter(({ data }) => data.type === 'opinionGiven');
      expect(opinions).toMatchObject([{ data: { late: true, opinion: opinion.opinion } }]);
      expect(await office.task(code)).toMatchObject({ phase: 'step', step: 'examine' });
    });

    test('answered by all bring the dossier back to the step that asked', async () => {
      const office = await open();
      const code = await asked(office);
      expect(
        (await office.head(code)).tasks.map(({ phase, unit, dueAt }) => [phase, unit, dueAt.slice(0, 10)]),
      ).toEqual([
        ['consultations', 'H44.101', '2026-03-09'],
        ['consultation', 'H44.04', '2026-03-09'],
        ['consultation', 'H44.08', '2026-03-09'],
      ]);
      await office.decide(code, opinion, { unit: 'H44.08' });
      expect((await office.machines.view(code)).path.at(-1)).toBe('Await consultations');
      await office.decide(code, opinion, { unit: 'H44.04' });
      expect(await office.story(code)).toEqual([
        'submitted',
        'accepted',
        'consulted',
        'opinionGiven',
        'opinionGiven',
        'consultationsClosed',
      ]);
      expect((await office.head(code)).tasks).toMatchObject([{ phase: 'step', step: 'examine' }]);
      const { path } = await office.machines.view(code);
      expect(path.slice(-4)).toEqual(['Await consultations', 'Route', 'Await step'].toSpliced(0, 0, 'Route'));
    });

    test('one agency is late: its task alarms, and its late answer counts and says so', async () => {
      const office = await open();
      const code = await asked(office);
      await office.decide(code, opinion, { unit: 'H44.08' });
      await office.to('2026-03-12T09:00:00+07:00');
      expect(await levelsOf(office, code, 't4')).toEqual(['dueSoon', 'overdue', 'escalated']);
      expect(await levelsOf(office, code, 't5')).toEqual([]);
      await office.decide(code, opinion, { unit: 'H44.04' });
      const answers = (await office.ledger(code)).flatMap(({ data }) =>
        data.type === 'opinionGiven' ? [data.late] : [],
      );
      expect(answers).toEqual([false, true]);
      expect(await office.task(code)).toMatchObject({ phase: 'step', step: 'examine' });
      expect((await office.machines.view(code)).path.at(-1)).toBe('Await step');
    });

    test('the holder goes on without the agency that stays silent', async () => {
      const office = await open();
      const code = await asked(office);
      await office.decide(code, opinion, { unit: 'H44.08' });
      const silent = (await office.head(code)).tasks.find(({ unit }) => unit === 'H44.04')?.id ?? '';
      await office.to('2026-03-12T09:00:00+07:00');
      await office.decide(code, { decision: 'proceed', reason: 'Quá hạn trả lời' });
      expect((await office.ledger(code)).at(-1)?.data).toEqual({
        type: 'consultationsClosed',
        unanswered: ['H44.04'],
        reason: 'Quá hạn trả lời',
      });
      expect(await office.task(code)).toMatchObject({ phase: 'step', step: 'examine' });
      expect((await office.dossiers.task(code, 4))?.closed).toMatchObject({ decision: 'unanswered' });
      // The agency's answer after that meets a closed task, and none of its alarms sounds any more.
      const before = await office.head(code);
      await expect(office.decide(code, opinion, { task: silent })).rejects.toThrow('no such open task');
      expect(await office.head(code)).toEqual(before);
      expect((await office.machines.view(code)).path.at(-1)).toBe('Await step');
    });

    test('two last answers at the same moment both count, and the dossier goes back once', async () => {
      const office = await open();
      const code = await asked(office);
      office.mishaps.beforeChangeCommit.push(() => office.decide(code, opinion, { unit: 'H44.08' }));
      await office.decide(code, opinion, { unit: 'H44.04' });
      const story = await office.story(code);
      expect(story.filter(entry => entry === 'opinionGiven')).toHaveLength(2);
      expect(story.filter(entry => entry === 'consultationsClosed')).toHaveLength(1);
      expect((await office.head(code)).tasks).toMatchObject([{ phase: 'step' }]);
    });

    test('stopped by the holder close every task', async () => {
      const office = await open();
      const code = await asked(office);
      await office.decide(code, { decision: 'stop', reason: 'Chủ hồ sơ đề nghị' });
      expect(await office.head(code)).toMatchObject({ handling: 'stopped', tasks: [] });
      const closed = await Promise.all([3, 4, 5].map(number => office.dossiers.task(code, number)));
      expect(closed.map(task => task?.closed?.decision)).toEqual(['stop', 'stopped', 'stopped']);
      expect(await office.machines.view(code)).toMatchObject({ output: { phase: 'stopped' } });
    });
  });
}
