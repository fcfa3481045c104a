import { expect, test } from 'vitest';
import { openDossiers } from '../../../functions/records/replanning/open-dossiers.ts';

/** Open tasks by unit, two on a page; a consultation is another unit's dossier. */
const TASKS: Readonly<Record<string, readonly { dossier: string; phase: string }[]>> = {
  'H44.1': ['a', 'b', 'c'].map(dossier => ({ dossier, phase: 'step' })),
  'H44.2': [],
  'H44.3': [{ dossier: 'x', phase: 'consultation' }],
  'H44.4': [{ dossier: 'd', phase: 'signature' }],
};
const PAGE = 2;
const workList = {
  async page({ unit }: { unit: string }, { after }: { after: string | undefined }) {
    const from = Number(after ?? 0);
    const tasks = TASKS[unit] ?? [];
    const next = from + PAGE < tasks.length ? String(from + PAGE) : undefined;
    return { items: tasks.slice(from, from + PAGE), next };
  },
};

async function walk(units: readonly string[]): Promise<string[][]> {
  const pages: string[][] = [];
  for (let after: string | undefined; ; ) {
    // Only what a page is made of is given.
    const page = await openDossiers({ workList: workList as never }, units, { after, limit: PAGE });
    pages.push([...page.codes]);
    if (page.next === undefined) return pages;
    after = page.next;
  }
}

test('open dossiers of many units are gone through page by page, each once; units without work make no page', async () => {
  expect(await walk(Object.keys(TASKS))).toEqual([['a', 'b'], ['c'], ['d']]);
  expect(await walk(['H44.1'])).toEqual([['a', 'b'], ['c']]);
  expect(await walk(['H44.2', 'H44.3'])).toEqual([[]]);
  expect(await walk([])).toEqual([[]]);
});

test('a unit that is gone since hands its place to the next one, in whatever order units are listed', async () => {
  const units = ['H44.4', 'H44.3', 'H44.1'];
  const place = { after: 'H44.2 2', limit: PAGE };
  expect((await openDossiers({ workList: workList as never }, units, place)).codes).toEqual(['d']);
  expect(await walk(units)).toEqual([['a', 'b'], ['c'], ['d']]);
});
