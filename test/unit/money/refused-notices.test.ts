import { describe, expect, it } from 'vitest';
import { refuseNotice } from '../../../functions/features/payments/notices.ts';
import { networkOf } from '../../../functions/kernel/http/network-of.ts';
import { memoryItems } from '../../../functions/kernel/table/memory-items.ts';
import { memoryRecords } from '../../../functions/kernel/table/memory-records.ts';
import { keptPayments } from '../../../functions/records/money/payment-store.ts';
import { keptRefusedNotices, MOST_A_MINUTE } from '../../../functions/records/money/refused-notices.ts';
import { itemsOfTwin, unregistered } from '../../support/stored-items.ts';

const NOW = Date.parse('2026-11-24T09:00:00+07:00');
const DAY = '2026-11-24';

function openGate() {
  const records = memoryRecords();
  const items = memoryItems(records);
  const deps = { payments: keptPayments(items), refused: keptRefusedNotices(items) };
  const refuse = (claimed: unknown, now = NOW, ip = '203.0.113.77') =>
    refuseNotice(deps, { gateway: 'platform', ip, claimed }, { verdict: 'forged' }, now).catch(
      ({ code }) => code,
    );
  return { records, ...deps, refuse };
}

describe('a notice that is not believed', () => {
  it('is kept with what it claimed, if that is a name, and the network that it came from', async () => {
    const { refuse, refused, records } = openGate();
    expect(await refuse('MC0000000001')).toBe('notice-forged');
    for (const [nth, odd] of ['<script>', 'a b', 'x'.repeat(41), 7, null, { a: 1 }].entries())
      await refuse(odd, NOW + (nth + 1) * 1000, 'not an address');
    const kept = await refused.ofDay('platform', DAY, 100);
    expect(kept).toHaveLength(7);
    expect(kept.at(-1)).toEqual({
      ...{ gateway: 'platform', fault: 'forged', claimed: 'MC0000000001', source: '203.0.113.0/24' },
      at: '2026-11-24T09:00:00+07:00',
    });
    expect(kept.slice(0, 6).every(({ claimed, source }) => claimed === null && source === null)).toBe(true);
    expect(JSON.stringify(itemsOfTwin(records))).not.toContain('script');
    expect(await refused.ofDay('bank', DAY, 100)).toEqual([]);
    expect(unregistered(itemsOfTwin(records))).toEqual([]);
  });

  it('fills no table: all are counted, some of each minute are kept, for a time', async () => {
    const { refuse, refused, records } = openGate();
    for (let nth = 0; nth < 3 * MOST_A_MINUTE; nth++) await refuse(`MC${nth}`);
    expect(await refused.ofDay('platform', DAY, 1000)).toHaveLength(MOST_A_MINUTE);
    await refuse('MCLATER', NOW + 60_000);
    expect(await refused.ofDay('platform', DAY, 1000)).toHaveLength(MOST_A_MINUTE + 1);
    expect(await refused.counted('platform', DAY)).toEqual({
      ...{ forged: 3 * MOST_A_MINUTE + 1, stale: 0, malformed: 0, differing: 0 },
    });
    for (const { pk, expiresAt } of itemsOfTwin(records).filter(item => /#REFUS/.test(item.pk)))
      expect([pk, expiresAt]).toEqual([pk, expect.any(Number)]);
  });

  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['', null],
    ['1.2.3.4; drop', null],
  ])('%s comes from %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
