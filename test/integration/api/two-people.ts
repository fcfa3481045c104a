import { describe, expect, test } from 'vitest';
import { allOperations } from '../../../schemas/api/operations/all.ts';
import { type Caller, devCaller } from '../../support/api-caller.ts';
import {
  accepted,
  correction,
  decided,
  expectRefusal,
  submission,
  submitted,
  UNIT,
  type World,
} from './world.ts';

const ROLES = ['reception', 'handler', 'leader', 'signer'] as const;
/** An officer of a small unit, who is everything there, and who they are as an applicant. */
const ACCOUNT = 'motminh.h44-101';
const PERSON = '025190000009';
const APPLICANT = { kind: 'person', name: 'Hà Thị Một', identityNumber: PERSON };

const record = (own: object = {}) => ({
  id: ACCOUNT,
  unit: UNIT,
  roles: [...ROLES],
  name: 'Hà Thị Một',
  active: true,
  ...own,
});

const officerWith = ({ url, conformance }: World, id: string, unit: string, roles: readonly string[]) =>
  devCaller({ url, conformance }, id, { kind: 'officer', id, unit, roles: [...roles] });

const recorded = async (by: Caller, own: object = {}) =>
  expect((await by.call('recordOfficers', { body: { officers: [record(own)] } })).status).toBe(200);

/** Nobody is alone with a dossier, and nobody has one of their own. */
export function twoPeople(open: () => World): void {
  describe('two people', () => {
    test('whoever received and handled does not sign; somebody else does', async () => {
      const world = open();
      const everybody = await officerWith(world, 'tatca.h44-101', UNIT, ROLES);
      const code = await submitted(world.owner);
      const { nextTask } = await decided(everybody, `${code}.t1`, { decision: 'accept' });
      const proposed = await decided(everybody, nextTask, { decision: 'approve', text: 'Đồng ý.' });
      const { digest: proposal } = proposed.proposal;
      for (const body of [
        { decision: 'approve', proposal },
        { decision: 'refuse', reason: 'Thôi' },
      ]) {
        const answer = await everybody.call('decideTask', { params: { id: proposed.nextTask }, body });
        expectRefusal(answer, 403, 'four-eyes');
      }
      await decided(world.signer, proposed.nextTask, { decision: 'approve', proposal });
    });

    test('an officer is refused every dossier of their own, whatever is asked of it', async () => {
      const world = open();
      await recorded(world.administrator, { identityNumber: PERSON });
      // A record that does not say the number again keeps it, and nobody is shown it.
      await recorded(world.administrator);
      const { body } = await world.leader.call('listOfficers', { query: { limit: '100' } });
      expect(body.items).toContainEqual(record());
      const officer = await officerWith(world, ACCOUNT, UNIT, ROLES);
      const code = await submitted(world.portal, { applicant: APPLICANT });
      const read = await world.reception.call('getDossier', { params: { code } });
      const file = read.body.components[0].files[0].id;
      const bodies: Readonly<Record<string, object>> = {
        decideTask: { decision: 'accept' },
        assignTask: { assignee: ACCOUNT },
        withdrawDossier: { reason: 'Thôi', request: 'spoken' },
        correctApplicant: correction({ ...APPLICANT, name: 'Hà Thị Hai' }),
      };
      // What only those who apply may ask at all is refused for that.
      const others = ['supplementDossier', 'listAccessRecords'];
      const asked = allOperations.filter(
        ({ action, path, id }) =>
          /^(dossier|task)\./.test(action) && path.includes('{') && !others.includes(id),
      );
      expect(asked.length).toBeGreaterThan(8);
      for (const { id: operation, path } of asked) {
        const params = path.startsWith('/v1/tasks') ? { id: `${code}.t1` } : { code, id: file };
        const answer = await officer.call(operation, {
          params,
          ...(bodies[operation] && { body: bodies[operation] }),
        });
        expect({ operation, status: answer.status, code: answer.code }).toEqual({
          operation,
          status: 403,
          code: 'own-dossier',
        });
      }
      const own = {
        channel: 'counter',
        applicant: APPLICANT,
        components: [{ component: 'c1', paperCopies: 1 }],
      };
      expectRefusal(
        await officer.call('submitDossier', { body: await submission(officer, own) }),
        403,
        'own-dossier',
      );
      // Others' dossiers are theirs to work on.
      const another = await submitted(world.owner);
      await decided(officer, `${another}.t1`, { decision: 'accept' });
    });

    test('of six who take one task at once one gets it', async () => {
      const world = open();
      const { task } = await accepted(world);
      const ids = Array.from({ length: 6 }, (_, nth) => `nguoi${nth}.h44-101`);
      const officers = await Promise.all(ids.map(id => officerWith(world, id, UNIT, ['handler'])));
      const answers = await Promise.all(
        officers.map((officer, nth) =>
          officer.call('assignTask', { params: { id: task }, body: { assignee: ids[nth] } }),
        ),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
      const taken = ids[answers.findIndex(({ status }) => status === 200)];
      for (const { body, code } of answers)
        expect(code === undefined ? body.assignee : code).toBe(code === undefined ? taken : 'task-assigned');
      const { body } = await world.leader.call('getTask', { params: { id: task } });
      expect(body.assignee).toBe(taken);
    });

    test('a record that is closed, elsewhere or without the role ends what a token says, within a minute', async () => {
      const world = open();
      const { administrator, clock } = world;
      await recorded(administrator);
      const officer = await officerWith(world, ACCOUNT, UNIT, ROLES);
      const status = async () => {
        await clock.advanceTo(clock.now() + 60_001);
        return (await officer.call('listTasks')).status;
      };
      expect(await status()).toBe(200);
      for (const own of [{ active: false }, { unit: 'H44.102' }, { roles: ['reception'] }]) {
        await recorded(administrator, own);
        expect(await status(), JSON.stringify(own)).toBe(401);
      }
      await recorded(administrator);
      expect(await status()).toBe(200);
    });
  });
}
