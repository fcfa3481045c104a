import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoDossierStore } from '../../functions/platform/dossiers/dynamo-dossier-store.ts';
import { dynamoDossierLists, type ListOwner } from '../../functions/platform/lists/dossier-lists.ts';
import { accept } from '../support/lifecycle/decisions.ts';
import { type LocalTable, openLocalTable } from '../support/lifecycle/local-table.ts';
import { PaperDossier } from '../support/lifecycle/paper-dossier.ts';
import { create, labels } from './stores.ts';

let local: LocalTable;
beforeAll(async () => {
  local = await openLocalTable();
});
afterAll(() => local?.close());

async function listed(of: ListOwner) {
  const { dossiers } = await dynamoDossierLists(local.table).page(of, undefined, 20, () => true);
  return dossiers.map(({ head }) => [head.code, head.handling]);
}

describe('a dossier received for another unit', () => {
  it('is in the lists of both units, in its state of now', async () => {
    const stores = { dossiers: dynamoDossierStore(local.table) };
    const filing = { receivingUnit: 'H44.120', competentUnit: 'H44.121', at: '2026-03-02T08:00:00+07:00' };
    const made = await create(stores, { agency: 'H44.120', date: '2026-03-02' }, filing);
    if ('refused' in made) throw new Error(made.refused);
    const { code } = made.outcome.head;
    expect(await listed({ unit: 'H44.120' })).toEqual([[code, 'submitted']]);
    const paper = new PaperDossier('1.001193', { ...filing, code });
    const before = paper.head;
    paper.at('2026-03-02T09:00:00+07:00').decide(accept);
    const outcome = { events: paper.ledger.slice(before.version), head: paper.head };
    expect(await stores.dossiers.commit({ before, outcome, labels })).toBeUndefined();
    expect(await listed({ unit: 'H44.120' })).toEqual([[code, 'accepted']]);
    expect(await listed({ unit: 'H44.121' })).toEqual([[code, 'accepted']]);
  });
});

describe('a dossier a citizen submitted for somebody else', () => {
  it('is in the lists of both', async () => {
    const stores = { dossiers: dynamoDossierStore(local.table) };
    const made = await create(stores, { agency: 'H44.122', date: '2026-03-03' });
    if ('refused' in made) throw new Error(made.refused);
    const { code, owner } = made.outcome.head;
    expect(await listed({ owner })).toContainEqual([code, 'submitted']);
    const other = await stores.dossiers.create({ agency: 'H44.122', date: '2026-03-04' }, next => ({
      ...made,
      outcome: new FiledForAnother(next).outcome,
    }));
    if ('refused' in other) throw new Error(other.refused);
    expect(await listed({ owner: 'helper-key' })).toEqual([[other.outcome.head.code, 'submitted']]);
  });
});

/** A submission whose actor is not its owner. */
class FiledForAnother {
  readonly outcome;

  constructor(code: string) {
    const paper = new PaperDossier('1.001193', {
      code,
      receivingUnit: 'H44.122',
      at: '2026-03-04T08:00:00+07:00',
    });
    this.outcome = { events: paper.ledger, head: { ...paper.head, submittedBy: 'citizen:helper-key' } };
  }
}
