import { PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isEnd } from '../../functions/domain/lifecycle/states.ts';
import { answers, type DossierQuestion, questionOf } from '../../functions/domain/lists/dossier-filters.ts';
import { rowOf } from '../../functions/domain/lists/row-of.ts';
import { listEntry } from '../../functions/domain/projections/list-entries.ts';
import { parseInstant } from '../../functions/domain/vietnam-time.ts';
import { dynamoDossierStore } from '../../functions/records/dossiers/dynamo-dossier-store.ts';
import { listPlace } from '../../functions/records/keys/keys.ts';
import { dynamoDossierLists } from '../../functions/records/lists/dossier-lists.ts';
import { listItem, listItemKey } from '../../functions/records/lists/list-items.ts';
import { type DossierFilters, dossierFilters } from '../../schemas/api/dossier-list.ts';
import { ProblemError } from '../../schemas/api/problem-error.ts';
import { handlingState, moneyState } from '../../schemas/dossier/states.ts';
import type { DossierRow } from '../../schemas/stored/dossier-row.ts';
import { accept, approve, missing } from '../support/lifecycle/decisions.ts';
import { type LocalTable, openLocalTable } from '../support/lifecycle/local-table.ts';
import { PaperDossier } from '../support/lifecycle/paper-dossier.ts';
import { create, labels } from './stores.ts';

const UNIT = 'H44.130';
const now = Date.parse('2026-03-20T08:00:00+07:00');
const CHANNELS = ['online', 'counter', 'post'] as const;
const PROCEDURES = ['1.001193', '1.013225', '2.001263'];
/** How far dossiers are, each a day later. */
const WAYS: readonly ((paper: PaperDossier) => unknown)[][] = [
  [],
  [paper => paper.decide(accept)],
  [paper => paper.decide(missing)],
  [paper => paper.withdraw()],
  [paper => paper.decide(accept), paper => paper.decide(approve)],
  [paper => paper.decide(accept), paper => paper.decide(missing), paper => paper.withdraw()],
];

let local: LocalTable;
const rows: DossierRow[] = [];

/** Dossiers of every procedure and channel, as far as each goes. */
beforeAll(async () => {
  local = await openLocalTable();
  const store = dynamoDossierStore(local.table);
  let nth = 0;
  for (const procedure of PROCEDURES) {
    for (const channel of CHANNELS) {
      for (const way of WAYS) {
        const date = `2026-03-${String(2 + (nth % 5)).padStart(2, '0')}`;
        const at = `${date}T08:${String(nth++).padStart(2, '0')}:00+07:00`;
        const filing = { receivingUnit: UNIT, channel, at };
        const of = { ...labels, field: `Lĩnh vực ${procedure}` };
        const made = await create(
          { dossiers: store },
          { agency: UNIT, date },
          { ...filing, procedure, labels: of },
        );
        if ('refused' in made) throw new Error(made.refused);
        const paper = new PaperDossier(procedure, { ...filing, code: made.outcome.head.code });
        for (const [days, step] of way.entries()) {
          const before = paper.head;
          goOn(paper.at(`2026-03-${10 + days}T09:00:00+07:00`), step);
          const outcome = { events: paper.ledger.slice(before.version), head: paper.head };
          if (outcome.events.length > 0) await store.commit({ before, outcome, labels: of });
        }
        rows.push(rowOf(paper.head, of));
      }
    }
  }
}, 60_000);
afterAll(() => local?.close());

/** Goes a step, or stays where the procedure has none such. */
function goOn(paper: PaperDossier, step: (paper: PaperDossier) => unknown): void {
  try {
    step(paper);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
}

const flag = fc.constantFrom('true', 'false');
const all = {
  handling: fc.uniqueArray(fc.constantFrom(...handlingState.options), { minLength: 1, maxLength: 5 }),
  open: flag,
  procedure: fc.constantFrom(...PROCEDURES),
  field: fc.constantFrom('Lĩnh vực 1.013225', 'Lĩnh vực 9'),
  channel: fc.constantFrom(...CHANNELS),
  money: fc.constantFrom(...moneyState.options),
  overdue: flag,
  submittedFrom: fc.constantFrom('2026-03-03', '2026-03-05'),
  dueTo: fc.constantFrom('2026-03-09', '2026-03-30'),
  sort: fc.constantFrom('submittedAt', 'dueAt'),
  order: fc.constantFrom('asc', 'desc'),
};
/** Few at a time: many together find nothing, whatever is asked. */
const filters = fc
  .subarray(Object.keys(all) as (keyof typeof all)[], { maxLength: 3 })
  .chain(names => fc.record(Object.fromEntries(names.map(name => [name, all[name]]))));

/** What is asked; undefined where the filters contradict one another. */
function asked(given: DossierFilters): DossierQuestion | undefined {
  try {
    return questionOf(given, now);
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}

/** The list looked through one by one. */
function expected(question: DossierQuestion): string[] {
  const key = ({ submittedAt, dueAt, code }: DossierRow) => {
    const at = question.sort === 'dueAt' ? (dueAt ?? '') : submittedAt;
    return `${new Date(parseInstant(at)).toISOString()} ${code}`;
  };
  const found = rows
    .filter(row => answers(question, row, now))
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  return (question.newestFirst ? found.toReversed() : found).map(({ code }) => code);
}

it('there are dossiers of all kinds', () => {
  const kinds = (of: (row: DossierRow) => string) => new Set(rows.map(of));
  expect([...kinds(({ money }) => money)]).toEqual(expect.arrayContaining(['none', 'due']));
  expect(kinds(({ handling }) => handling).size).toBeGreaterThanOrEqual(4);
});

it('whatever is asked, and in whichever index the answer lies, is what looking at each dossier finds', async () => {
  const lists = dynamoDossierLists(local.table);
  await fc.assert(
    fc.asyncProperty(filters, fc.integer({ min: 1, max: 30 }), async (given, limit) => {
      const question = asked(dossierFilters.parse(given));
      fc.pre(question !== undefined);
      for (const scope of [{ kind: 'unit', unit: UNIT } as const, { kind: 'province' } as const]) {
        const codes: string[] = [];
        let after: string | undefined;
        do {
          const page = await lists.page(scope, question, { after, limit, now });
          codes.push(...page.items.map(({ code }) => code));
          after = page.next;
        } while (after !== undefined);
        expect(codes).toEqual(expected(question));
      }
    }),
    { numRuns: 300 },
  );
});

it('shows as owing a fee none that ended, even where an older entry still stands among them', async () => {
  const lists = dynamoDossierLists(local.table);
  const ended = rows.filter(({ handling, money }) => money === 'due' && handling === 'withdrawn');
  expect(ended.length).toBeGreaterThan(0);
  const [old] = ended;
  if (!old) throw new Error('none');
  // As entries were written before: among those that owe a fee, with a row that tells no version.
  const { version, updatedAt, portalReference, ...row } = old;
  const shown = listEntry({ kind: 'unit', unit: UNIT }, row, null);
  const entry = {
    ...listItemKey(shown),
    ...listItem(shown),
    ...listPlace('money', `UNIT#${UNIT}#due`, row.submittedAt, row.code),
  };
  await local.table.client.send(new PutCommand({ TableName: local.table.name, Item: entry }));
  const owing = await lists.page({ kind: 'unit', unit: UNIT }, questionOf({ money: 'due' }, now), {
    after: undefined,
    limit: 100,
    now,
  });
  expect(owing.items.length).toBeGreaterThan(0);
  expect(owing.items.filter(({ handling }) => isEnd(handling))).toEqual([]);
  const all = await lists.page({ kind: 'unit', unit: UNIT }, questionOf({ handling: ['withdrawn'] }, now), {
    after: undefined,
    limit: 100,
    now,
  });
  expect(all.items).toContainEqual(row);
});
