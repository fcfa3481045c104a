import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { verifyXml } from '../../functions/domain/sealing/xades/verify-xml.ts';
import { realPauses } from '../../functions/kernel/retry/retry.ts';
import { dynamoItems } from '../../functions/kernel/table/dynamo-items.ts';
import type { Items } from '../../functions/kernel/table/items.ts';
import { memoryItems } from '../../functions/kernel/table/memory-items.ts';
import { memoryRecords } from '../../functions/kernel/table/memory-records.ts';
import { type LocalTable, openLocalTable } from '../support/lifecycle/local-table.ts';
import { COLLECTOR, receiptedProvince } from '../support/money-receipts/receipted-province.ts';
import { BODY } from '../support/money-receipts/receipts.ts';
import { clock, openProviders } from '../support/money-receipts/simulated-providers.ts';
import { itemsOfTable, itemsOfTwin, unregistered } from '../support/stored-items.ts';

let local: LocalTable;
beforeAll(async () => {
  local = await openLocalTable();
});
afterAll(() => local?.close());

const records = memoryRecords();
const kinds: readonly [string, () => Items][] = [
  ['in memory', () => memoryItems(records)],
  ['in the local table', () => dynamoItems(local.table)],
];

/** As many as come to the desks of a busy centre at the same moment, and far more than work on receipts at once. */
const AT_ONCE = 20;
const DAY = '2026-11-25';

describe.each(kinds)('the numbers of receipts, %s', (kind, items) => {
  test('have neither gaps nor duplicates, however many are made at once', async () => {
    const here = receiptedProvince(items(), { pauses: realPauses });
    const codes: string[] = [];
    for (let count = 0; count < AT_ONCE; count++) {
      const paper = await here.submitted(`${DAY}T08:00:00+07:00`);
      await here.pay(paper);
      codes.push(paper.head.code);
    }
    // What loses every race is delivered again, as by its queue.
    for (let waiting = codes; waiting.length > 0; ) {
      const made = await Promise.allSettled(waiting.map(code => here.issue(code)));
      waiting = waiting.filter((_, index) => made[index]?.status === 'rejected');
    }
    const entries = (await Promise.all(codes.map(here.issuedOf))).flat();
    const wanted = Array.from({ length: AT_ONCE }, (_, index) => index + 1);
    expect(entries.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(wanted);
    const [first] = entries;
    const found = await here.receipts.ofDay(first?.taxCode ?? '', DAY);
    expect(found.map(({ number }) => number)).toEqual(wanted);
    for (const { receipt, sha256, taxCode } of entries) {
      const file = here.kept.get(`receipts/${taxCode}/${receipt}/${sha256.slice(0, 16)}.xml`);
      expect(file && verifyXml(file).holds).toBe(true);
    }
  }, 120_000);

  test('begin at 1 in each year', async () => {
    const here = receiptedProvince(items(), { taxCode: '0100109113' });
    const numbers: string[] = [];
    for (const at of [
      '2026-12-30T08:00:00+07:00',
      '2026-12-31T08:00:00+07:00',
      '2027-01-04T08:00:00+07:00',
    ]) {
      const paper = await here.submitted(at);
      await here.pay(paper);
      await here.issue(paper.head.code);
      numbers.push(...(await here.issuedOf(paper.head.code)).map(({ receipt }) => receipt));
    }
    expect(numbers).toEqual(['EBL01-26TAA-00000001', 'EBL01-26TAA-00000002', 'EBL01-27TAA-00000001']);
  });

  test('are no concern of what a provider issues, who numbers it once however often its answer is lost', async () => {
    const open = await openProviders();
    onTestFinished(() => open.stop());
    const here = receiptedProvince(items(), {
      taxCode: BODY.taxCode,
      pauses: realPauses,
      providers: { vnpt: open.connect.vnpt(), viettel: open.connect.viettel() },
    });
    here.state.now = Date.parse('2026-11-26T08:00:00+07:00');
    here.state.collects = { ...COLLECTOR, receiptLetters: 'VN', receiptIssuer: 'vnpt' };
    const paper = await here.submitted('2026-11-26T07:00:00+07:00');
    await here.pay(paper);
    open.vnpt.mood = 'loses-answer';
    await Promise.all([1, 2, 3].map(() => here.issue(paper.head.code)));
    expect(await here.requests.due(here.state.now + 3_600_000, 10)).toMatchObject([{ state: 'unknown' }]);
    open.vnpt.mood = 'up';
    for (let run = 0; run < 2; run++) {
      here.state.now += 600_000;
      clock.now = here.state.now;
      await Promise.all([here.ask(), here.ask()]);
    }
    expect(await here.issuedOf(paper.head.code)).toMatchObject([{ receipt: 'EBL01-26TVN-00000001' }]);
    expect(open.vnpt.book.all()).toHaveLength(1);
    expect(await here.requests.due(here.state.now + 86_400_000, 10)).toEqual([]);
    expect(await here.receipts.numbered(BODY.taxCode, 'EBL01', '26TVN')).toBe(0);
  });

  test('and all that is kept with them has its kind', async () => {
    const inMemory = kind === 'in memory';
    const all = inMemory ? itemsOfTwin(records) : await itemsOfTable(local.table.client, local.table.name);
    expect(all.filter(({ pk }) => String(pk).startsWith('MONEY#RECEIPTS#')).length).toBeGreaterThanOrEqual(
      22,
    );
    expect(unregistered(all)).toEqual([]);
  });
});
