import { expect, test } from 'vitest';
import { toDong } from '../../../schemas/money/dong.ts';
import { ACCOUNT, openMoneyOffice, statementOf } from './money-office.ts';

const at = (day: number, time: string) => Date.parse(`2026-11-${day}T${time}:00+07:00`);
const paidAt = (day: number) => `2026-11-${day}T10:00:00+07:00`;

const platformPayment = (name: string, day: number, amount = 10_000) => ({
  ...{ gateway: 'platform' as const, transaction: `GD${name}00000`, reference: `REF${name}0000000` },
  ...{ amount: toDong(amount), paidAt: paidAt(day), purpose: null },
});
const listed = (name: string, day: number, amount = 10_000) => ({
  ...{ reference: `REF${name}0000000`, transaction: `GD${name}00000`, result: 'paid' as const },
  ...{ amount: toDong(amount), bank: 'VCB', at: paidAt(day) },
});

async function differencesOn(office: ReturnType<typeof openMoneyOffice>, day: string) {
  const { reconciliations } = office.deps;
  const kept = await reconciliations.find(day);
  if (!kept) throw new Error(`${day} was not compared`);
  const { open, cleared } = await reconciliations.differences(kept);
  return { kept, open: open.map(({ kind, ageDays }) => `${kind} ${ageDays}`), cleared: cleared.length };
}

test('a night compares what came since the night before, and carries what is open', async () => {
  const office = openMoneyOffice();
  await office.tell(platformPayment('A', 23), at(23, '10:01'));
  office.lists([listed('A', 23), listed('B', 23)]);
  expect(await office.night(at(23, '23:30'))).toMatchObject({ differences: 2, kept: true });
  expect(await differencesOn(office, '2026-11-23')).toMatchObject({
    open: ['onlyGateway 0', 'settledLate 0'],
    kept: { gatewayList: 'given' },
  });
  // The notice of the second comes late, and the treasury shows the first.
  await office.tell(platformPayment('B', 23), at(24, '08:00'));
  const rows = [{ reference: 'KB1', amount: 10_000, purpose: 'GDA00000 quyet toan' }];
  expect((await office.load(statementOf('24/11/2026', rows), at(24, '09:00'))).settled.count).toBe(0);
  await office.night(at(24, '23:30'));
  expect(await differencesOn(office, '2026-11-24')).toMatchObject({ open: ['settledLate 1'], cleared: 2 });
  // Done again, the night changes nothing.
  expect(await office.night(at(24, '23:40'))).toMatchObject({ kept: false });
  const late = [{ reference: 'KB2', amount: 10_000, purpose: 'REFB0000000' }];
  await office.load(statementOf('25/11/2026', late), at(25, '09:00'));
  await office.night(at(25, '23:30'));
  expect(await differencesOn(office, '2026-11-25')).toMatchObject({ open: [], cleared: 1 });
});

test('where the gateway gives no list it is said, and what was compared without is not found again', async () => {
  const office = openMoneyOffice();
  await office.tell(platformPayment('A', 23), at(23, '10:01'));
  office.lists(undefined);
  await office.load(
    statementOf('23/11/2026', [{ reference: 'KB1', amount: 10_000, purpose: 'REFA0000000' }]),
    at(23, '11:00'),
  );
  await office.night(at(23, '23:30'));
  expect(await differencesOn(office, '2026-11-23')).toMatchObject({
    open: [],
    kept: { gatewayList: 'slow' },
  });
  office.lists([listed('A', 23), listed('C', 23)]);
  await office.night(at(24, '23:30'));
  expect((await differencesOn(office, '2026-11-24')).open).toEqual(['onlyGateway 0']);
});

test('a statement that was loaded before its payment was told of, or assigned, settles it in the night', async () => {
  const office = openMoneyOffice();
  const code = await office.submit();
  const row = { reference: 'FT700001', amount: 10_000, purpose: 'nop phi' };
  const text = statementOf('23/11/2026', [row]);
  expect((await office.load(text)).notMatched.count).toBe(1);
  const transaction = `${ACCOUNT}/FT700001`;
  const incoming = { gateway: 'bank' as const, transaction, amount: toDong(10_000), paidAt: paidAt(23) };
  await office.tell({ ...incoming, reference: null, purpose: 'nop phi' });
  await office.night(at(23, '23:30'));
  expect((await office.deps.payments.payment('bank', transaction))?.state).toBe('unassigned');
  await office.assign(transaction, code);
  await office.night(at(24, '23:30'));
  expect(await office.deps.payments.payment('bank', transaction)).toMatchObject({
    ...{ state: 'settled', dossier: code, settledOn: '2026-11-23' },
  });
  // Loaded again, the first answer stands.
  expect((await office.load(text)).notMatched.count).toBe(1);
});

test('a run that has no time left settles the rest in the night, once', async () => {
  let left = 2;
  const office = openMoneyOffice({ hasTime: () => left-- > 0 });
  const code = await office.submit();
  const names = Array.from({ length: 20 }, (_, index) => `FT${70_000 + index}`);
  for (const name of names)
    await office.tell({
      ...{ gateway: 'bank', transaction: `${ACCOUNT}/${name}`, reference: null, amount: toDong(1000) },
      ...{ paidAt: paidAt(23), purpose: `nop phi ${code}` },
    });
  const rows = names.map(reference => ({ reference, amount: 1000, purpose: 'nop phi' }));
  const text = statementOf('23/11/2026', rows);
  expect(await office.load(text)).toMatchObject({ settled: { count: 16 }, finished: false });
  left = 1000;
  await office.night(at(23, '23:30'));
  expect(await office.load(text)).toMatchObject({
    ...{ settled: { count: 20, amount: 20_000 }, notMatched: { count: 0 }, finished: true },
  });
  const { balances, sum } = office.books();
  expect(sum).toBe(0);
  expect([...balances].filter(([account]) => account.startsWith('treasury:'))).toMatchObject([
    [expect.any(String), 20_000],
  ]);
});
