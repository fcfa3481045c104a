import { describe, expect, test } from 'vitest';
import { paid } from './money.ts';
import { paymentLink, waitingForFee } from './payments.ts';
import { expectRefusal, OTHER_UNIT, UNIT, type World } from './world.ts';

const FEE = 15_000;
const params = { code: UNIT };

/** Figures of payment, and notices that were refused. */
export function paymentFigures(open: () => World): void {
  describe('figures of payment', () => {
    const look = async (code = UNIT, query: Record<string, string> = {}) =>
      open().leader.call('getPaymentStatistics', { params: { code }, query });

    test('are sums of what was paid, by way, channel and unit', async () => {
      const before = (await look()).body;
      await paid(open());
      const code = await waitingForFee(open());
      const { vietQr } = (
        await open().anonymous.call('getPayment', { params: await paymentLink(open(), code) })
      ).body;
      const { body, headers } = open().gateways.bank.notice({ amount: FEE, purpose: vietQr.purpose });
      await open().anonymous.call('notifyBank', { body: JSON.parse(body), headers });
      const { status, body: after } = await look();
      expect(status, JSON.stringify(after)).toBe(200);
      const more = (pick: (of: typeof after) => number) => pick(after) - pick(before);
      expect(more(of => of.dossiers.withFee)).toBe(2);
      expect(more(of => of.dossiers.paidOnline)).toBe(1);
      expect(more(of => of.received)).toBe(2 * FEE);
      const way = (name: string) => (of: typeof after) =>
        of.byWay.find((each: { way: string }) => each.way === name).amount;
      expect([more(way('cash')), more(way('bank'))]).toEqual([FEE, FEE]);
      const sum = (list: readonly { received?: number; amount?: number }[]) =>
        list.reduce((total, { received, amount }) => total + (received ?? amount ?? 0), 0);
      expect([sum(after.byWay), sum(after.byUnit)]).toEqual([after.received, after.received]);
      const counted = (list: readonly { withFee: number }[]) =>
        list.reduce((total, { withFee }) => total + withFee, 0);
      expect([counted(after.byChannel), counted(after.byUnit)]).toEqual([
        after.dossiers.withFee,
        after.dossiers.withFee,
      ]);
      expect(after.procedures.payable).toBeLessThanOrEqual(after.procedures.withFee);
      expect(after.settlement.map(({ way: name }: { way: string }) => name)).toEqual([
        'platform',
        'bank',
        'deposit',
      ]);
      expect(JSON.stringify(after)).not.toContain('Nguyễn');
    });

    test('are bounded, and of no unit elsewhere', async () => {
      const long = { from: '2026-11-01', to: '2026-12-02' };
      expectRefusal(await look(UNIT, long), 422, 'period-too-long');
      expectRefusal(await look(UNIT, { from: '2026-11-02', to: '2026-11-01' }), 400, 'parameter-invalid');
      expectRefusal(await look(UNIT, { to: 'x' }), 400, 'parameter-invalid');
      expectRefusal(await look(OTHER_UNIT), 404, 'not-found');
      const { administrator, reception } = open();
      const whole = await administrator.call('getPaymentStatistics', { params: { code: 'H44' } });
      expect([200, 422]).toContain(whole.status);
      expectRefusal(await reception.call('getPaymentStatistics', { params }), 403, 'forbidden');
    });
  });

  describe('notices that were refused', () => {
    test('are listed with their number, and say nothing of what they said', async () => {
      const { administrator, anonymous, gateways } = open();
      const listed = async () => (await administrator.call('listRefusedNotices')).body;
      const of = (body: Awaited<ReturnType<typeof listed>>, name: string) =>
        body.gateways.find(({ gateway }: { gateway: string }) => gateway === name);
      const before = await listed();
      const claim = { MaThamChieu: 'MC0FORGED0001', ThongTinGiaoDich: 'BI MAT' };
      // Asked in one language, and so once.
      const once = { 'accept-language': 'vi' };
      const forged = { ...claim, MaXacThuc: '0'.repeat(64) };
      expectRefusal(
        await anonymous.call('notifyPlatform', { body: forged, headers: once }),
        401,
        'notice-forged',
      );
      gateways.bank.mood = 'stale';
      const { body, headers } = gateways.bank.notice({ amount: 1000, purpose: 'x', id: 'FTOLD1' });
      gateways.bank.mood = 'up';
      expectRefusal(
        await anonymous.call('notifyBank', { body: JSON.parse(body), headers: { ...headers, ...once } }),
        422,
        'request-invalid',
      );
      const after = await listed();
      expect(of(after, 'platform').forged - of(before, 'platform').forged).toBe(1);
      expect(of(after, 'bank').total - of(before, 'bank').total).toBe(1);
      expect(after.items).toContainEqual(
        expect.objectContaining({ gateway: 'platform', fault: 'forged', claimed: 'MC0FORGED0001' }),
      );
      expect(after.items).toContainEqual(expect.objectContaining({ fault: 'stale', claimed: 'FTOLD1' }));
      expect(JSON.stringify(after)).not.toContain('BI MAT');
      const query = { day: 'x' };
      expectRefusal(await administrator.call('listRefusedNotices', { query }), 400, 'parameter-invalid');
      const other = await administrator.call('listRefusedNotices', { query: { day: '2025-01-01' } });
      expect(other.body).toMatchObject({ items: [], more: false });
    });
  });
}
