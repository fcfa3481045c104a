import type * as z from 'zod';
import { type DossierHead, dossierHead } from '../../../schemas/dossier/head.ts';
import { type DossierRow, dossierRow } from '../../../schemas/stored/dossier-row.ts';
import { type DossierLabels, storedLabels } from '../../../schemas/stored/labels.ts';
import { answers, type DossierQuestion } from '../../domain/lists/dossier-filters.ts';
import type { Scope } from '../../domain/lists/list-scopes.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import { dynamoItems } from '../../kernel/table/dynamo-items.ts';
import type { Items } from '../../kernel/table/items.ts';
import { listedPage, type Page } from '../../kernel/table/listed-page.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import { type Entry, entriesIn } from '../../kernel/table/read-index.ts';
import type { Table } from '../../kernel/table/table.ts';
import { keys, scopeKey } from '../keys/keys.ts';
import { placesOf } from './dossier-places.ts';
import { readRow } from './stored-row.ts';

/** The current state of a dossier. */
export interface FetchedDossier {
  readonly head: DossierHead;
  readonly labels: DossierLabels;
}

/**
 * Dossiers of a unit, of the province, of a person, of a portal: filtered, in order of submission or promised date,
 * ascending or descending.
 */
export interface DossierLists {
  page(
    scope: Scope,
    question: DossierQuestion,
    place: { readonly after: string | undefined; readonly limit: number; readonly now: Instant },
  ): Promise<Page<DossierRow>>;
  /** The dossiers with these codes, in their current state; undefined for those that do not exist. */
  fetch(codes: readonly string[]): Promise<(FetchedDossier | undefined)[]>;
  /**
   * Only the members of their current heads that a schema names. For many dossiers at once: reading whole heads takes
   * several times as much processor time.
   */
  parts<S extends z.ZodObject>(codes: readonly string[], schema: S): Promise<(z.infer<S> | undefined)[]>;
  /** What lists show of them now, at a fraction of the cost of reading the dossiers. */
  rows(codes: readonly string[]): Promise<(DossierRow | undefined)[]>;
}

export const dynamoDossierLists = (table: Table): DossierLists => dossierLists(dynamoItems(table));

/** The lists of dossiers, from the table or from memory. */
export function dossierLists(kept: Items): DossierLists {
  return {
    async fetch(codes) {
      const found = await kept.fetch(codes.map(keys.head));
      return codes.map(code => {
        const key = keys.head(code);
        const item = found(key);
        return (
          item && {
            head: parseStored(dossierHead, item['head'], key),
            labels: parseStored(storedLabels, item['labels'], key),
          }
        );
      });
    },
    async parts(codes, schema) {
      const found = await kept.fetch(codes.map(keys.head), 'head', Object.keys(schema.shape));
      return codes.map(code => {
        const key = keys.head(code);
        const item = found(key);
        return item && parseStored(schema, item['head'], key);
      });
    },
    async rows(codes) {
      const entries = codes.map(code => keys.listed(code, scopeKey({ kind: 'province' })));
      const found = await kept.fetch(entries, 'row');
      return entries.map(key => {
        const item = found(key);
        return item && readRow(dossierRow, { key, item });
      });
    },
    page(scope, question, { after, limit, now }) {
      const referred = question.filters.portalReference !== undefined;
      return listedPage(entriesIn(kept, 'row'), {
        ...placesOf(scope, question),
        newestFirst: question.newestFirst,
        after,
        limit,
        rowOf(entry) {
          const dossier = readRow(dossierRow, entry);
          const asked = answers(question, dossier, now) && (!referred || isOf(scope, entry, dossier));
          return asked ? dossier : undefined;
        },
      });
    },
  };
}

/**
 * Whether a dossier found by a portal's reference is in the list of a scope: several portals may use the same
 * reference.
 */
function isOf(scope: Scope, { key }: Entry, row: DossierRow): boolean {
  switch (scope.kind) {
    case 'province':
      return true;
    case 'unit':
      return row.receivingUnit === scope.unit || row.competentUnit === scope.unit;
    case 'portal':
      return key.sk === keys.listed(row.code, scopeKey(scope)).sk;
    case 'person':
      return row.owner === scope.key;
  }
}
