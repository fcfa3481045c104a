import { type DossierHead, dossierHead } from '../../../schemas/dossier/head.ts';
import { answers, type DossierQuestion } from '../../domain/lists/dossier-filters.ts';
import type { Scope } from '../../domain/lists/list-scopes.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { DossierLabels } from '../dossiers/dossier-store.ts';
import { storedLabels } from '../dossiers/stored-shapes.ts';
import { dossierOfKey, keys } from '../table/keys.ts';
import { parseStored } from '../table/parse-stored.ts';
import type { Table } from '../table/table.ts';
import { placesOf } from './dossier-places.ts';
import { dossierFacts } from './entry-facts.ts';
import { fetchItems } from './fetch-items.ts';
import { listedPage, type Page } from './listed-page.ts';

/** A dossier in a list, as it is now. */
export interface ListedDossier {
  readonly head: DossierHead;
  readonly labels: DossierLabels;
}

/** Dossiers of a unit, of the province, of a person, of a portal: filtered, in either order of submission or of the promised date. */
export interface DossierLists {
  page(
    scope: Scope,
    question: DossierQuestion,
    place: { readonly after: string | undefined; readonly limit: number; readonly now: Instant },
  ): Promise<Page<ListedDossier>>;
  /** The dossiers with these codes, as they are now; undefined for those that do not exist. */
  fetch(codes: readonly string[]): Promise<(ListedDossier | undefined)[]>;
}

export function dynamoDossierLists(table: Table): DossierLists {
  const fetch = async (codes: readonly string[]) => {
    const found = await fetchItems(table, codes.map(keys.head));
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
  };
  return {
    fetch,
    async page(scope, question, { after, limit, now }) {
      const { filters } = question;
      return listedPage(table, {
        ...placesOf(scope, question),
        newestFirst: question.newestFirst,
        after,
        limit,
        mayBelong({ key, facts }) {
          const { procedure, field, channel } = parseStored(dossierFacts, facts, key);
          return (
            (filters.procedure === undefined || procedure === filters.procedure) &&
            (filters.field === undefined || field === filters.field) &&
            (filters.channel === undefined || channel === filters.channel)
          );
        },
        async fetch(entries) {
          const dossiers = await fetch(entries.map(({ key }) => dossierOfKey(key.pk)));
          return dossiers.map(dossier =>
            dossier && answers(question, dossier.head, dossier.labels.field, now) ? dossier : undefined,
          );
        },
      });
    },
  };
}
