import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { organizationOf, personOf } from '../../../bench/lists/store/people.ts';
import { checkPeople } from '../../../functions/domain/applicants/check-applicant.ts';
import { personName } from '../../../schemas/codes/person-name.ts';
import { type Applicant, applicant } from '../../../schemas/dossier/applicant.ts';
import { officer, unit } from '../../../schemas/organization/unit.ts';
import { textsWithin } from '../../../schemas/texts-within.ts';

const now = Date.parse('2026-11-26T08:00:00+07:00');
const files = ['law', 'province'].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.json'))
    .map(name => `${folder}/${name}`),
);

test.each(files)('every text of %s passes, composed and decomposed', file => {
  const text = readFileSync(file, 'utf8');
  const composed = textsWithin(JSON.parse(text.normalize('NFC')));
  const decomposed = textsWithin(JSON.parse(text.normalize('NFD')));
  expect([...composed.faults, ...decomposed.faults]).toEqual([]);
  expect(decomposed.value).toEqual(composed.value);
  expect(JSON.stringify(composed.value)).toBe(JSON.stringify(JSON.parse(text.normalize('NFC'))));
});

test('units and officers keep the names that they were shipped with', () => {
  const shipped = (name: string) => JSON.parse(readFileSync(`province/phu-tho/${name}.json`, 'utf8'));
  for (const [list, schema] of [
    [shipped('units'), unit],
    [shipped('officers'), officer],
  ] as const) {
    const entries: readonly { name: string }[] = Array.isArray(list)
      ? list
      : (Object.values<{ name: string }[]>(list)[0] ?? []);
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) expect(schema.shape.name.parse(entry.name)).toBe(entry.name);
  }
});

/** As a portal sends them: through the texts of a body, the schema, and the rules of people. */
function taken(given: Applicant, form: 'NFC' | 'NFD'): Applicant {
  const { value, faults } = textsWithin(JSON.parse(JSON.stringify(given).normalize(form)));
  expect(faults).toEqual([]);
  const read = applicant.parse(value);
  checkPeople({ applicant: read, returnBy: 'electronic' }, now);
  return read;
}

test('a thousand people and firms by the commonest Vietnamese names are taken as they are named', () => {
  for (let index = 0; index < 500; index++)
    for (const given of [personOf('names', index), organizationOf('names', index)])
      for (const form of ['NFC', 'NFD'] as const) expect(taken(given, form)).toEqual(applicant.parse(given));
});

test('so is every vowel with every tone, in capitals too', () => {
  for (const vowel of 'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY')
    for (const tone of ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'])
      for (const form of ['NFC', 'NFD'] as const) {
        const name = `Đ${vowel}${tone}n Thị Ngh${vowel}${tone}`.normalize(form);
        expect(textsWithin(name)).toEqual({ value: name.normalize('NFC'), faults: [] });
        expect(personName.parse(name)).toBe(name.normalize('NFC'));
      }
});
