import { describe, expect, test } from 'vitest';
import { rowOf } from '../../../functions/domain/lists/row-of.ts';
import { nothing, RANKS, type Search } from '../../../functions/features/search/match.ts';
import { show } from '../../../functions/features/search/show.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import { accept, consult } from '../../support/lifecycle/decisions.ts';
import { noLists } from '../../support/lifecycle/no-lists.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

const labels = { procedureName: 'Thủ tục', field: 'Đất đai', duplicates: [] };
const officer = (unit: string): OfficerPrincipal => ({ kind: 'officer', id: 'an', unit, roles: ['handler'] });
const search = { limit: 2 } as Search;
const match = (code: string, rank: number = RANKS.code) => ({
  code,
  rank,
  foundIn: 'code' as const,
  submittedAt: 0,
});

/** Lists that know some dossiers, and what was asked of them. */
function listsOf(papers: readonly PaperDossier[]) {
  const asked: string[][] = [];
  const found = (code: string) => papers.find(({ head }) => head.code === code)?.head;
  const lists = {
    ...noLists.lists,
    rows: async (codes: readonly string[]) => {
      asked.push([...codes]);
      return codes.map(code => {
        const head = found(code);
        return head && rowOf(head, labels);
      });
    },
    fetch: async (codes: readonly string[]) =>
      codes.map(code => {
        const head = found(code);
        return head && { head, labels };
      }),
  };
  return { deps: { lists } as never, asked };
}

describe('what is shown of what was found', () => {
  const code = 'H44.101-260302-0001';
  const asking = new PaperDossier('1.012796', { code, receivingUnit: 'H44.101' });
  asking.at('2026-03-02T09:00:00+07:00').decide(accept);
  asking.at('2026-03-02T10:00:00+07:00').decide(consult);
  const consulted = asking.head.tasks.find(({ phase }) => phase === 'consultation')?.unit ?? '';

  test('a unit that was asked for its opinion sees the dossier, and no other unit does', async () => {
    const { deps } = listsOf([asking]);
    const codes = async (unit: string) => {
      const page = await show(deps, officer(unit), search, { matches: [match(code)], more: false });
      return page.items.map(item => [item.code, item.tasks.length > 0]);
    };
    expect(consulted).not.toBe('');
    expect(await codes('H44.101')).toEqual([[code, false]]);
    expect(await codes(consulted)).toEqual([[code, true]]);
    expect(await codes('H44.199')).toEqual([]);
  });

  test('guesses are tried a few first, and all others at once', async () => {
    const codes = Array.from({ length: 9 }, (_, nth) => `H44.101-260302-000${nth + 1}`);
    const papers = codes.slice(7).map(each => new PaperDossier('1.001193', { code: each }));
    const { deps, asked } = listsOf(papers);
    const matches = codes.map(each => match(each));
    const page = await show(deps, officer('H44.101'), search, { matches, more: false });
    expect(page.items.map(item => item.code)).toEqual(codes.slice(7));
    expect(asked).toEqual([codes.slice(0, 4), codes.slice(4)]);
    expect(await show(deps, officer('H44.101'), search, nothing)).toEqual({ items: [], more: false });
  });

  test('the best match of a dossier counts, and what is beyond the page is said to be there', async () => {
    const codes = ['H44.101-260302-0001', 'H44.101-260302-0002', 'H44.101-260302-0003'];
    const { deps } = listsOf(codes.map(each => new PaperDossier('1.001193', { code: each })));
    const [first = '', second = '', third = ''] = codes;
    const matches = [match(first, 8), match(second, 3), match(third, 2), match(first, 1)];
    const page = await show(deps, officer('H44.101'), search, { matches, more: false });
    expect(page.items.map(item => item.code)).toEqual([first, third]);
    expect(page.more).toBe(true);
  });
});
