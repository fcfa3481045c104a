import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { checkOf, stamp } from '../../../outside/payment-platform/check.ts';
import type { PlatformMood } from '../../../outside/payment-platform/server.ts';
import type { Sent } from '../../support/api-caller.ts';
import { eventually } from '../../support/eventually.ts';
import { PAID_AT_RETURN, PAID_BEFORE, PLAIN, RELIEVED } from './test-procedures.ts';
import { accepted, expectRefusal, signed, submission, submitted, type World } from './world.ts';

const RELIEF = 'digital-criminal-record';
const PROOF = 'digital-citizen';

/** The code and key of the payment link of a dossier that owes something. */
export async function paymentLink(world: World, code: string) {
  const { link } = (await world.owner.call('listPayments', { params: { code } })).body;
  const query = new URL(link, world.url).searchParams;
  return { code: query.get('code') ?? '', key: query.get('key') ?? '' };
}

/** A notice of the platform of a payment of nobody, signed, each another. */
export function platformNotice({ gateways, clock }: World): Record<string, string> {
  const { partner, secret } = gateways.platform;
  const fields = {
    LoaiBanTin: 'IPN',
    MaLoi: '00',
    MaDoiTac: partner,
    MaThamChieu: 'MC0000000000',
    SoTien: '12000',
    MaTienTe: 'VND',
    MaGiaoDich: `GD${randomUUID()}`,
    MaNganHang: 'VCB',
    ThoiGianGD: stamp(clock.now()),
    ThongTinGiaoDich: 'Nop phi',
  };
  return { ...fields, MaXacThuc: checkOf(Object.values(fields), secret) };
}

/** A notice of the bank, signed, each another. */
export function bankNotice({ gateways }: World): Pick<Sent, 'body' | 'headers'> {
  const { body, headers } = gateways.bank.notice({ amount: 12_000, purpose: 'nop phi' });
  return { body: JSON.parse(body), headers };
}

/** A dossier that waits for its fee of 15.000 đồng before the examination. */
export async function waitingForFee(world: World): Promise<string> {
  const code = await submitted(world.owner, { procedure: PAID_BEFORE });
  const body = { decision: 'accept' };
  await world.reception.call('decideTask', { params: { id: `${code}.t1` }, body });
  return code;
}

/** Lets the schedule ask, five minutes after five minutes: an ask during which the clock is moved on has no answer. */
async function byTheSchedule<Found>(
  clock: World['clock'],
  look: () => Promise<Found | undefined>,
): Promise<Found> {
  for (let round = 0; ; round++) {
    await clock.advanceTo(clock.now() + 5 * 60_000);
    try {
      return await eventually(look, { within: 8000 });
    } catch (error) {
      if (round === 8) throw error;
    }
  }
}

/** Paying by link at the platform and by VietQR, and what gateways tell. */
export function payments(open: () => World): void {
  describe('paying online', () => {
    afterEach(async () => {
      const { gateways, clock } = open();
      gateways.bank.mood = 'up';
      if (gateways.platform.mood === 'up') return;
      gateways.platform.mood = 'up';
      await clock.advanceTo(clock.now() + 31_000);
    });
    const inMood = (mood: PlatformMood) => {
      open().gateways.platform.mood = mood;
    };
    const look = async (params: { code: string; key: string }) =>
      (await open().anonymous.call('getPayment', { params })).body;
    const head = async (code: string) => (await open().owner.call('getDossier', { params: { code } })).body;
    const credit = (transfer: { amount: number; purpose: string; id?: string }) => {
      const { body, headers } = open().gateways.bank.notice(transfer);
      return open().anonymous.call('notifyBank', { body: JSON.parse(body), headers });
    };

    test('a link shows what is owed with a VietQR code, and names nobody', async () => {
      const code = await waitingForFee(open());
      const link = await paymentLink(open(), code);
      const shown = await look(link);
      expect(shown).toMatchObject({
        dossier: code,
        money: 'due',
        owed: 15_000,
        notPayable: null,
        vietQr: { amount: 15_000, account: expect.stringMatching(/^[0-9A-Z]+$/) },
        platform: { offered: true, payAt: null },
      });
      expect(shown.vietQr.png).toMatch(/^data:image\/png;base64,/);
      expect(JSON.stringify(shown)).not.toContain('Nguyễn Văn An');
      const key = link.key.replace(/^./, sign => (sign === '0' ? '1' : '0'));
      expectRefusal(await open().anonymous.call('getPayment', { params: { code, key } }), 404, 'not-found');
      expectRefusal(await open().anonymous.call('openPayment', { params: { code, key } }), 404, 'not-found');
      const short = { code, key: '123' };
      expectRefusal(await open().anonymous.call('getPayment', { params: short }), 400, 'parameter-invalid');
      expectRefusal(await open().anonymous.call('openPayment', { params: short }), 400, 'parameter-invalid');
    });

    test('the dossier goes on when the platform tells that it was paid, and repeats are one payment', async () => {
      const { anonymous, gateways, owner } = open();
      const code = await waitingForFee(open());
      const params = await paymentLink(open(), code);
      expect((await head(code)).handling).toBe('awaitingPayment');
      const opened = await anonymous.call('openPayment', { params });
      expect(opened.status).toBe(201);
      const { reference, payAt } = opened.body;
      expect(payAt).toContain('/thanh-toan/');
      // Asked again while it is open: the same page.
      expect((await anonymous.call('openPayment', { params })).body.reference).toBe(reference);
      expect((await head(code)).money).toBe('pending');
      await gateways.platform.pay(reference);
      expect(gateways.platform.heard.at(-1)?.status).toBe(200);
      expect(await head(code)).toMatchObject({ handling: 'processing', money: 'paid' });
      await Promise.all(Array.from({ length: 5 }, () => gateways.platform.notify(reference)));
      const { body } = await owner.call('listPayments', { params: { code } });
      expect(body.payments).toMatchObject([{ amount: 15_000, method: 'online' }]);
      expect(body.link).toBeNull();
      expect(await look(params)).toMatchObject({ owed: 0, received: 15_000, vietQr: null });
      expectRefusal(await anonymous.call('openPayment', { params }), 409, 'nothing-to-pay');
    });

    test('a transfer by VietQR releases a result that waited for the fee', async () => {
      const { code } = await signed(open(), { procedure: PAID_AT_RETURN });
      const { vietQr } = await look(await paymentLink(open(), code));
      const told = await credit({ amount: 20_000, purpose: `MBVCB.123.${vietQr.purpose}.CT tu 0123` });
      expect(told.body).toEqual({ taken: true });
      expect(await head(code)).toMatchObject({ handling: 'returned', money: 'paid' });
    });

    test('too little, and then the rest; too much is held', async () => {
      const code = await waitingForFee(open());
      const { vietQr } = await look(await paymentLink(open(), code));
      await credit({ amount: 5000, purpose: vietQr.purpose, id: `FT-A-${code}` });
      expect(await head(code)).toMatchObject({ handling: 'awaitingPayment', money: 'due' });
      expect((await look(await paymentLink(open(), code))).owed).toBe(10_000);
      await credit({ amount: 11_000, purpose: vietQr.purpose, id: `FT-B-${code}` });
      expect(await head(code)).toMatchObject({ handling: 'processing', money: 'overpaid' });
      const again = await credit({ amount: 11_000, purpose: vietQr.purpose, id: `FT-B-${code}` });
      expect(again.body).toEqual({ taken: true });
      const other = await credit({ amount: 12_000, purpose: vietQr.purpose, id: `FT-B-${code}` });
      expectRefusal(other, 422, 'request-invalid');
    });

    test('money that names no dossier is kept', async () => {
      const told = await credit({ amount: 70_000, purpose: 'nop le phi', id: 'FT-NOBODY' });
      expect(told.body).toEqual({ taken: true });
      const again = await credit({ amount: 70_000, purpose: 'nop le phi', id: 'FT-NOBODY' });
      expect(again.body).toEqual({ taken: true });
    });

    test.each(['forged', 'stale'] as const)('a notice of a bank that is %s is refused', async mood => {
      open().gateways.bank.mood = mood;
      const refused = await credit({ amount: 1000, purpose: 'x' });
      if (mood === 'forged') expectRefusal(refused, 401, 'notice-forged');
      else expectRefusal(refused, 422, 'request-invalid');
    });

    test('a notice of the platform with a wrong check code changes nothing', async () => {
      const { anonymous, gateways } = open();
      const code = await waitingForFee(open());
      const { reference } = (await anonymous.call('openPayment', { params: await paymentLink(open(), code) }))
        .body;
      inMood('bad-code');
      await gateways.platform.pay(reference);
      expect(gateways.platform.heard.at(-1)?.status).toBe(401);
      expect((await head(code)).money).toBe('pending');
      expectRefusal(await anonymous.call('notifyPlatform', { body: { MaLoi: '00' } }), 401, 'notice-forged');
      expectRefusal(await anonymous.call('notifyPlatform', { body: { MaLoi: {} } }), 422, 'request-invalid');
    });

    test('a lost notice, and a lost answer to the opening, are found by asking', async () => {
      const { anonymous, gateways, clock } = open();
      const code = await waitingForFee(open());
      inMood('silent');
      const { reference } = (await anonymous.call('openPayment', { params: await paymentLink(open(), code) }))
        .body;
      await gateways.platform.pay(reference);
      expect((await head(code)).money).toBe('pending');
      inMood('up');
      await clock.advanceTo(clock.now() + 11 * 60_000);
      // A function that starts for the first time, on a busy machine.
      await eventually(async () => (await head(code)).money === 'paid' || undefined, { within: 45_000 });
    });

    test('a request waits for a platform that is down, is said so, and is opened once it answers', async () => {
      const { anonymous, clock } = open();
      const code = await waitingForFee(open());
      const params = await paymentLink(open(), code);
      inMood('down');
      const asked = await anonymous.call('openPayment', { params });
      expect(asked).toMatchObject({ status: 201, body: { payAt: null } });
      expect((await anonymous.call('openPayment', { params })).code).toBe('request-in-progress');
      await clock.advanceTo(clock.now() + 20_000);
      expect((await anonymous.call('openPayment', { params })).body).toEqual(asked.body);
      expect(await look(params)).toMatchObject({
        owed: 15_000,
        money: 'pending',
        vietQr: { amount: 15_000 },
        platform: { payAt: null, queuedSince: expect.any(String) },
      });
      inMood('up');
      const page = await byTheSchedule(clock, async () => (await look(params)).platform.payAt ?? undefined);
      expect((await anonymous.call('openPayment', { params })).body).toEqual({ ...asked.body, payAt: page });
      expect((await look(params)).platform.queuedSince).toBeNull();
    });

    test('an opening that the platform refuses has failed, and can be tried again', async () => {
      const { anonymous } = open();
      const code = await waitingForFee(open());
      const params = await paymentLink(open(), code);
      inMood('refuses');
      expectRefusal(await anonymous.call('openPayment', { params }), 503, 'gateway-unavailable');
      expect((await head(code)).money).toBe('failed');
      inMood('up');
      expect((await anonymous.call('openPayment', { params })).body.payAt).toContain('/thanh-toan/');
    });

    test('an opening whose answer was lost is given up for another, and both are asked about', async () => {
      const { anonymous, gateways, clock } = open();
      const code = await waitingForFee(open());
      const params = await paymentLink(open(), code);
      inMood('loses-answer');
      const lost = (await anonymous.call('openPayment', { params })).body;
      expect(lost.payAt).toBeNull();
      inMood('up');
      await clock.advanceTo(clock.now() + 31_000);
      const { reference, payAt } = (await anonymous.call('openPayment', { params })).body;
      expect(reference).not.toBe(lost.reference);
      expect(payAt).toContain('/thanh-toan/');
      // Money for the first still finds its dossier.
      await gateways.platform.pay(lost.reference);
      expect(await head(code)).toMatchObject({ money: 'paid' });
    });

    test('a relief that is asked for keeps the fee from being paid until an officer settles it', async () => {
      const { anonymous, owner, reception } = open();
      const { items } = (await anonymous.call('listReliefs', { params: { code: RELIEVED } })).body;
      expect(items).toMatchObject([{ relief: RELIEF, evidence: [{ kind: PROOF }], until: '2027-02-28' }]);
      const code = await submitted(owner, {
        procedure: RELIEVED,
        reliefs: [{ relief: RELIEF, evidence: PROOF }],
      });
      const params = await paymentLink(open(), code);
      expect(await look(params)).toMatchObject({
        owed: 200_000,
        vietQr: null,
        notPayable: expect.stringContaining('miễn, giảm'),
      });
      expectRefusal(await anonymous.call('openPayment', { params }), 409, 'nothing-to-pay');
      const task = await reception.call('getTask', { params: { id: `${code}.t1` } });
      expect(task.body.reliefs).toMatchObject([{ relief: RELIEF, asked: PROOF }]);
      const reliefs = [{ relief: RELIEF, evidence: { kind: PROOF, attestedBy: 'officer' } }];
      const body = { decision: 'accept', reliefs };
      await reception.call('decideTask', { params: { id: `${code}.t1` }, body });
      expect(await head(code)).toMatchObject({ handling: 'accepted', money: 'waived' });
    });

    test('one that is not granted leaves the fee to be paid', async () => {
      const { owner, reception } = open();
      const reliefs = [{ relief: RELIEF, evidence: PROOF }];
      const code = await submitted(owner, { procedure: RELIEVED, reliefs });
      await reception.call('decideTask', { params: { id: `${code}.t1` }, body: { decision: 'accept' } });
      expect(await look(await paymentLink(open(), code))).toMatchObject({
        owed: 200_000,
        notPayable: null,
        vietQr: { amount: 200_000 },
      });
    });

    test.each([
      [
        'is not meant for the procedure',
        PAID_BEFORE,
        [{ relief: RELIEF, evidence: PROOF }],
        '/reliefs/0/relief',
      ],
      [
        'is asked for twice',
        RELIEVED,
        Array(2).fill({ relief: RELIEF, evidence: PROOF }),
        '/reliefs/1/relief',
      ],
      ['is proved by nothing', RELIEVED, [{ relief: RELIEF, evidence: 'promise' }], '/reliefs/0/evidence'],
    ])('a relief that %s is refused', async (_, procedure, reliefs, pointer) => {
      const body = await submission(open().owner, { procedure, reliefs });
      const refused = await open().owner.call('submitDossier', { body });
      expectRefusal(refused, 422, 'request-invalid');
      expect(refused.body.errors).toMatchObject([{ pointer }]);
    });

    test('nothing is paid for a free dossier', async () => {
      const { code } = await accepted(open(), { procedure: PLAIN });
      expect((await open().owner.call('listPayments', { params: { code } })).body.link).toBeNull();
    });
  });
}
