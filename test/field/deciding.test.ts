import { describe, expect, test } from 'vitest';
import { toDong } from '../../schemas/money/dong.ts';
import { consult, missing, opinion, stop } from '../support/lifecycle/decisions.ts';
import { type Office, openOffice } from '../support/lifecycle/office.ts';

const MONDAY = '2026-03-02T08:00:00+07:00';
/** What officers decide is committed before any machine is told, so these need none. */
const NO_MACHINE = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'End',
  States: { End: { Type: 'Succeed' } },
});
const open = (at = MONDAY) => openOffice({ definition: NO_MACHINE, at });

/** A dossier whose handler asked two agencies. */
async function asked(office: Office): Promise<string> {
  const code = await office.submit('1.013225');
  await office.decide(code, { decision: 'accept' });
  await office.decide(code, consult);
  return code;
}

const settled = (outcomes: readonly PromiseSettledResult<unknown>[]) =>
  outcomes.map(({ status }) => status).sort();

test('ustaxcourt/ef-cms-flexion#8051, bcgov/entity#32389: what comes seven minutes after midnight is of that day', async () => {
  const office = await open('2026-11-24T00:07:00+07:00');
  const code = await office.submit('1.001193');
  expect(code).toContain('-261124-');
  expect((await office.head(code)).submittedAt).toBe('2026-11-24T00:07:00+07:00');
});

describe('consultations', () => {
  test('flowable/flowable-engine#1487, Activiti/Activiti#3054: opinions given at the same moment are all kept', async () => {
    const office = await open();
    const code = await asked(office);
    const at = (unit: string) => office.decide(code, opinion, { unit, unsettled: true });
    expect(settled(await Promise.allSettled(['H44.04', 'H44.08'].map(at)))).toEqual([
      'fulfilled',
      'fulfilled',
    ]);
    const story = await office.story(code);
    expect(story.filter(entry => entry === 'opinionGiven')).toHaveLength(2);
    expect(story.at(-1)).toBe('consultationsClosed');
    expect((await office.head(code)).tasks).toMatchObject([{ phase: 'step', step: 'examine' }]);
  });

  test.each([
    ['withdrawn', (office: Office, code: string) => office.withdraw(code)],
    ['stopped', (office: Office, code: string) => stopped(office, code)],
  ] as const)(
    'TheHive-Project/TheHive#118, caseflow#13438, #12238: a dossier that is %s leaves nobody a task',
    async (handling, ends) => {
      const office = await open();
      const code = await asked(office);
      await ends(office, code);
      expect(await office.head(code)).toMatchObject({ handling, tasks: [] });
      await expect(office.decide(code, opinion, { unit: 'H44.04' })).rejects.toThrow('no such open task');
    },
  );
});

/** Nobody stops while others are asked: the holder goes on first. */
async function stopped(office: Office, code: string): Promise<void> {
  await office.decide(code, { decision: 'proceed', reason: 'Việc gấp', unheard: ['H44.04', 'H44.08'] });
  await office.decide(code, stop);
}

describe('FredCo-Post-Go-Live-#535, link-it/govpay#635: a fee', () => {
  const DUE = 400_000;
  const paid = { decision: 'recordPayment', method: 'cash', receipt: 'BL-1' } as const;

  async function waiting(office: Office): Promise<{ code: string; amount: number; task: string }> {
    const code = await office.submit('2.001263');
    await office.decide(code, { decision: 'accept' });
    const { amountDue, tasks } = await office.head(code);
    return { code, amount: amountDue ?? DUE, task: tasks[0]?.id ?? '' };
  }

  test('is paid once, however often it is recorded at once', async () => {
    const office = await open();
    const { code, amount, task } = await waiting(office);
    const record = (receipt: string) =>
      office.decide(code, { ...paid, amount: toDong(amount), receipt }, { task, key: receipt });
    const outcomes = await Promise.allSettled(['BL-1', 'BL-2', 'BL-3'].map(record));
    expect(settled(outcomes)).toEqual(['fulfilled', 'rejected', 'rejected']);
    const story = await office.story(code);
    expect(story.filter(entry => entry === 'paid')).toHaveLength(1);
    expect((await office.head(code)).money).toBe('paid');
  });

  test.each([-1, 1])('of another amount is refused (%i đồng off)', async off => {
    const office = await open();
    const { code, amount } = await waiting(office);
    await expect(office.decide(code, { ...paid, amount: toDong(amount + off) })).rejects.toMatchObject({
      code: 'fee-amount-wrong',
    });
    expect((await office.head(code)).money).toBe('due');
  });
});

describe('VietOpenCPS/opencps#1254, #1060, demarche-numerique#11494: supplements', () => {
  test('at intake and again in processing: the code stays, the promised date counts anew', async () => {
    const office = await open();
    const code = await office.submit('1.013225');
    await office.decide(code, missing);
    await office.supplement(code);
    await office.decide(code, { decision: 'accept' });
    const promised = (await office.head(code)).dueOn;
    await office.to('2026-03-04T08:00:00+07:00');
    await office.decide(code, missing);
    expect(await office.head(code)).toMatchObject({ code, handling: 'supplementing', dueOn: null });
    await office.to('2026-03-09T08:00:00+07:00');
    await office.supplement(code);
    const { handling, dueOn } = await office.head(code);
    expect({ handling, later: (dueOn ?? '') > (promised ?? '') }).toEqual({
      handling: 'processing',
      later: true,
    });
  });

  test('two answers at once are one answer', async () => {
    const office = await open();
    const code = await office.submit('1.013225');
    await office.decide(code, missing);
    const outcomes = await Promise.allSettled([office.supplement(code), office.supplement(code)]);
    expect(settled(outcomes)).toEqual(['fulfilled', 'rejected']);
    expect((await office.story(code)).filter(entry => entry === 'supplemented')).toHaveLength(1);
  });
});
