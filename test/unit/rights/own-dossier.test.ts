import { describe, expect, test } from 'vitest';
import { declareInterest } from '../../../functions/domain/dossier/decisions/declare-interest.ts';
import { demandNotOwn, isConcerned } from '../../../functions/domain/rights/own-dossier.ts';
import type { Person } from '../../../functions/domain/rights/same-person.ts';
import { dossierHead } from '../../../schemas/dossier/head.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

const officer = (id: string, person?: string): OfficerPrincipal => ({
  ...{ kind: 'officer', id, unit: 'H44.101', roles: ['handler'] },
  ...(person !== undefined && { person }),
});

/** A dossier in which an officer declared an interest. */
function declared(who: Person) {
  const paper = new PaperDossier('1.001193');
  const event = declareInterest(paper.head, who, 'Người thân');
  if (!event) throw new Error('nothing was declared');
  return paper.enter([event]).head;
}

describe('an interest', () => {
  test('holds for every account of the person who declared it', () => {
    const head = declared({ id: 'an', person: 'P1' });
    for (const same of [officer('an'), officer('an', 'P1'), officer('an.khac', 'P1')]) {
      expect(isConcerned(head, same)).toBe(true);
      expect(() => demandNotOwn(head, same)).toThrow(expect.objectContaining({ code: 'interest-declared' }));
    }
    for (const other of [officer('binh'), officer('binh', 'P2')])
      expect(isConcerned(head, other)).toBe(false);
  });

  test('is held by account where nobody knows who it is', () => {
    const head = declared({ id: 'an' });
    expect(head.interests.map(one => Object.keys(one))).toEqual([['officer', 'at']]);
    expect(isConcerned(head, officer('an', 'P1'))).toBe(true);
    expect(isConcerned(head, officer('an.khac', 'P1'))).toBe(false);
    expect(dossierHead.parse(head)).toEqual(head);
  });

  test('is not declared twice by one person, whatever the account', () => {
    const head = declared({ id: 'an', person: 'P1' });
    expect(declareInterest(head, { id: 'an.khac', person: 'P1' }, 'Người thân')).toBeUndefined();
    expect(declareInterest(head, { id: 'binh', person: 'P2' }, 'Người thân')?.data).toMatchObject({
      officer: 'binh',
      person: 'P2',
    });
  });
});
