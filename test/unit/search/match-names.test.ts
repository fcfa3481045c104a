import { expect, test } from 'vitest';
import { readSearch } from '../../../functions/domain/search/read-search.ts';
import { spelling } from '../../../functions/domain/search/search-terms.ts';
import type { Found } from '../../../functions/features/search/found-index.ts';
import { RANKS, type Search } from '../../../functions/features/search/match.ts';
import { matchNames } from '../../../functions/features/search/match-names.ts';

/** Finds names by an index that holds what is given, and tells how many it was asked for. */
function searchAmong(grades: readonly number[], spelledLikeAsked: number) {
  const text = 'Nguyễn Văn Á';
  const all = grades.map(
    (grade, nth): Found => ({
      code: `H44.101-260302-${nth}`,
      grade,
      submittedAt: -nth,
      spelled: nth === spelledLikeAsked ? spelling(text) : 'otherwise',
      words: undefined,
    }),
  );
  const asked: number[] = [];
  const found = {
    async byTerm(_term: string, _unit: string | undefined, limit: number) {
      asked.push(limit);
      return { found: all.slice(0, limit), more: all.length > limit };
    },
  };
  const deps = { found, keyring: async () => ({ termKey: (term: string) => term }) } as never;
  const search: Search = {
    text,
    limit: 20,
    units: undefined,
    heirsOf: () => [],
    now: 0,
    reading: readSearch(text, { units: [], today: '2026-03-02' }),
  };
  return { asked, matching: matchNames(deps, search, ['allWords']) };
}

const times = (count: number, grade: number) => Array.from({ length: count }, () => grade);

test('where more names than are shown have just these words, the one spelled as asked is found behind them', async () => {
  const { asked, matching } = searchAmong(times(90, 0), 77);
  const { matches } = await matching;
  expect(matches.filter(({ rank }) => rank === RANKS.name).map(({ code }) => code)).toEqual([
    'H44.101-260302-77',
  ]);
  expect(asked).toEqual([21, 100]);
});

test('where all names with just these words are among the first, no more are read', async () => {
  const { asked, matching } = searchAmong([...times(20, 0), ...times(200, 1)], 19);
  const { matches, more } = await matching;
  expect(matches.map(({ rank }) => rank - RANKS.name)).toEqual([...times(19, 1), 0, 2]);
  expect({ asked, more }).toEqual({ asked: [21], more: true });
});
