import { describe, expect, test } from 'vitest';
import { allOperations } from '../../../schemas/api/operations/all.ts';
import { type Caller, devCaller } from '../../support/api-caller.ts';
import { STORED_BIRTH } from './any-operation.ts';
import { landSlip } from './land-tax.ts';
import { hardware } from './pads.ts';
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

/** All that may be asked about one dossier is refused to an officer who is to have nothing to do with it. */
async function refusedEverything(
  officer: Caller,
  { code, file }: { code: string; file: string },
  why: string,
) {
  const bodies: Readonly<Record<string, object>> = {
    decideTask: { decision: 'accept' },
    assignTask: { assignee: ACCOUNT },
    withdrawDossier: { reason: 'Thôi', request: 'spoken' },
    correctApplicant: correction({ ...APPLICANT, name: 'Hà Thị Hai' }),
    declareInterest: { reason: 'Người thân' },
    certifyCopy: { comparedWith: 'original' },
    correctReceipt: { kind: 'replacement', reason: 'Ghi sai tên' },
    decideReceiptCorrection: { approved: true },
    changeLegalHold: { hold: true, reason: 'Đang thanh tra' },
    requestRefund: { amount: 1000, of: 'held', believed: 1000, reason: 'Nộp thừa' },
    decideRefund: { approved: true },
    payRefund: { means: 'cash', document: 'PC 1' },
    recallResult: { reason: 'Trả nhầm người', recovered: true },
    askForInk: { pad: 'pad_00000000000000000000000000', form: '01-2' },
    handInInk: { form: '01-2', documentHash: '0'.repeat(64), ...hardware() },
    returnAgain: { collector: 'owner' },
    proposeResultChange: { kind: 'revoke', ground: 'holderAsks', reason: 'Theo đơn' },
    fetchStoreFileForDossier: STORED_BIRTH,
    sendLandSlip: landSlip,
    recordLandProof: { notice: 'TB-1', document: 'GNT-1', amount: 1000, paidOn: '2026-11-20' },
  };
  // What only those who apply may ask at all is refused for that.
  const others = ['supplementDossier', 'listAccessRecords', 'getCollectionCode'];
  // To declare an interest once more is answered with what stands.
  if (why === 'interest-declared') others.push('declareInterest');
  const asked = allOperations.filter(
    ({ action, path, id }) => /^(dossier|task)\./.test(action) && path.includes('{') && !others.includes(id),
  );
  expect(asked.length).toBeGreaterThan(8);
  for (const { id: operation, path } of asked) {
    const id = idIn(path, file);
    const params = path.startsWith('/v1/tasks') ? { id: `${code}.t1` } : { code, id, refund: 'r2' };
    const answer = await officer.call(operation, {
      params,
      ...(bodies[operation] && { body: bodies[operation] }),
    });
    expect({ operation, status: answer.status, code: answer.code }).toEqual({
      operation,
      status: 403,
      code: why,
    });
  }
}

function idIn(path: string, file: string): string {
  if (path.includes('/forms/')) return '01-2';
  if (path.includes('/receipt-requests/')) return '4f0c2a6e-8d1b-8c35-9a72-5b1e6f7d0c93';
  return path.includes('/receipts/') ? 'EBL01-26TAA-99999999' : file;
}

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
      await refusedEverything(officer, { code, file }, 'own-dossier');
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

    test('whoever declared an interest has nothing to do with the dossier any more, and holds nothing of it', async () => {
      const world = open();
      const account = 'lienquan.h44-101';
      await recorded(world.administrator, { id: account });
      const officer = await officerWith(world, account, UNIT, ROLES);
      const { code, task } = await accepted(world);
      const read = await world.reception.call('getDossier', { params: { code } });
      const file = read.body.components[0].files[0].id;
      const take = { params: { id: task }, body: { assignee: account } };
      expect((await officer.call('assignTask', take)).status).toBe(200);
      const reason = 'Chủ hồ sơ là anh ruột của tôi';
      const declared = await officer.call('declareInterest', { params: { code }, body: { reason } });
      expect(declared.body).toMatchObject({ dossier: code, officer: account, released: [task] });
      await refusedEverything(officer, { code, file }, 'interest-declared');

      const held = (await world.leader.call('getTask', { params: { id: task } })).body.assignee;
      expect(held).toBeNull();
      const given = await world.leader.call('assignTask', take);
      expectRefusal(given, 422, 'request-invalid');
      expect(given.body.errors).toMatchObject([{ pointer: '/assignee' }]);
      const entries = async (by: Caller) =>
        (await by.call('getHistory', { params: { code } })).body.items.filter(
          ({ data }: { data: { type: string } }) => data.type === 'interestDeclared',
        );
      expect(await entries(world.leader)).toMatchObject([{ data: { officer: account, reason } }]);
      expect(await entries(world.owner)).toMatchObject([
        {
          data: { type: 'interestDeclared' },
          withheld: ['/actor/id', '/data/officer', '/data/reason', '/data/tasks'],
        },
      ]);
      // So does whoever declared it, as after a lost answer; of others they say nothing.
      const repeated = await officer.call('declareInterest', { params: { code }, body: { reason } });
      expect(repeated.status).toBe(200);
      expect(repeated.body).toMatchObject({ declaredAt: declared.body.declaredAt, released: [] });
      const another = { params: { code }, body: { reason, officer: 'thuly1.h44-101' } };
      expectRefusal(await officer.call('declareInterest', another), 403, 'interest-declared');
      // The others go on, and a leader who records it once more finds it declared.
      const again = await world.leader.call('declareInterest', {
        params: { code },
        body: { officer: account, reason: 'Đã biết' },
      });
      expect(again.body).toMatchObject({ declaredAt: declared.body.declaredAt, released: [] });
      await decided(world.handler, task, { decision: 'approve', text: 'Đồng ý.' });
    });

    test('a leader records the interest of an officer of the unit; nobody else does', async () => {
      const world = open();
      const { code, task } = await accepted(world);
      await world.handler.call('assignTask', {
        params: { id: task },
        body: { assignee: 'thuly1.h44-101' },
      });
      const body = { officer: 'thuly1.h44-101', reason: 'Vợ của cán bộ là chủ hồ sơ' };
      const declare = (by: Caller, own: object = {}) =>
        by.call('declareInterest', { params: { code }, body: { ...body, ...own } });
      expectRefusal(await declare(world.reception), 403, 'forbidden');
      expectRefusal(await declare(world.leader, { officer: 'thuly1.h44-102' }), 422, 'request-invalid');
      expect((await declare(world.leader)).body.released).toEqual([task]);
      const decision = { params: { id: task }, body: { decision: 'approve', text: 'Đồng ý.' } };
      expectRefusal(await world.handler.call('decideTask', decision), 403, 'interest-declared');
      await decided(world.otherHandler, task, decision.body);
    });

    test('who substitutes signs under their own account, from day to day, and the result says for whom', async () => {
      const world = open();
      const { administrator } = world;
      const unit = 'H44.145';
      const people = {
        head: { id: 'chutich.h44-145', roles: ['signer'] },
        deputy: { id: 'phochutich.h44-145', roles: ['leader'] },
        clerk: { id: 'canbo.h44-145', roles: ['reception', 'handler'] },
      };
      const officers = Object.values(people).map(one => ({ ...one, unit, name: 'Một Người', active: true }));
      await administrator.call('recordOfficers', { body: { officers } });
      const as = ({ id, roles }: { id: string; roles: string[] }) => officerWith(world, id, unit, roles);
      const [deputy, clerk] = [await as(people.deputy), await as(people.clerk)];
      const proposed = async () => {
        const code = await submitted(world.owner, { receivingUnit: unit });
        const { nextTask } = await decided(clerk, `${code}.t1`, { decision: 'accept' });
        const text = { decision: 'approve', text: 'Đồng ý.' };
        const { nextTask: id, proposal } = await decided(clerk, nextTask, text);
        return { code, id, body: { decision: 'approve', proposal: proposal.digest } };
      };
      const first = await proposed();
      const sign = ({ id, body }: typeof first) => deputy.call('decideTask', { params: { id }, body });
      expectRefusal(await sign(first), 403, 'forbidden');

      const params = { code: unit };
      const order = {
        form: 'KT',
        signer: people.deputy.id,
        position: 'Phó Chủ tịch',
        onBehalfOf: people.head.id,
        for: 'Chủ tịch',
        document: '12/QĐ-UBND ngày 20/11/2026',
        from: '2026-11-20',
        to: '2026-11-30',
      };
      const record = (own: object = {}) =>
        administrator.call('recordAuthorization', { params, body: { ...order, ...own } });
      for (const [own, status, code] of [
        [{ to: '2026-11-19' }, 422, 'request-invalid'],
        [{ onBehalfOf: people.deputy.id }, 422, 'authorization-not-allowed'],
        [{ signer: 'khong.co' }, 422, 'authorization-not-allowed'],
      ] as const)
        expectRefusal(await record(own), status, code);
      const none = { params: { code: 'H44.999' }, body: order };
      expectRefusal(await administrator.call('recordAuthorization', none), 422, 'unit-unknown');
      const { body: authorization } = await record();
      expectRefusal(await record(), 409, 'authorization-overlaps');
      const later = { from: '2026-12-02', to: '2026-12-10' };
      expectRefusal(await record(later), 409, 'authorization-gap');

      expect((await sign(first)).status).toBe(200);
      const history = await world.owner.call('getHistory', { params: { code: first.code } });
      const entry = history.body.items.find(
        ({ data }: { data: { type: string } }) => data.type === 'decided',
      );
      expect(entry.data.signature).toEqual({
        form: 'KT',
        position: 'Phó Chủ tịch',
        for: 'Chủ tịch',
        authorization: authorization.id,
        from: '2026-11-20',
        to: '2026-11-30',
      });

      const id = { ...params, id: authorization.id };
      const end = (own: object) => administrator.call('endAuthorization', { params: id, body: own });
      const why = { reason: 'Chủ tịch đã trở lại' };
      expectRefusal(await end({ ...why, on: '2026-11-30' }), 422, 'request-invalid');
      expect((await end({ ...why, on: '2026-11-22' })).body.endedOn).toBe('2026-11-22');
      const gone = { ...params, id: 'au_00000000000000000000000000' };
      const nothing = { params: gone, body: { ...why, on: '2026-11-30' } };
      expectRefusal(await administrator.call('endAuthorization', nothing), 404, 'not-found');
      expectRefusal(await sign(await proposed()), 403, 'authorization-lapsed');
      const signer = await officerWith(world, people.deputy.id, unit, ['leader']);
      expect((await signer.call('listAuthorizations', { params })).body.items).toHaveLength(1);
      expectRefusal(await signer.call('listAuthorizations', { params: { code: UNIT } }), 404, 'not-found');
      const wrong = { params: { code: 'x' } };
      expectRefusal(await administrator.call('listAuthorizations', wrong), 400, 'parameter-invalid');
      // With the role of a signer as well: what was recorded counts.
      const both = { ...people.deputy, roles: ['leader', 'signer'], unit, name: 'Một Người', active: true };
      await administrator.call('recordOfficers', { body: { officers: [both] } });
      const last = await proposed();
      const withRole = await as(both);
      const answer = await withRole.call('decideTask', { params: { id: last.id }, body: last.body });
      expectRefusal(answer, 403, 'authorization-lapsed');
      await decided(await as(people.head), last.id, last.body);
    });

    test('staff of the post receives and hands over, and does nothing else', async () => {
      const world = open();
      const { postal } = world;
      const paper = { channel: 'counter', components: [{ component: 'c1', paperCopies: 1 }] };
      const code = await submitted(postal, paper);
      const first = { params: { id: `${code}.t1` } };
      expect((await postal.call('getTask', first)).status).toBe(200);
      const decide = (body: object) => postal.call('decideTask', { ...first, body });
      expectRefusal(
        await decide({ decision: 'decline', reason: 'Không thuộc thẩm quyền' }),
        403,
        'forbidden',
      );
      const ask = { decision: 'requestSupplement', reason: 'Thiếu giấy tờ', items: ['Giấy tờ'] };
      expectRefusal(await decide(ask), 403, 'forbidden');
      const { nextTask } = await decided(postal, `${code}.t1`, { decision: 'accept' });
      expectRefusal(await postal.call('getTask', { params: { id: nextTask } }), 404, 'not-found');
      const actors = (await world.leader.call('getHistory', { params: { code } })).body.items;
      expect(actors.map(({ actor }: { actor: { role: string } }) => actor.role)).toEqual([
        'postal',
        'postal',
      ]);
      const listed = await postal.call('listTasks', { query: { role: 'handler', assignee: 'anybody' } });
      expect(listed.body.items).toEqual([]);
      const relative = { params: { code }, body: { reason: 'Chủ hồ sơ là chị tôi' } };
      expect((await postal.call('declareInterest', relative)).status).toBe(200);
      for (const operation of ['getDossier', 'getHistory', 'listResults'])
        expectRefusal(await postal.call(operation, { params: { code } }), 403, 'forbidden');
      expectRefusal(await postal.call('listDossiers'), 403, 'forbidden');
      expectRefusal(await postal.call('searchDossiers', { query: { q: code } }), 403, 'forbidden');
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
