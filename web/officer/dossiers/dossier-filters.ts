import type { Query } from '../../api/client.ts';
import type { Self } from '../desk.tsx';
import { watches } from '../watches.ts';

export type DossierQuery = Omit<Query<'listDossiers'>, 'cursor' | 'limit' | 'expand'>;

/** What narrows a list of dossiers, as text: it lives in the address and is sent as it is. */
export const FILTERS = [
  'unit',
  'handling',
  'open',
  'overdue',
  'procedure',
  'field',
  'channel',
  'money',
  'returned',
  'submittedFrom',
  'submittedTo',
  'dueFrom',
  'dueTo',
  'sort',
  'order',
] as const satisfies readonly (keyof DossierQuery)[];
export type FilterName = (typeof FILTERS)[number];
export type DossierFilters = Readonly<Partial<Record<FilterName, string>>>;

/** Reads the filters of an address; what is no filter is left out, what is no value the API says. */
export function filtersOf(query: Readonly<Record<string, string | undefined>>): DossierFilters {
  return Object.fromEntries(FILTERS.flatMap(name => (query[name] ? [[name, query[name]]] : [])));
}

export function addressOf(filters: DossierFilters): string {
  const query = new URLSearchParams();
  for (const name of FILTERS) if (filters[name]) query.set(name, filters[name]);
  return query.size === 0 ? '/officer/dossiers' : `/officer/dossiers?${query}`;
}

/** Filters with one of them changed; an empty value takes it away. */
export function withFilter(filters: DossierFilters, name: FilterName, value: string): DossierFilters {
  const { [name]: _, ...others } = filters;
  return value.trim() === '' ? others : { ...others, [name]: value.trim() };
}

export const asQuery = (filters: DossierFilters): DossierQuery => filters as DossierQuery;

/** Who watches the province is asked for all of it; everyone else for the dossiers of their unit. */
export const asSeenBy = ({ roles, unit }: Self, filters: DossierFilters): DossierFilters =>
  filters.unit || !unit || watches(roles) ? filters : { ...filters, unit: unit.code };
