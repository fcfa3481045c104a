import { expect, test } from 'vitest';
import { procedureNames } from '../../../functions/records/catalogue/procedure-names.ts';
import type { CatalogueEntry } from '../../../schemas/stored/catalogue.ts';

const names = {
  '1.000001': 'Đăng ký khai sinh',
  '1.000002': 'Đăng ký khai sinh có yếu tố nước ngoài',
  '1.000003': 'Đăng ký khai tử',
  '1.000004': 'Đăng ký lại khai sinh',
};
const catalogue = {
  entries: async (after = '') =>
    Object.entries(names)
      .filter(([code]) => code > after)
      .map(([code, name]) => ({ code, name }) as CatalogueEntry),
};
const find = async (text: string) => {
  const found = await procedureNames(catalogue, { keptFor: 1000, now: () => 0 }).find(text);
  return found.map(({ entry }) => entry.code);
};

test('finds procedures that have all the words, in any order and with or without diacritics, the shortest names first', async () => {
  expect(await find('SINH khai')).toEqual(['1.000001', '1.000004', '1.000002']);
  expect((await find('đăng ký khai')).slice(0, 2)).toEqual(['1.000001', '1.000003']);
  expect(await find('tử')).toEqual(['1.000003']);
});

test('finds a procedure by its code, typed in whatever way', async () => {
  for (const code of ['1.000003', '1000003', ' 1.000003.000.00.00.H44'])
    expect(await find(code)).toEqual(['1.000003']);
});

test('finds nothing for a word that no name has, and for no words', async () => {
  expect(await find('khai sinh đôi')).toEqual([]);
  expect(await find('…')).toEqual([]);
});
