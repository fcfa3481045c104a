import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { verifyXml } from '../../../functions/domain/sealing/xades/verify-xml.ts';
import { asTwo } from '../../support/as-two.ts';
import { summarizeNow } from '../../support/money-receipts/host-summaries.ts';
import { PAID_BEFORE } from './test-procedures.ts';
import { accepted, decided, expectRefusal, submitted, UNIT, type World } from './world.ts';

const COLLECTOR = {
  name: 'Trung tâm Phục vụ hành chính công phường Tân Hoà',
  taxCode: '0100109106',
  account: { bank: '970436', bankName: 'Ngân hàng', number: '12345678', holder: 'Trung tâm' },
};

/** Publishes who collects the fees of the unit. */
export async function collecting(world: World): Promise<void> {
  const { units } = (await world.anonymous.call('getOrganization')).body;
  if (units.some(({ code, collects }: { code: string; collects?: object }) => code === UNIT && collects))
    return;
  await collectingAs(world, {});
}

/** Publishes how the unit's receipts are issued. */
async function collectingAs(world: World, how: object): Promise<void> {
  const { units } = (await world.anonymous.call('getOrganization')).body;
  const collects = { ...COLLECTOR, ...how };
  const body = {
    units: units.map((unit: { code: string }) => (unit.code === UNIT ? { ...unit, collects } : unit)),
  };
  await asTwo(world, 'publishOrganization', { body });
}

/** While VNPT issues the unit's receipts; afterwards the unit issues its own again. */
async function throughVnpt<T>(world: World, work: () => Promise<T>): Promise<T> {
  await collectingAs(world, { receiptIssuer: 'vnpt', receiptLetters: 'VN' });
  try {
    return await work();
  } finally {
    world.receiptProviders.vnpt.mood = 'up';
    await collectingAs(world, {});
  }
}

/** A dossier of the unit whose fee is paid now. */
async function nowPaid(world: World): Promise<string> {
  const { code, task } = await accepted(world, { procedure: PAID_BEFORE });
  await decided(world.reception, task, { decision: 'recordPayment', amount: 15_000, method: 'cash' });
  await world.province.host.idle();
  return code;
}

/** A receipt that VNPT refused: the parameters of the request. */
export const refusedByProvider = (world: World): Promise<{ code: string; id: string }> =>
  throughVnpt(world, async () => {
    world.receiptProviders.vnpt.mood = 'refuses';
    const code = await nowPaid(world);
    const { missing } = (await world.reception.call('listReceipts', { params: { code } })).body;
    expect(missing).toMatchObject([{ request: { provider: 'vnpt', state: 'refused', code: '3' } }]);
    return { code, id: missing[0].request.id };
  });

/** A dossier whose fee was paid, with its receipt: the parameters of the receipt. */
export async function receipted(world: World): Promise<{ code: string; id: string }> {
  await collecting(world);
  const code = await nowPaid(world);
  const { receipts } = (await world.owner.call('listReceipts', { params: { code } })).body;
  expect(receipts).toHaveLength(1);
  return { code, id: receipts[0].receipt };
}

/** The same, with a correction that reception asked for. */
export async function toDecide(world: World): Promise<{ code: string; id: string }> {
  const params = await receipted(world);
  const body = { kind: 'replacement', reason: 'Ghi sai tên người nộp' };
  expect((await world.reception.call('correctReceipt', { params, body })).status).toBe(200);
  return params;
}

/** Electronic receipts of what was paid. */
export function receipts(open: () => World): void {
  describe('electronic receipts', () => {
    test('follow a payment, signed, with links for whoever may read the dossier', async () => {
      const { owner, stranger, reception } = open();
      const { code, id } = await receipted(open());
      const { body } = await owner.call('listReceipts', { params: { code } });
      expect(body.missing).toEqual([]);
      const [receipt] = body.receipts;
      expect(receipt).toMatchObject({ receipt: id, kind: 'original', amount: 15_000, state: 'stands' });
      const xml = Buffer.from(await (await fetch(receipt.xml)).arrayBuffer());
      expect(createHash('sha256').update(xml).digest('hex')).toBe(receipt.sha256);
      expect(verifyXml(xml)).toMatchObject({ holds: true });
      expect(xml.toString()).toContain('Nguyễn Văn An');
      const pdf = await fetch(receipt.pdf);
      expect(pdf.headers.get('content-type')).toBe('application/pdf');
      expect(
        Buffer.from(await pdf.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
      expectRefusal(await stranger.call('listReceipts', { params: { code } }), 404, 'not-found');
      await reception.call('listReceipts', { params: { code } });
      const read = (await owner.call('listAccessRecords', { query: { dossier: code } })).body;
      expect(JSON.stringify(read)).toContain('listReceipts');
    });

    test('are of the body above where a unit has none of its own', async () => {
      const { owner, otherReception, handler } = open();
      const elsewhere = { procedure: PAID_BEFORE, receivingUnit: 'H44.102' };
      const code = await submitted(owner, elsewhere);
      const { nextTask } = await decided(otherReception, `${code}.t1`, { decision: 'accept' });
      await decided(otherReception, nextTask, { decision: 'recordPayment', amount: 15_000, method: 'cash' });
      await open().province.host.idle();
      const { body } = await owner.call('listReceipts', { params: { code } });
      expect(body).toMatchObject({ receipts: [{ unit: 'H44', amount: 15_000 }], missing: [] });
      expectRefusal(await handler.call('listReceipts', { params: { code } }), 404, 'not-found');
    });

    test('are replaced when somebody else approves it', async () => {
      const world = open();
      const { leader, reception, owner, province } = world;
      const params = await toDecide(world);
      const again = { kind: 'information', reason: 'Ghi sai địa chỉ' };
      expectRefusal(await reception.call('correctReceipt', { params, body: again }), 409, 'state-conflict');
      const body = { approved: true };
      expectRefusal(await reception.call('decideReceiptCorrection', { params, body }), 403, 'forbidden');
      expect((await leader.call('decideReceiptCorrection', { params, body })).body).toMatchObject({
        receipt: params.id,
        state: 'approved',
      });
      await province.host.idle();
      const { receipts: list } = (await owner.call('listReceipts', { params: { code: params.code } })).body;
      expect(list).toMatchObject([
        { receipt: params.id, state: 'replaced' },
        { kind: 'replacement', state: 'stands', amount: 15_000 },
      ]);
      expectRefusal(await leader.call('decideReceiptCorrection', { params, body }), 409, 'state-conflict');
    });

    test('are not corrected by one person, by an old version, or where there is none', async () => {
      const { leader, reception } = open();
      const params = await receipted(open());
      const body = { kind: 'decrease', amount: 5_000, reason: 'Thu thừa' };
      const stale = { 'if-match': '"1"' };
      expectRefusal(
        await leader.call('correctReceipt', { params, body, headers: stale }),
        412,
        'precondition-failed',
      );
      expectRefusal(
        await reception.call('correctReceipt', { params, body: { ...body, amount: 0 } }),
        422,
        'request-invalid',
      );
      const none = { ...params, id: 'EBL01-26TAA-99999999' };
      expectRefusal(await reception.call('correctReceipt', { params: none, body }), 404, 'not-found');
      const bad = { ...params, id: 'EBL01' };
      expectRefusal(await reception.call('correctReceipt', { params: bad, body }), 400, 'parameter-invalid');
      expect((await leader.call('correctReceipt', { params, body })).status).toBe(200);
      const decide = { params, body: { approved: true } };
      expectRefusal(await leader.call('decideReceiptCorrection', decide), 403, 'four-eyes');
      expectRefusal(
        await leader.call('decideReceiptCorrection', { ...decide, headers: stale }),
        412,
        'precondition-failed',
      );
      for (const operation of ['correctReceipt', 'decideReceiptCorrection'])
        expectRefusal(
          await leader.call(operation, {
            params: bad,
            body: operation === 'correctReceipt' ? body : decide.body,
          }),
          400,
          'parameter-invalid',
        );
      expectRefusal(
        await leader.call('decideReceiptCorrection', { params, body: { approved: 1 } }),
        422,
        'request-invalid',
      );
    });

    test('are issued by the provider that the unit has, after an officer put right what it refused', async () => {
      const world = open();
      const { owner, reception, otherReception, leader, receiptProviders } = world;
      await throughVnpt(world, async () => {
        receiptProviders.vnpt.mood = 'refuses';
        const code = await nowPaid(world);
        const seen = (await owner.call('listReceipts', { params: { code } })).body;
        expect(seen.missing).toMatchObject([{ because: 'beingMade', request: null }]);
        const { missing } = (await reception.call('listReceipts', { params: { code } })).body;
        const params = { code, id: missing[0].request.id };
        const unknown = { ...params, id: '4f0c2a6e-8d1b-8c35-9a72-5b1e6f7d0c93' };
        expectRefusal(await reception.call('retryReceipt', { params: unknown }), 404, 'not-found');
        expectRefusal(await otherReception.call('retryReceipt', { params }), 404, 'not-found');
        const bad = { params: { ...params, id: 'none' } };
        expectRefusal(await reception.call('retryReceipt', bad), 400, 'parameter-invalid');
        const stale = { params, headers: { 'if-match': '"1"' } };
        expectRefusal(await reception.call('retryReceipt', stale), 412, 'precondition-failed');
        receiptProviders.vnpt.mood = 'up';
        expect((await leader.call('retryReceipt', { params })).body).toMatchObject({ state: 'requested' });
        expectRefusal(await reception.call('retryReceipt', { params }), 409, 'state-conflict');
        await world.province.host.idle();
        const { body } = await owner.call('listReceipts', { params: { code } });
        expect(body.missing).toEqual([]);
        expect(body.receipts).toMatchObject([
          { provider: 'vnpt', serial: '26TVN', xml: null, amount: 15_000 },
        ]);
        const pdf = Buffer.from(await (await fetch(body.receipts[0].pdf)).arrayBuffer());
        expect(createHash('sha256').update(pdf).digest('hex')).toBe(body.receipts[0].sha256);
        expect(receiptProviders.vnpt.book.of(params.id)?.said).toMatchObject({ CusName: 'Nguyễn Văn An' });
      });
    });

    test('of a day are summed up twice in its evening', async () => {
      const world = open();
      await receipted(world);
      const { clock, leader, province } = world;
      const date = new Date(clock.now() + 7 * 3_600_000).toISOString().slice(0, 10);
      const params = { code: UNIT, date };
      const { body } = await leader.call('getReceiptSummary', { params });
      expect(body).toMatchObject({ unit: UNIT, taxCode: COLLECTOR.taxCode, date });
      expect(body.rows.length).toBeGreaterThan(0);
      expect((await summarizeNow(province.host)).made).toBeGreaterThan(0);
      expect(await summarizeNow(province.host)).toEqual({ made: 0, failed: 0 });
      const { made } = (await leader.call('getReceiptSummary', { params })).body;
      expect(made).toMatchObject({ state: 'queued', current: true });
      const xml = Buffer.from(await (await fetch(made.url)).arrayBuffer());
      expect(verifyXml(xml)).toMatchObject({ holds: true });
      expect(xml.toString()).toContain('<MSo>01/TH-BLĐT</MSo>');
      expect(xml.toString()).not.toContain('Nguyễn Văn An');
      const elsewhere = { params: { code: 'H44.102', date } };
      expectRefusal(await leader.call('getReceiptSummary', elsewhere), 404, 'not-found');
      const never = { params: { code: UNIT, date: '2026-02-30' } };
      expectRefusal(await leader.call('getReceiptSummary', never), 400, 'parameter-invalid');
    });
  });
}
