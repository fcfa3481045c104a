import { afterEach, describe, expect, test } from 'vitest';
import type { TaxOfficeMood } from '../../../outside/tax-office/server.ts';
import type { Caller, Sent } from '../../support/api-caller.ts';
import { eventually } from '../../support/eventually.ts';
import { LAND, PLAIN } from './test-procedures.ts';
import { accepted, decided, expectRefusal, OWNER, type World } from './world.ts';

const OTHER = { name: 'Trần Văn Bình', identityNumber: '025078000012' };

/** A slip that is right. */
export const landSlip = {
  parcel: {
    parcel: '128',
    mapSheet: '12',
    address: 'Khu 5, phường Nông Trang, tỉnh Phú Thọ',
    area: '120.5',
    use: 'ODT – đất ở tại đô thị',
    position: 'Vị trí 1',
    origin: 'Nhận chuyển nhượng',
  },
  obligations: [
    { kind: 'registrationFee', obliged: 'applicant' },
    { kind: 'personalIncomeTax', obliged: 'other' },
  ],
  other: OTHER,
};

/** A land dossier at the step from which the tax office can be asked. */
export const landToAsk = async (world: World): Promise<string> =>
  (await accepted(world, { procedure: LAND })).code;

/** One whose slip is to be sent; its id. */
export async function landAsked(world: World): Promise<{ readonly code: string; readonly slip: string }> {
  const code = await landToAsk(world);
  const sent = await world.handler.call('sendLandSlip', { params: { code }, body: landSlip });
  expect(sent.status, JSON.stringify(sent.body)).toBe(200);
  return { code, slip: sent.body.slip };
}

let notices = 0;
const TREASURY = { number: '7111.0.1234567', holder: 'Kho bạc Nhà nước', at: 'Kho bạc Nhà nước' };

/** A notice of 750.000 đồng, with another number each time. */
const noticeOf = ({ code, slip }: { code: string; slip: string }, own: object = {}) => {
  notices++;
  return {
    type: 'notice',
    slip,
    dossier: code,
    number: `LTB${notices}/TB-CCT`,
    issuedOn: '2026-11-23',
    dueOn: '2026-12-23',
    lines: [{ kind: 'registrationFee', amount: 750_000, subItem: '2801' }],
    total: 750_000,
    treasury: TREASURY,
    paymentCode: '11060012611230001',
    ...own,
  };
};

/** A message of the tax office, signed. */
const signedMessage = ({ taxOffice }: World, message: object): Sent => ({
  body: message,
  headers: taxOffice.headersFor(JSON.stringify(message)),
});
const told = (world: World, message: object) =>
  world.anonymous.call('tellLandTax', signedMessage(world, message));

/** A genuine notice of a dossier that waits for one. */
export const landTold = async (world: World): Promise<Sent> => {
  const asked = await landAsked(world);
  return signedMessage(world, noticeOf(asked));
};

/** A dossier whose payment is waited for, and the number of its notice. */
export async function landNoticed(world: World) {
  const asked = await landAsked(world);
  const notice = noticeOf(asked);
  expect((await told(world, notice)).body).toEqual({ taken: true });
  return { ...asked, notice: notice.number };
}

/** The exchange with the tax office: slips, notices, proofs, and what of it is refused. */
export function landTax(open: () => World): void {
  describe('land and tax', () => {
    afterEach(() => {
      open().taxOffice.mood = 'up';
    });
    const inMood = (mood: TaxOfficeMood) => {
      open().taxOffice.mood = mood;
    };
    const head = async (code: string) => (await open().owner.call('getDossier', { params: { code } })).body;
    const view = async (code: string, by: Caller = open().handler) =>
      (await by.call('getLandTax', { params: { code } })).body;
    const proof = { document: 'GNT-0001', amount: 750_000, paidOn: '2026-11-23' };
    /** Lets the schedule run until the slip stands so. */
    const until = async (code: string, state: string) => {
      await open().clock.advanceTo(open().clock.now() + 6 * 60_000);
      await eventually(async () => (await view(code)).slips.at(-1)?.state === state || undefined, {
        within: 45_000,
      });
      return (await view(code)).slips.at(-1);
    };

    test('a slip is sent, its notice pauses for the payment, and the citizen sees it apart from fees', async () => {
      const { taxOffice, owner, anonymous } = open();
      const { code, slip } = await landAsked(open());
      expect(slip).toBe(`${code}.pc1`);
      expect(await head(code)).toMatchObject({ handling: 'processing', dueAt: null, landTax: true });
      expect((await view(code)).slips).toMatchObject([{ slip, state: 'queued', other: OTHER.name }]);
      expect(await until(code, 'taken')).toMatchObject({
        number: expect.stringMatching(/^PC/),
        trouble: null,
      });
      const sent = taxOffice.slips().find(each => each.slip === slip);
      expect(sent?.message).toMatchObject({
        dossier: code,
        applicant: { name: 'Nguyễn Văn An', number: OWNER },
        other: { name: OTHER.name, number: OTHER.identityNumber },
      });
      expect((await taxOffice.notice(slip)).status).toBe(200);
      expect(await head(code)).toMatchObject({ handling: 'awaitingPayment', money: 'none' });
      const { body } = await owner.call('listPayments', { params: { code } });
      expect(body).toMatchObject({ owed: 0, payments: [], treasury: { left: 3_250_000, paid: 0 } });
      const query = new URL(body.link, open().url).searchParams;
      const params = { code: query.get('code') ?? '', key: query.get('key') ?? '' };
      const page = (await anonymous.call('getPayment', { params })).body;
      expect(page).toMatchObject({ owed: 0, vietQr: null, treasury: { left: 3_250_000 } });
      expect(JSON.stringify(page)).not.toContain('Nguyễn');
      expectRefusal(await anonymous.call('openPayment', { params }), 409, 'nothing-to-pay');
      const history = JSON.stringify((await owner.call('getHistory', { params: { code } })).body);
      for (const personal of [OWNER, OTHER.identityNumber, OTHER.name, landSlip.parcel.address])
        expect(history).not.toContain(personal);
      const { number } = page.treasury;
      await taxOffice.payment(slip, number, 1_000_000);
      expect(await head(code)).toMatchObject({ handling: 'awaitingPayment' });
      await taxOffice.payment(slip, number, 2_250_000);
      expect(await head(code)).toMatchObject({ handling: 'processing', dueAt: expect.any(String) });
      expect((await owner.call('listPayments', { params: { code } })).body).toMatchObject({
        payments: [],
        link: null,
        treasury: { left: 0 },
      });
      expect(await (await fetch(taxOffice.page)).text()).toContain(slip);
    });

    test('what the tax office tells twice is one thing; with another amount it is refused', async () => {
      const asked = await landAsked(open());
      const notice = noticeOf(asked);
      for (let time = 0; time < 3; time++) expect((await told(open(), notice)).body).toEqual({ taken: true });
      const other = { ...notice, lines: [{ kind: 'registrationFee', amount: 1000 }], total: 1000 };
      expectRefusal(await told(open(), other), 422, 'request-invalid');
      expect((await view(asked.code)).treasury.total).toBe(750_000);
    });

    test.each([
      ['negative', { lines: [{ kind: 'landRent', amount: -1 }], total: -1 }],
      ['with decimals', { lines: [{ kind: 'landRent', amount: 1.5 }], total: 1.5 }],
      ['another sum', { total: 749_999 }],
      ['without an account', { treasury: null }],
      ['due in a year that nobody meant', { dueOn: '9026-12-23' }],
      ['of an unknown kind', { lines: [{ kind: 'chickenTax', amount: 1 }], total: 1 }],
    ])('a notice of an amount that is %s is refused', async (_, own) => {
      const asked = await landAsked(open());
      expectRefusal(await told(open(), noticeOf(asked, own)), 422, 'request-invalid');
      expect((await head(asked.code)).handling).toBe('processing');
    });

    test('forged, unknown, of another dossier, out of place: each is refused, and changes nothing', async () => {
      const { anonymous, taxOffice } = open();
      const asked = await landAsked(open());
      const other = await landAsked(open());
      const notice = noticeOf(asked);
      inMood('forged');
      expectRefusal(await told(open(), notice), 401, 'notice-forged');
      inMood('up');
      expectRefusal(await anonymous.call('tellLandTax', { body: notice }), 401, 'notice-forged');
      // Signed an hour ago.
      const body = JSON.stringify(notice);
      await open().clock.advanceTo(open().clock.now() + 11 * 60_000);
      const late = taxOffice.headersFor(body);
      await open().clock.advanceTo(open().clock.now() + 11 * 60_000);
      expectRefusal(
        await anonymous.call('tellLandTax', { body: notice, headers: late }),
        422,
        'request-invalid',
      );
      const nobody = { ...notice, slip: `${asked.code}.pc9` };
      expectRefusal(await told(open(), nobody), 404, 'not-found');
      expectRefusal(await told(open(), { ...notice, dossier: other.code }), 422, 'request-invalid');
      const payment = { type: 'payment', slip: asked.slip, dossier: asked.code, notice: 'TB-0', ...proof };
      expectRefusal(await told(open(), payment), 409, 'state-conflict');
      expect((await head(asked.code)).handling).toBe('processing');
    });

    test('a slip that is refused is put right and sent again, in the same pause', async () => {
      const { handler } = open();
      inMood('refuses');
      const { code } = await landAsked(open());
      expect(await until(code, 'refused')).toMatchObject({ refusal: { code: 'TK-03' } });
      inMood('up');
      expect((await view(code)).sendable).toBe(true);
      const again = await handler.call('sendLandSlip', { params: { code }, body: landSlip });
      expect(again.body.slip).toBe(`${code}.pc2`);
      expect((await view(code)).slips).toHaveLength(2);
    });

    test('a lost answer is asked about, and the slip is there once; one that is down is tried again', async () => {
      const { taxOffice } = open();
      // Whatever else waits is sent before.
      await until((await landAsked(open())).code, 'taken');
      inMood('loses-answer');
      const lost = await landAsked(open());
      expect(await until(lost.code, 'unsure')).toMatchObject({ trouble: 'unreachable', tries: 1 });
      inMood('silent');
      // The notice is told to nobody, and found when the slip is asked about.
      await taxOffice.notice(lost.slip);
      await until(lost.code, 'taken');
      expect(taxOffice.slips().find(({ slip }) => slip === lost.slip)?.times).toBe(1);
      expect(await head(lost.code)).toMatchObject({ handling: 'awaitingPayment' });
    });

    test('an officer accepts the citizen’s document; what of it is wrong is refused', async () => {
      const { handler, otherHandler, reception } = open();
      const { code, slip, notice } = await landNoticed(open());
      const record = (body: object, by = handler, headers = {}) =>
        by.call('recordLandProof', { params: { code }, body, headers });
      const right = { notice, ...proof, amount: 250_000 };
      expectRefusal(await record({ ...right, amount: 0 }), 422, 'request-invalid');
      expectRefusal(await record({ ...right, paidOn: '2027-11-23' }), 422, 'request-invalid');
      expectRefusal(await record({ ...right, notice: 'TB-9' }), 409, 'state-conflict');
      expectRefusal(await record(right, otherHandler), 409, 'task-assigned');
      expectRefusal(await record(right, reception), 403, 'forbidden');
      expectRefusal(await record(right, handler, { 'if-match': '"999"' }), 412, 'precondition-failed');
      expect((await record(right)).status).toBe(200);
      expectRefusal(await record(right), 409, 'state-conflict');
      expect((await head(code)).handling).toBe('awaitingPayment');
      // The tax office tells of the same document: known. Another one pays the rest.
      const payment = { type: 'payment', slip, dossier: code, ...right };
      expect((await told(open(), payment)).body).toEqual({ taken: true });
      expect((await view(code)).treasury).toMatchObject({ paid: 250_000, left: 500_000 });
      expect((await record({ ...right, document: 'GNT-0002', amount: 500_000 })).status).toBe(200);
      expect(await head(code)).toMatchObject({ handling: 'processing' });
    });

    test('a notice is corrected by one that names it, and withdrawn', async () => {
      const noticed = await landNoticed(open());
      const { code, slip, notice } = noticed;
      expectRefusal(await told(open(), noticeOf(noticed)), 409, 'state-conflict');
      const corrected = noticeOf(noticed, {
        lines: [{ kind: 'landUseFee', amount: 9_000_000 }],
        total: 9_000_000,
        replaces: notice,
      });
      expect((await told(open(), corrected)).status).toBe(200);
      expect((await view(code)).treasury).toMatchObject({ number: corrected.number, left: 9_000_000 });
      const withdrawal = { type: 'withdrawal', slip, dossier: code, notice: corrected.number };
      expect((await told(open(), withdrawal)).status).toBe(200);
      expect(await head(code)).toMatchObject({ handling: 'processing', dueAt: null });
      const nothing = { lines: [], total: 0, dueOn: null, treasury: null, paymentCode: null };
      expect((await told(open(), noticeOf(noticed, nothing))).status).toBe(200);
      expect(await head(code)).toMatchObject({ handling: 'processing', dueAt: expect.any(String) });
    });

    test('a slip that is not right, or out of place, is refused', async () => {
      const { handler, otherHandler, reception } = open();
      const { code } = await landAsked(open());
      const send = (params: { code: string }, body: object = landSlip, by = handler, headers = {}) =>
        by.call('sendLandSlip', { params, body, headers });
      expectRefusal(await send({ code }), 409, 'state-conflict');
      const fresh = { code: await landToAsk(open()) };
      const { other: _, ...alone } = landSlip;
      expectRefusal(await send(fresh, alone), 422, 'request-invalid');
      const flat = { ...landSlip, parcel: { ...landSlip.parcel, area: '0.00' } };
      expectRefusal(await send(fresh, flat), 422, 'request-invalid');
      const twice = [landSlip.obligations[0], landSlip.obligations[0]];
      expectRefusal(await send(fresh, { ...alone, obligations: twice }), 422, 'request-invalid');
      expectRefusal(await send(fresh, landSlip, reception), 403, 'forbidden');
      expectRefusal(
        await send(fresh, landSlip, handler, { 'if-match': '"999"' }),
        412,
        'precondition-failed',
      );
      const id = `${fresh.code}.t2`;
      await otherHandler.call('assignTask', { params: { id }, body: { assignee: 'thuly2.h44-101' } });
      expectRefusal(await send(fresh), 409, 'task-assigned');
      const plain = await accepted(open(), { procedure: PLAIN });
      expectRefusal(await send({ code: plain.code }), 409, 'state-conflict');
      expect(await view(plain.code)).toMatchObject({ sendable: false, slips: [], treasury: null });
      // A pause that somebody began by hand, and a slip that follows it.
      const paper = await accepted(open(), { procedure: LAND });
      await decided(handler, paper.task, {
        decision: 'pause',
        kind: 'landObligationNotice',
        reason: 'Phiếu giấy',
      });
      expect((await send({ code: paper.code })).status).toBe(200);
    });
  });
}
