import { beforeEach, describe, expect, test } from 'vitest';
import { declareInterest } from '../../../functions/features/tasks/declare-interest.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import { catalogue, organization, workCalendars } from '../../support/lifecycle/memory-province.ts';
import { noLists } from '../../support/lifecycle/no-lists.ts';
import { ACCOUNT, AGENCY, administrator, NOW, openMoneyOffice } from './money-office.ts';

const transaction = `${ACCOUNT}/FT100000`;
const leader: OfficerPrincipal = { kind: 'officer', id: 'ketoan.h44', unit: AGENCY, roles: ['leader'] };

/** Money of nobody, and a dossier that it may be for. */
async function opened() {
  const office = openMoneyOffice();
  const code = await office.submit();
  const paid = { gateway: 'bank' as const, transaction, reference: null, purpose: 'nop phi' };
  await office.tell({ ...paid, amount: toDong(10_000), paidAt: '2026-11-23T09:00:00+07:00' });
  const { head } = (await office.deps.dossiers.find(code)) ?? {};
  if (!head) throw new Error('no dossier');
  const declare = (officer: OfficerPrincipal) =>
    declareInterest(
      { ...office.deps, ...noLists, catalogue, organization, workCalendars } as never,
      office.call({ code }, { reason: 'Chủ hồ sơ là anh ruột của tôi' }, NOW, officer) as never,
    );
  return { ...office, code, owner: head.owner, declare };
}

describe('money of nobody is given to a dossier by who has nothing to do with it', () => {
  let office: Awaited<ReturnType<typeof opened>>;
  beforeEach(async () => {
    office = await opened();
  });
  const isUntouched = async () => {
    expect((await office.deps.payments.payment('bank', transaction))?.state).toBe('unassigned');
    expect(office.books().sum).toBe(0);
  };

  test.each([
    ['an administrator', administrator],
    ['a leader of the province’s unit', leader],
  ])('%s does not give it to a dossier of their own', async (_, officer) => {
    const own = { ...officer, person: office.owner };
    const given = office.assign(transaction, office.code, NOW, own as never);
    await expect(given).rejects.toMatchObject({ code: 'own-dossier' });
    await isUntouched();
    expect(await office.assign(transaction, office.code, NOW, officer)).toMatchObject({ amount: 10_000 });
  });

  test('nor to one in which they declared an interest, under whatever account', async () => {
    const person = 'c'.repeat(64);
    const handler: OfficerPrincipal = {
      ...{ kind: 'officer', id: 'lienquan.h44-101', unit: 'H44.101', roles: ['handler'] },
      person: person as never,
    };
    await office.declare(handler);
    const same = { ...administrator, person } as never;
    const given = office.assign(transaction, office.code, NOW, same);
    await expect(given).rejects.toMatchObject({ code: 'interest-declared' });
    await isUntouched();
  });

  test.each([
    ['of another unit', { ...leader, unit: 'H44.101' }, 'not-found'],
    ['who only looks', { ...leader, roles: ['overseer'] }, 'forbidden'],
    ['who audits', { ...leader, roles: ['auditor'] }, 'forbidden'],
    ['of the counter', { ...leader, roles: ['reception'] }, 'forbidden'],
  ] as const)('nobody %s gives it', async (_, officer, code) => {
    const given = office.assign(transaction, office.code, NOW, officer as never);
    await expect(given).rejects.toMatchObject({ code });
    await isUntouched();
  });

  test('what was somebody’s in a stale list stays theirs', async () => {
    const other = await office.submit();
    await office.assign(transaction, office.code);
    await expect(office.assign(transaction, other)).rejects.toMatchObject({ code: 'state-conflict' });
    expect((await office.deps.payments.payment('bank', transaction))?.dossier).toBe(office.code);
  });
});
