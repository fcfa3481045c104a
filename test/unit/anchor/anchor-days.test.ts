import { expect, it } from 'vitest';
import { readStatement } from '../../../functions/domain/anchor/statement.ts';
import { parseInstant } from '../../../functions/domain/vietnam-time.ts';
import { anchorDays } from '../../../functions/features/anchor/anchor-day.ts';
import { accept, approve } from '../../support/lifecycle/decisions.ts';
import { anchoredProvince, provinceOfThreeDays } from './anchored-province.ts';

const textOf = async (province: ReturnType<typeof anchoredProvince>) => {
  const names = await province.objects.names('');
  const texts = await Promise.all(names.map(async name => [name, await province.objects.read(name)]));
  return Object.fromEntries(texts);
};

it('a day’s trees hold the ledgers that grew on it, its access records and its results', async () => {
  const { province, done, open, number } = await provinceOfThreeDays();
  const leaves = async (day: string) => ({
    ledgers: await province.archive.leaves(day, 'ledgers'),
    reads: (await province.archive.leaves(day, 'reads'))?.map(line => line.split(' ').slice(0, 4).join(' ')),
    results: await province.archive.leaves(day, 'results'),
  });
  const leafOf = (seq: number) => `ledger ${done.code} ${seq} ${done.paper.ledger[seq - 1]?.hash}`;
  expect(await leaves('2026-03-02')).toEqual({
    ledgers: [leafOf(2), `ledger ${open.code} 1 ${open.paper.ledger[0]?.hash}`],
    reads: [expect.stringMatching(/^reads 2026-03-02T02 \d 1$/)],
    results: [],
  });
  expect(await leaves('2026-03-03')).toMatchObject({ ledgers: [leafOf(3)], results: [] });
  expect(await leaves('2026-03-04')).toMatchObject({
    ledgers: [leafOf(6)],
    reads: [],
    results: [expect.stringMatching(new RegExp(`^result ${number} [0-9a-f]{64}$`))],
  });
});

it('each statement names the one before it', async () => {
  const { province } = await provinceOfThreeDays();
  const days = await province.archive.days();
  expect(days).toEqual(['2026-03-02', '2026-03-03', '2026-03-04']);
  const said = await Promise.all(days.map(day => province.archive.signed(day)));
  const previous = said.map(signed => readStatement(signed?.statement ?? '')?.previous);
  expect(previous[0]).toBe('0'.repeat(64));
  expect(new Set(previous).size).toBe(3);
});

it('is the same however late and however often it is made', async () => {
  const { province: nightly } = await provinceOfThreeDays();
  const late = anchoredProvince();
  const done = await late.submit('2026-03-02');
  const open = await late.submit('2026-03-02');
  await done.move('2026-03-02T09:00:00+07:00', paper => paper.decide(accept));
  await late.read('2026-03-02T09:05:00+07:00', 'req-1', [done.code, open.code]);
  await late.anchorUpTo('2026-03-02');
  await done.move('2026-03-03T09:00:00+07:00', paper => paper.decide(approve));
  await late.read('2026-03-03T09:05:00+07:00', 'req-2', [done.code]);
  await late.read('2026-03-03T23:59:59+07:00', 'req-3', [open.code]);
  await done.move('2026-03-04T09:00:00+07:00', paper => paper.decide(approve));
  await done.issue('2026-03-04T09:00:05+07:00', 1);
  // After midnight, before and after somebody goes on; two nights are caught up with.
  await open.move('2026-03-05T00:05:00+07:00', paper => paper.decide(accept));
  await late.anchorUpTo('2026-03-04');
  const once = await textOf(late);
  await late.anchorUpTo('2026-03-04', '09:25');
  expect(await textOf(late)).toEqual(once);
  for (const day of ['2026-03-02', '2026-03-03', '2026-03-04'])
    expect((await late.archive.signed(day))?.statement).toBe((await nightly.archive.signed(day))?.statement);
});

it('a day is not anchored before everything of it is committed', async () => {
  const province = anchoredProvince();
  await province.submit('2026-03-02');
  province.time.now = parseInstant('2026-03-03T00:10:00+07:00');
  expect(await anchorDays(province)).toBe('2026-03-01');
  province.time.now = parseInstant('2026-03-03T00:25:00+07:00');
  expect(await anchorDays(province)).toBe('2026-03-02');
});

it('the first day of all holds the dossiers and results that there were before, at its end', async () => {
  const province = anchoredProvince();
  const old = await province.submit('2026-03-02');
  await old.move('2026-03-02T09:00:00+07:00', paper => paper.decide(accept));
  await old.move('2026-03-03T08:00:00+07:00', paper => paper.decide(approve));
  await old.move('2026-03-03T09:00:00+07:00', paper => paper.decide(approve));
  await old.issue('2026-03-03T09:00:05+07:00', 1);
  await province.submit('2026-03-20');
  province.time.now = parseInstant('2026-03-16T01:25:00+07:00');
  expect(await anchorDays(province)).toBe('2026-03-15');
  expect(await province.archive.leaves('2026-03-15', 'ledgers')).toEqual([
    `ledger ${old.code} ${old.paper.head.version} ${old.paper.head.lastHash}`,
  ]);
  expect(await province.archive.leaves('2026-03-15', 'results')).toHaveLength(1);
  await province.anchorUpTo('2026-03-20');
  expect(await province.audit()).toEqual([]);
});

it('what was written of a day before a run was cut off stays, and is what gets signed', async () => {
  const province = anchoredProvince();
  const open = await province.submit('2026-03-02');
  await province.archive.keepLeaves('2026-03-02', 'ledgers', ['ledger as it was']);
  await open.move('2026-03-02T10:00:00+07:00', paper => paper.decide(accept));
  await province.anchorUpTo('2026-03-02');
  expect(await province.archive.leaves('2026-03-02', 'ledgers')).toEqual(['ledger as it was']);
  const said = readStatement((await province.archive.signed('2026-03-02'))?.statement ?? '');
  expect(said?.trees.ledgers.size).toBe(1);
});

it('stops when its time is nearly over, and goes on in the next run', async () => {
  const province = anchoredProvince();
  await province.submit('2026-03-02');
  await province.anchorUpTo('2026-03-02');
  province.time.now = parseInstant('2026-03-10T01:25:00+07:00');
  let looks = 0;
  expect(await anchorDays({ ...province, nearlyOver: () => ++looks > 3 })).toBe('2026-03-05');
  expect(await anchorDays(province)).toBe('2026-03-09');
  expect(await province.audit()).toEqual([]);
});
