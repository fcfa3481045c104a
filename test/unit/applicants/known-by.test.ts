import { expect, test } from 'vitest';
import { accountKnownBy } from '../../../functions/domain/applicants/account-known-by.ts';
import {
  applicantKnownBy,
  personKnownBy,
  representativeOf,
} from '../../../functions/domain/applicants/known-by.ts';
import { type Applicant, applicant } from '../../../schemas/dossier/applicant.ts';

const mother = { name: 'Lê Lan', identityNumber: '025190000009' };
const known = (given: unknown) => applicantKnownBy(applicant.parse(given));

test('stored applicants of the first two kinds are read, and known by their numbers alone, as they always were', () => {
  const person = { kind: 'person', name: 'Nguyễn Văn An', identityNumber: '025090000001', address: '   ' };
  const firm = {
    kind: 'organisation',
    name: 'Công ty Chè',
    taxCode: '2600108626',
    representative: { name: 'Lê Lan', identityNumber: '025190000009' },
  };
  expect(known(person)).toBe('025090000001');
  expect(known({ ...person, birthDate: '2099-01-01' })).toBe('025090000001');
  expect(known(firm)).toBe('2600108626');
});

test('a household that is taxed by a personal number is known as its owner is', () => {
  const household = { kind: 'household', name: 'Hộ Lê Lan', taxCode: mother.identityNumber };
  expect(known(household)).toBe(personKnownBy(mother));
});

test('a foreigner’s account is the applicant whose paper it was opened with, however the number is written', () => {
  const paper = { kind: 'passport', number: 'p 123 4567', country: 'LAO' } as const;
  const foreigner = applicant.parse({ kind: 'foreigner', name: 'Somphone', paper });
  const account = { kind: 'foreigner', paper: { ...paper, number: 'P1234567' } } as const;
  expect(applicantKnownBy(foreigner)).toBe(accountKnownBy(account));
  expect(known({ kind: 'foreigner', name: 'Somphone', paper: { ...paper, country: 'THA' } })).not.toBe(
    accountKnownBy(account),
  );
});

test('the account of an organization is the firm, cooperative or agency of that number', () => {
  const account = (number: string) => accountKnownBy({ kind: 'organisation', number });
  expect(known({ kind: 'cooperative', name: 'HTX Chè', taxCode: '2600108626' })).toBe(account('2600108626'));
  expect(known({ kind: 'agency', name: 'UBND xã', agencyCode: 'H44.55' })).toBe(account('H44.55'));
});

test('who has no number is told from others by name, birth date and who or what stands for them', () => {
  const child = { kind: 'personWithoutNumber', name: 'Lê Bé', birthDate: '2026-11-20', guardian: mother };
  const others = [
    { ...child, name: 'Lê Em' },
    { ...child, birthDate: '2026-11-21' },
    { ...child, guardian: { ...mother, identityNumber: '025190000008' } },
    { ...child, guardian: undefined, paper: { name: 'Giấy chứng sinh', number: '12' } },
  ];
  expect(new Set([child, ...others].map(known)).size).toBe(5);
  expect(known({ ...child, name: '  lê   BÉ' })).toBe(known(child));
});

test('who acts by law is the named representative, or a child’s guardian', () => {
  const child = applicant.parse({
    kind: 'personWithoutNumber',
    name: 'Lê Bé',
    birthDate: '2026-11-20',
    guardian: mother,
  });
  expect(representativeOf(child)).toEqual(mother);
  const nobody: Applicant = { kind: 'person', name: 'Lê Lan', identityNumber: mother.identityNumber };
  expect(representativeOf(nobody)).toBeUndefined();
});
