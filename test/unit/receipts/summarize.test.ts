import { describe, expect, test } from 'vitest';
import {
  decideCorrection,
  requestCorrection,
} from '../../../functions/domain/money/receipts/correct-receipt.ts';
import { verifyXml } from '../../../functions/domain/sealing/xades/verify-xml.ts';
import { daySummaryOf } from '../../../functions/features/receipts/summarize.ts';
import { memoryItems } from '../../../functions/kernel/table/memory-items.ts';
import { memoryRecords } from '../../../functions/kernel/table/memory-records.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import {
  COLLECTOR,
  receiptedProvince,
  TAX_CODE,
  UNIT,
} from '../../support/money-receipts/receipted-province.ts';

const BODY = { name: COLLECTOR.name, taxCode: TAX_CODE, unit: UNIT };
const place = (day: string) => ({ taxCode: TAX_CODE, unit: UNIT, day });

/** A payment of a day with its receipt. */
async function receipted() {
  const here = receiptedProvince(memoryItems(memoryRecords()));
  const paper = await here.submitted('2026-11-26T08:00:00+07:00');
  await here.pay(paper);
  await here.issue(paper.head.code);
  await here.reread(paper);
  here.state.now = Date.parse('2026-11-26T17:30:00+07:00');
  return { ...here, paper };
}

describe('the summary of a day', () => {
  test('is made, signed and queued once, and again only where a receipt has come', async () => {
    const here = await receipted();
    expect(await here.summarize()).toEqual({ made: 1, failed: 0 });
    expect(await here.summarize()).toEqual({ made: 0, failed: 0 });
    const first = await here.receipts.summary(place('2026-11-26'));
    expect(first).toMatchObject({ version: 1, state: 'queued' });
    const [key, file] = [...here.kept].find(([name]) => name.startsWith('receipt-summaries/')) ?? [];
    expect(key).toContain(`${TAX_CODE}/${UNIT}/2026-11-26`);
    expect(file && verifyXml(file).holds).toBe(true);
    expect(file?.toString()).not.toContain('Lành');
    // Signed late, over midnight: the receipt is of the day on which the money came.
    const late = await here.submitted('2026-11-26T20:00:00+07:00');
    await here.pay(late);
    await here.issue(late.head.code);
    here.state.now = Date.parse('2026-11-27T17:30:00+07:00');
    expect(await here.summarize()).toEqual({ made: 1, failed: 0 });
    expect(await here.receipts.summary(place('2026-11-26'))).toMatchObject({ version: 2, state: 'queued' });
    expect(await here.receipts.summary(place('2026-11-27'))).toBeUndefined();
  });

  test('that cannot be signed is told of, keeps no other waiting, and is made by the next run', async () => {
    const here = await receipted();
    here.state.down = true;
    expect(await here.summarize()).toEqual({ made: 0, failed: 1 });
    expect(here.failures).toHaveLength(1);
    here.state.down = false;
    expect(await here.summarize()).toEqual({ made: 1, failed: 0 });
  });

  test('counts money once over all days, whatever is corrected later', async () => {
    const here = await receipted();
    const { paper } = here;
    const correct = async (receipt: string, kind: 'replacement' | 'decrease', amount: number, at: string) => {
      paper.at(at);
      await here.enter(
        paper,
        requestCorrection(paper.ledger, { receipt, kind, amount: toDong(amount), reason: 'Ghi sai' }),
      );
      await here.enter(paper, decideCorrection(paper.ledger, { receipt, approved: true, reason: null }));
      await here.issue(paper.head.code);
      await here.reread(paper);
    };
    await correct('EBL01-26TAA-00000001', 'replacement', 0, '2026-11-27T09:00:00+07:00');
    await correct('EBL01-26TAA-00000002', 'replacement', 0, '2026-11-27T10:00:00+07:00');
    await correct('EBL01-26TAA-00000003', 'decrease', 3_000, '2026-11-28T09:00:00+07:00');
    const nets = await Promise.all(
      ['2026-11-26', '2026-11-27', '2026-11-28'].map(async day => {
        const { serials } = await daySummaryOf(here, BODY, day);
        return serials.map(
          ({ collected, increased, decreased, replacedEarlier }) =>
            collected.charges + increased.charges - decreased.charges - replacedEarlier.charges,
        );
      }),
    );
    expect(nets).toEqual([[10_000], [0], [-3_000]]);
  });
});
