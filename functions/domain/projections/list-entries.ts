import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { DossierRow } from '../../../schemas/stored/dossier-row.ts';
import type { DossierLabels } from '../../../schemas/stored/labels.ts';
import { type Scope, scopesOf } from '../lists/list-scopes.ts';
import { rowOf } from '../lists/row-of.ts';

/** A dossier in the lists of a scope: its row, and the portal's reference. */
export interface ListEntry {
  readonly scope: Scope;
  readonly row: DossierRow;
  readonly reference: string | null;
}

/** The changes a command makes to a dossier's list entries. */
export interface ListChanges {
  readonly shown: readonly ListEntry[];
  /** Lists that no longer contain the dossier. */
  readonly left: readonly ListEntry[];
}

/** The dossier as shown in the lists of a scope. */
export function listEntry(scope: Scope, row: DossierRow, reference: string | null): ListEntry {
  // A portal's reference is between the portal and the offices: it is not in the lists of persons.
  const shown = scope.kind === 'person' ? { ...row, portalReference: undefined } : row;
  return { scope, row: shown, reference: scope.kind === 'portal' ? reference : null };
}

/** All list entries of a dossier. */
export function listEntries(head: DossierHead, labels: DossierLabels): ListEntry[] {
  const row = rowOf(head, labels);
  return scopesOf(head).map(scope => listEntry(scope, row, head.portalReference));
}

/** New list entries if the row of a dossier or its scopes have changed; nothing if both stay. */
export function listChanges(
  before: DossierHead | undefined,
  after: DossierHead,
  labels: DossierLabels,
): ListChanges {
  const shown = listEntries(after, labels);
  const earlier = before ? listEntries(before, labels) : [];
  if (JSON.stringify(shown) === JSON.stringify(earlier)) return { shown: [], left: [] };
  const kept = new Set(shown.map(({ scope }) => JSON.stringify(scope)));
  const row = rowOf(after, labels);
  const left = earlier
    .filter(({ scope }) => !kept.has(JSON.stringify(scope)))
    .map(({ scope }) => listEntry(scope, row, null));
  return { shown, left };
}
