import { expect, test } from 'vitest';
import { formPaper } from '../../../schemas/dossier/form.ts';
import { words } from '../../../web/forms/words.ts';

test.each(['vi', 'en'] as const)('every paper a form is printed on has a name of its own (%s)', language => {
  const { papers } = words[language];
  expect(Object.keys(papers).toSorted()).toEqual(formPaper.options.toSorted());
  expect(new Set(Object.values(papers)).size).toBe(formPaper.options.length);
});
