import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLaw, LAW_FILES } from '../../../law/check-law.ts';

const law = fileURLToPath(new URL('../../../law/', import.meta.url));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-law-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function refusalOf(file: string, change: (text: string) => string): string {
  cpSync(law, folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(law, file), 'utf8')));
  try {
    checkLaw(pathToFileURL(`${folder}/`));
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('the files of the law', () => {
  it('are all looked at, and right', () => {
    const files = readdirSync(law, { recursive: true, encoding: 'utf8' }).filter(name =>
      /\.json$/.test(name),
    );
    expect(Object.keys(LAW_FILES).sort()).toEqual(files.sort());
    expect(() => checkLaw()).not.toThrow();
  });

  it.each([
    ['access-records.json', ['"keptYears": 5', '"keptYears": 0'], 'versions.0.keptYears: must be at least 1'],
    ['applicants.json', ['^[A-Z0-9]{5,20}$', '^[A-Z0-9{5,20}$'], 'papers.passport.form: '],
    ['applicants.json', ['["person"]', '["people"]'], 'versions.0.published'],
    ['handling-limits.json', ['"workingHour"', '"hour"'], 'versions.0.reception'],
    ['pauses.json', ['"effect": "resume"', '"effect": "go on"'], 'must be one of: resume, restart'],
    ['authoritative-systems.json', ['https://', 'http://'], 'address: '],
    ['calendars/office-hours.standard.1.json', ['"', ''], 'is not well-formed JSON'],
  ] as const)(
    'a fault in %s is told in one sentence in each language, with the field',
    (file, [from, to], told) => {
      const refusal = refusalOf(file, text => text.replace(from, to));
      const sentences = refusal.split('\n');
      expect(sentences).toHaveLength(2);
      for (const sentence of sentences) expect(sentence).toContain(file);
      expect(sentences[1]).toContain(told);
    },
  );

  it('a byte order mark, as editors on Windows write it, does no harm', () => {
    expect(refusalOf('forms.json', text => `\uFEFF${text}`)).toBe('');
  });
});
