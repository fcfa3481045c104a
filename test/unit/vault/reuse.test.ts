import { describe, expect, test } from 'vitest';
import { reuseCount, reusedAfter } from '../../../functions/domain/vault/reuse.ts';

const nothing = { files: [], paperCopies: 0 };
const uploaded = { files: ['f_1'], paperCopies: 0 };
const cited = { ...nothing, results: ['H44.101-KQ2026-000001'], reuse: 3 as const };
const fetched = { ...uploaded, fromStore: [{ file: 'f_1', kind: 'KQ.G10.001147' }], reuse: 3 as const };

describe('which papers of a dossier were reused', () => {
  test('those for which a result stands: one of ours, or one of the national store', () => {
    const given = [
      { component: 'c1', ...uploaded },
      { component: 'c2', ...cited },
      { component: 'c3', ...fetched },
      { component: 'c4', ...nothing, paperCopies: 2 },
    ];
    const reused = reusedAfter(null, given);
    expect(reused).toEqual({ c2: 3, c3: 3 });
    expect(reuseCount(reused)).toBe(2);
  });

  test('a paper that is handed in later takes the place of the result, and the other way round', () => {
    const before = { c2: 3, c3: 3 } as const;
    const given = [
      { component: 'c2', ...uploaded },
      { component: 'c1', ...cited },
      // Named, and nothing given for it: what was there stays.
      { component: 'c3', ...nothing },
    ];
    expect(reusedAfter(before, given)).toEqual({ c1: 3, c3: 3 });
  });

  test('a paper listed twice in a request is one hand-in', () => {
    const twice = [
      { component: 'c1', ...cited },
      { component: 'c1', ...uploaded },
    ];
    expect(reusedAfter(null, twice)).toEqual({ c1: 3 });
    expect(reusedAfter(null, twice.toReversed())).toEqual({ c1: 3 });
    expect(reusedAfter({ c1: 3 }, [{ component: 'c1', ...uploaded }])).toBeNull();
    expect(reuseCount(null)).toBe(0);
  });

  test('a ledger from before reuse was counted gives the head it gave then', () => {
    const { reuse: _, ...before } = cited;
    expect(reusedAfter(null, [{ component: 'c1', ...before }])).toBeNull();
  });
});
