import { describe, expect, test } from 'vitest';
import type { TaskDecisionBody } from '../../schemas/api/decision.ts';
import type { DossierHead } from '../../schemas/dossier/head.ts';
import { type PlannedTask, taskPhase } from '../../schemas/dossier/task.ts';
import { toDong } from '../../schemas/money/dong.ts';
import type { Officer, Unit } from '../../schemas/organization/unit.ts';
import {
  accept,
  approve,
  consult,
  extend,
  forward,
  missing,
  opinion,
} from '../support/lifecycle/decisions.ts';
import { starter } from '../support/lifecycle/memory-province.ts';
import { type Office, officerOf, openOffice } from '../support/lifecycle/office.ts';

/** Three work steps and a signature, free, with H44.04 and H44.08 to be consulted; a fee before the first step. */
const PLAIN = '1.013225';
const PAID = '2.001263';

const COMMUNES = ['H44.101', 'H44.102', 'H44.103'] as const;
const SUCCESSOR = 'H44.104';
/** A department that is asked for its opinion, merged into another that is asked, too. */
const AGENCY = 'H44.04';
const MERGED_AGENCY = 'H44.08';

/** The units as they are from 1 July on: three communes are one with a fourth, a department is part of another. */
const merged: readonly Unit[] = starter.units.map(unit => {
  const successor = (COMMUNES as readonly string[]).includes(unit.code)
    ? SUCCESSOR
    : unit.code === AGENCY && MERGED_AGENCY;
  return successor ? { ...unit, validTo: '2026-06-30', successors: [successor] } : unit;
});

/** A procedure whose results the registry clerk numbers and seals. */
const SEALED_BY_CLERK = '1.004873';

const [FIRST, SECOND, THIRD] = COMMUNES;

/** How a dossier comes to wait where it waits on the last day of June, by what it waits for. */
const courses: Readonly<Record<string, (office: Office) => Promise<string>>> = {
  reception: office => office.submit(PLAIN, { receivingUnit: FIRST }),
  'supplement at intake': office => walked(office, SECOND, [missing]),
  'first step': office => walked(office, THIRD, [accept]),
  'later step': office => walked(office, FIRST, [accept, forward]),
  'supplement in processing': office => walked(office, SECOND, [accept, missing]),
  consultations: office => walked(office, THIRD, [accept, consult]),
  'consultations of a commune that lasts': office => walked(office, 'H44.105', [accept, consult]),
  payment: async office => {
    const code = await office.submit(PAID, { receivingUnit: FIRST });
    await office.decide(code, accept);
    return code;
  },
  'another body': office =>
    walked(office, FIRST, [accept, { decision: 'pause', kind: 'otherDecision', reason: 'Chờ kết luận' }]),
  'signature of an apology': async office => {
    const code = await walked(office, SECOND, [accept]);
    await office.decide(code, { ...extend, newDueOn: '2026-07-27' });
    return code;
  },
  signature: office => walked(office, SECOND, [accept, forward, forward, approve]),
  'seal of the registry': async office => {
    const code = await office.submit(SEALED_BY_CLERK, { receivingUnit: FIRST });
    for (const decision of [accept, forward, approve, { decision: 'approve' } as const])
      await office.decide(code, decision);
    return code;
  },
  collection: office =>
    walked(office, THIRD, [accept, forward, forward, approve, { decision: 'approve' }], {
      returnBy: 'counter',
    }),
};

async function walked(
  office: Office,
  receivingUnit: string,
  decisions: readonly TaskDecisionBody[],
  more: object = {},
): Promise<string> {
  const code = await office.submit(PLAIN, { receivingUnit, ...more });
  for (const decision of decisions) await office.decide(code, decision);
  return code;
}

/** Carries a dossier to its end, whatever it waits for, by officers of the units its tasks are in now. */
async function finish(office: Office, code: string): Promise<void> {
  for (let task = await office.task(code); ; task = await office.task(code)) {
    const [apology] = (await office.head(code)).tasks.filter(({ phase }) => phase === 'apology');
    const [consultation] = (await office.head(code)).tasks.filter(({ phase }) => phase === 'consultation');
    if (apology) await office.signApology(code);
    else if (consultation) await office.decide(code, opinion, { task: consultation.id });
    else if (task.phase === 'supplement') await office.supplement(code);
    else await office.decide(code, nextOf(task, await office.head(code)));
    if ((await office.head(code)).closedAt !== null) return;
  }
}

function nextOf({ phase, step }: PlannedTask, { amountDue }: DossierHead): TaskDecisionBody {
  switch (phase) {
    case 'reception':
      return accept;
    case 'payment':
      return { decision: 'recordPayment', amount: amountDue ?? toDong(0), method: 'cash' };
    case 'others':
      return { decision: 'resume', document: 'Kết luận số 5' };
    case 'seal':
      return { decision: 'seal' };
    case 'collection':
      return { decision: 'handOver', receivedBy: 'Nguyễn Thị Lành' };
    case 'step':
      return step === 'check' ? approve : forward;
    default:
      return { decision: 'approve' };
  }
}

/** The units that end, and what of a dossier is still theirs. */
const theirs = (head: Awaited<ReturnType<Office['head']>>) =>
  [head.receivingUnit, head.competentUnit, ...head.tasks.map(({ unit }) => unit)].filter(
    unit => (COMMUNES as readonly string[]).includes(unit) || unit === AGENCY,
  );

/** What becomes of dossiers when the units that have them end: the history of 1 July 2025, a year later. */
export function successionSuite(definition: () => string): void {
  const open = () => openOffice({ definition: definition(), at: '2026-06-29T08:00:00+07:00' });

  describe('units that end', () => {
    test('hand over dossiers in every state, and officers of the successor carry each to its end', async () => {
      const office = await open();
      const closed = await walked(office, FIRST, [
        accept,
        forward,
        forward,
        approve,
        { decision: 'approve' },
      ]);
      const codes: Record<string, string> = {};
      for (const [name, course] of Object.entries(courses)) codes[name] = await course(office);
      const before = new Map(
        await Promise.all(Object.values(codes).map(async code => [code, await office.head(code)] as const)),
      );

      const waits = [...before.values()].flatMap(({ tasks }) => tasks.map(({ phase }) => phase));
      // A change of the result may wait after the dossier is closed: it stays with its unit, for whose heirs it is.
      expect(new Set(waits)).toEqual(new Set(taskPhase.exclude(['resultChange']).options));

      await office.to('2026-06-30T23:59:00+07:00');
      expect(await office.publish(merged)).toMatchObject({ moved: 0, complete: true });
      await office.to('2026-07-01T00:01:00+07:00');
      // The consultations of the third commune move with the commune, and those at the agency with the agency.
      expect(await office.publish(merged)).toEqual({
        moved: Object.keys(courses).length + 1,
        conflicts: 0,
        complete: true,
        stranded: [],
      });
      expect(await office.publish(merged)).toMatchObject({ moved: 0, complete: true });

      for (const [name, code] of Object.entries(codes)) {
        const head = await office.head(code);
        expect(theirs(head), name).toEqual([]);
        const { dueAt, handling, money, delivery } = before.get(code) ?? head;
        expect(head, name).toMatchObject({ dueAt, handling, money, delivery });
        expect(
          head.tasks.map(({ id, phase, dueAt: due }) => [id, phase, due]),
          name,
        ).toEqual(before.get(code)?.tasks.map(({ id, phase, dueAt: due }) => [id, phase, due]));
        await office.ledger(code);
      }
      expect((await office.head(closed)).competentUnit).toBe(FIRST);

      const numbers: string[] = [];
      for (const code of Object.values(codes)) {
        const had = (await office.head(code)).result;
        await finish(office, code);
        const { handling, result, tasks } = await office.head(code);
        expect({ handling, tasks }, code).toEqual({ handling: 'returned', tasks: [] });
        expect((await office.machines.view(code)).status, code).toBe('SUCCEEDED');
        expect(await office.story(code)).toContain('transferred');
        if (!had && result && !code.startsWith('H44.105')) numbers.push(result.number);
      }
      expect(numbers.toSorted()).toEqual(
        numbers.map((_, index) => `${SUCCESSOR}-KQ2026-${String(index + 1).padStart(6, '0')}`),
      );
    });

    test('number what comes in afterwards by the successor, and take nothing in any more', async () => {
      const office = await open();
      await office.to('2026-07-01T08:00:00+07:00');
      await office.publish(merged);
      expect(await office.submit(PLAIN, { receivingUnit: SUCCESSOR })).toBe('H44.104-260701-0001');
      await expect(office.submit(PLAIN, { receivingUnit: FIRST })).rejects.toMatchObject({
        code: 'unit-unknown',
        faults: [
          { pointer: '/receivingUnit', message: { vi: expect.stringContaining(SUCCESSOR) } },
          { pointer: '/competentUnit' },
        ],
      });
    });

    test('leave a task to its holder who works at the successor now, and free what others held', async () => {
      const office = await open();
      const stays = await walked(office, FIRST, [accept]);
      const goes = await walked(office, SECOND, [accept]);
      const holders = [FIRST, SECOND].map(unit => officerOf(unit, 'handler').id);
      for (const [index, code] of [stays, goes].entries()) await office.assign(code, holders[index] ?? '');
      const held = starter.officers.find(({ id }) => id === holders[0]) as Officer;
      office.record([{ ...held, unit: SUCCESSOR }]);
      await office.to('2026-07-01T00:01:00+07:00');
      await office.publish(merged);
      expect(await office.task(stays)).toMatchObject({ unit: SUCCESSOR, assignee: holders[0] });
      expect(await office.task(goes)).toMatchObject({ unit: SUCCESSOR, assignee: null });
      expect(await office.dossiers.task(stays, 2)).toMatchObject({ unit: SUCCESSOR, assignee: holders[0] });
    });

    test('open nothing new where a workflow still names them: the work begins at the successor', async () => {
      const office = await open();
      await office.to('2026-07-01T08:00:00+07:00');
      await office.publish(merged);
      const code = await walked(office, 'H44.105', [accept, consult]);
      expect((await office.head(code)).tasks.map(({ phase, unit }) => [phase, unit])).toEqual([
        ['consultations', 'H44.105'],
        ['consultation', MERGED_AGENCY],
        ['consultation', MERGED_AGENCY],
      ]);
      await finish(office, code);
    });

    test('sound the alarms of their tasks at the successor', async () => {
      const office = await open();
      const code = await walked(office, THIRD, [accept]);
      await office.to('2026-07-01T00:01:00+07:00');
      await office.publish(merged);
      await office.to('2026-08-20T08:00:00+07:00');
      expect(await office.dossiers.task(code, 2)).toMatchObject({ unit: SUCCESSOR, alarm: 'escalated' });
    });
  });
}
