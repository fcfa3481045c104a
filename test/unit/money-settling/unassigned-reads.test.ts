import { expect, test } from 'vitest';
import { listUnassigned } from '../../../functions/features/settling/list-unassigned.ts';
import { memoryAccessRecords } from '../../../functions/records/audit-log/memory-access-records.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import { ACCOUNT, NOW, openMoneyOffice } from './money-office.ts';

function opened() {
  const office = openMoneyOffice();
  const accessRecords = memoryAccessRecords(office.records);
  const list = (add = accessRecords.add) =>
    listUnassigned({ ...office.deps, accessRecords: { add } }, office.call(undefined, undefined, NOW));
  const kept = async () => (await accessRecords.page({ on: '2026-11-23' }, undefined, 10)).records;
  const tell = () =>
    office.tell({
      ...{ gateway: 'bank', transaction: `${ACCOUNT}/FT1`, reference: null },
      ...{ amount: toDong(7000), paidAt: '2026-11-23T09:00:00+07:00', purpose: 'Nguyen Van An nop phi' },
    });
  return { list, kept, tell };
}

test('what payers wrote is recorded as read, without what they wrote', async () => {
  const { list, kept, tell } = opened();
  await tell();
  expect((await list()).body.items).toMatchObject([{ purpose: 'Nguyen Van An nop phi' }]);
  const records = await kept();
  expect(records).toMatchObject([
    {
      ...{ operation: 'listUnassigned', parts: ['unassignedMoney'], dossiers: [], asked: 'payments=1' },
      reader: { kind: 'officer', id: 'quantri.h44' },
    },
  ]);
  expect(JSON.stringify(records)).not.toContain('Nguyen');
});

test('what could not be recorded is not shown; where there is nothing, nothing is recorded', async () => {
  const { list, kept, tell } = opened();
  expect((await list()).body.items).toEqual([]);
  expect(await kept()).toEqual([]);
  await tell();
  const broken = list(() => Promise.reject(new Error('no writes')));
  await expect(broken).rejects.toMatchObject({ code: 'access-unrecorded' });
});
