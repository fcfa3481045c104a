import { expect, test } from 'vitest';
import { checkPeople } from '../../../functions/domain/applicants/check-applicant.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { personName } from '../../../schemas/codes/person-name.ts';
import { type Applicant, applicant } from '../../../schemas/dossier/applicant.ts';

const now = Date.parse('2026-11-26T08:00:00+07:00');
const person = (name: string): Applicant => ({ kind: 'person', name, identityNumber: '025090000001' });
const club = (name: string, representative = 'Lê Thị Hoa'): Applicant => ({
  kind: 'organisationWithoutNumber',
  name,
  representative: { name: representative, identityNumber: '025190000002' },
});

function refusedAt(given: Applicant, by?: string): string[] {
  try {
    const named = by === undefined ? undefined : { name: by, identityNumber: '025090000003' };
    checkPeople({ applicant: given, returnBy: 'electronic', by: named }, now);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.faults.map(({ pointer }) => pointer);
  }
}

test('what cannot be seen is no name, though Unicode calls it a letter; where one is stored it is still read', () => {
  for (const unseen of ['\u3164\u3164', 'A\uFFA0', 'Lê \u115F An', 'Lê\u034F An', 'Lê \u17B4']) {
    expect(refusedAt(person(unseen), unseen)).toEqual(['/applicant/name', '/onBehalf/by/name']);
    expect(personName.parse(unseen)).toBe(unseen);
  }
});

test.each([
  'Nguyễn Văn An',
  "H'Hen Niê",
  'Y Thĭnh Ƀyă',
  '王小明',
  'Иван Петров',
  '김민준',
  'สมชาย ใจดี',
  'José Ñáñez',
])('%s is in one script', name => {
  expect(refusedAt(person(name), name)).toEqual([]);
});

test('a word of another script is no part of a name, though it be whole', () => {
  expect(refusedAt(person('Nguyễn Вао An'), 'Lê Аnna')).toEqual(['/applicant/name', '/onBehalf/by/name']);
  expect(refusedAt(club('Hội СМС Phú Thọ', 'Lê Оn'))).toEqual([
    '/applicant/name',
    '/applicant/representative/name',
  ]);
  expect(refusedAt(club('Công ty Ω'))).toEqual(['/applicant/name']);
});

test('an organization has a letter or digit in its name, and one line', () => {
  expect(refusedAt(club('—…—'))).toEqual(['/applicant/name']);
  const kept = applicant.parse(club('Công ty A\n\u2028Đồng ý giải quyết\r\nSố: 1'));
  expect(kept.name).toBe('Công ty A Đồng ý giải quyết Số: 1');
});
