import { describe, expect, test } from 'vitest';
import { accountClaims } from '../../schemas/identity/issuer.ts';
import { openCounter } from './counter.ts';

const CARD = { procedure: '1.001010', receivingUnit: 'H44.01', competentUnit: 'H44.08' };
const BUILDING = { procedure: '1.013225', receivingUnit: 'H44.101' };
const passport = { kind: 'passport', number: 'P1234567', country: 'LAO' } as const;
const refused = (code: string, pointer: string) =>
  expect.objectContaining({ code, faults: [expect.objectContaining({ pointer })] });

describe('akademikbilisim/ab-kurs-kayit#44, FirstTechEds/AFHCO.Hermes.Issues#46, reges-ro/integrare#498', () => {
  test('foreigners apply by their passport for what is for foreigners, and only they do', async () => {
    const counter = openCounter();
    const code = await counter.submit(CARD, { kind: 'foreigner', name: 'Somphone Vongsa', paper: passport });
    const person = { kind: 'person', name: 'Nguyễn Văn An', identityNumber: '025090000001' };
    expect((await counter.dossiers.find(code))?.head.handling).toBe('submitted');
    await expect(counter.submit(CARD, person)).rejects.toThrow(
      refused('applicant-not-entitled', '/applicant/kind'),
    );
  });

  test('a residence card does as well, and a newborn or stateless person needs no number', async () => {
    const counter = openCounter();
    const card = { kind: 'residenceCard', number: 'NA 1234567', country: 'LAO' };
    const foreigner = { kind: 'foreigner', name: 'Somphone Vongsa', paper: card };
    expect(await counter.submit(CARD, foreigner)).toMatch(/^H44\.01-/);
    const paper = { name: 'Giấy xác nhận cư trú', number: '12/XN' };
    const stateless = { kind: 'personWithoutNumber', name: 'Somchai', birthDate: '1980-01-01', paper };
    expect(await counter.submit(CARD, stateless)).toMatch(/^H44\.01-/);
  });
});

describe('maziyarpanahi/openmed#1601, VietOpenCPS/Vaccom#49', () => {
  test.each(['101090000001', '238190000001', '001090000001', '096090000001'])(
    'the number %s of a citizen, registered in a province or abroad, is one: to apply and to sign in',
    async identityNumber => {
      const counter = openCounter();
      const applicant = { kind: 'person', name: 'Lê Lan', identityNumber };
      await counter.submit(BUILDING, applicant);
      await counter.submit(BUILDING, applicant, { kind: 'citizen', identityNumber, level: 2 });
      expect(accountClaims.safeParse({ identityNumber, loa: 2 }).success).toBe(true);
    },
  );
});

describe('odoo/odoo#217253', () => {
  test('a household business is taxed by the 12-digit number of its owner, who sees its dossiers', async () => {
    const counter = openCounter();
    const owner = { kind: 'citizen', identityNumber: '025090000001', level: 2 } as const;
    for (const kind of ['household', 'organisation']) {
      const applicant = { kind, name: 'Hộ kinh doanh Lê Lan', taxCode: owner.identityNumber };
      const code = await counter.submit(BUILDING, applicant, owner);
      const { head } = (await counter.dossiers.find(code)) ?? {};
      expect(head?.owner).toBe(counter.keyring.personKey(owner.identityNumber));
    }
    await expect(
      counter.submit(BUILDING, { kind: 'household', name: 'Hộ', taxCode: '097090000001' }),
    ).rejects.toThrow();
  });
});

describe('opencrvs/opencrvs-core#5748, #2144, OpenSPP/openspp-modules#65', () => {
  const born = (birthDate: string) => ({
    kind: 'person',
    name: 'Nguyễn Văn An',
    identityNumber: '025090000001',
    birthDate,
  });

  test.each(['2099-01-01', '2026-11-24', '1899-12-31', '0001-01-01'])('nobody is born on %s', async date => {
    await expect(openCounter().submit(BUILDING, born(date))).rejects.toThrow(
      refused('request-invalid', '/applicant/birthDate'),
    );
  });

  test.each(['2026-11-23', '1900-01-01', '2024-02-29'])('somebody is born on %s', async date => {
    expect(await openCounter().submit(BUILDING, born(date))).toMatch(/^H44\.101-/);
  });
});

describe('egovernments/DIVOC#652', () => {
  const wrong = { kind: 'person', name: 'Bùi Thị Sái', identityNumber: '025190000002' };
  const right = { ...wrong, name: 'Bùi Thị Sải', identityNumber: '025190000003' };
  const correction = {
    applicant: right,
    reason: 'Cán bộ tiếp nhận ghi nhầm',
    evidence: { description: 'Căn cước xuất trình tại quầy' },
  };

  test('a mistyped name and number are corrected, with reason and evidence, and what was known before is kept', async () => {
    const counter = openCounter();
    const code = await counter.submit(BUILDING, wrong);
    const answer = await counter.correct(code, 'H44.101', correction);
    expect(answer).toMatchObject({ version: 2, changed: ['/applicant/identityNumber', '/applicant/name'] });
    const people = await counter.dossiers.people(code);
    expect(people?.applicant).toEqual(right);
    expect(people?.earlier).toMatchObject([{ event: 2, applicant: wrong }]);
    const { head } = (await counter.dossiers.find(code)) ?? {};
    expect(head?.owner).toBe(counter.keyring.personKey(right.identityNumber));
    const [, event] = await counter.dossiers.events(code, 0, 10);
    expect(event?.data).toMatchObject({ type: 'applicantCorrected', reason: correction.reason });
    for (const secret of ['Sái', 'Sải', wrong.identityNumber, right.identityNumber])
      expect(JSON.stringify(event)).not.toContain(secret);
  });

  test('a second correction keeps both of what was known before', async () => {
    const counter = openCounter();
    const code = await counter.submit(BUILDING, wrong);
    await counter.correct(code, 'H44.101', correction);
    await counter.correct(code, 'H44.101', { ...correction, applicant: { ...right, phone: '0912345678' } });
    const people = await counter.dossiers.people(code);
    expect(people?.earlier.map(({ changed }) => changed)).toEqual([
      ['/applicant/identityNumber', '/applicant/name'],
      ['/applicant/phone'],
    ]);
  });
});
