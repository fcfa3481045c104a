import { expect, test } from 'vitest';
import { listReceipts } from '../../../functions/features/receipts/list-receipts.ts';
import { memoryItems } from '../../../functions/kernel/table/memory-items.ts';
import { memoryRecords } from '../../../functions/kernel/table/memory-records.ts';
import { memoryAccessRecords } from '../../../functions/records/audit-log/memory-access-records.ts';
import { keyring } from '../../support/lifecycle/memory-province.ts';
import { receiptedProvince, UNIT } from '../../support/money-receipts/receipted-province.ts';

test('officers are told of money without a receipt, and why', async () => {
  const records = memoryRecords();
  const here = receiptedProvince(memoryItems(records));
  const paper = await here.submitted('2026-11-26T08:00:00+07:00');
  await here.pay(paper);
  const { code } = paper.head;
  const list = async () => {
    const deps = {
      dossiers: here.dossiers,
      organization: here.organization,
      receipts: here.receipts,
      links: async (key: string) => `https://files.example/${key}`,
      keyring: async () => keyring,
      accessRecords: memoryAccessRecords(records),
    };
    const caller = { kind: 'officer', id: 'a', unit: UNIT, roles: ['reception'] };
    const access = { requestId: 'r', reason: null };
    const call = { params: { code }, caller, access, now: here.state.now };
    return (await listReceipts(deps as never, call as never)).body;
  };
  const because = async () => (await list()).missing.map(each => each.because);
  expect(await because()).toEqual(['beingMade']);
  here.state.collects = undefined;
  expect(await because()).toEqual(['noCollector']);
  here.state.collects = here.collector;
  await here.issue(code);
  const { missing, receipts } = await list();
  expect(missing).toEqual([]);
  expect(receipts).toMatchObject([{ kind: 'original', state: 'stands', amount: 10_000, correction: null }]);
});
