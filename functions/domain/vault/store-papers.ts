import type { Component } from '../../../schemas/catalogue/procedure.ts';
import type { StorePaper } from '../ports/national-store.ts';

/** The kinds of results that a procedure takes in place of its papers: what the national store is asked for. */
export function kindsTaken(components: readonly Component[]): readonly string[] {
  return [...new Set(components.flatMap(({ fulfilledBy = [] }) => fulfilledBy))];
}

/** The papers of the national store that stand for each paper of a procedure; whatever else it told is left out. */
export function papersByComponent(
  papers: readonly StorePaper[],
  components: readonly Component[],
): readonly { readonly component: string; readonly papers: readonly StorePaper[] }[] {
  return components.flatMap(({ id, fulfilledBy = [] }) => {
    const fitting = papers.filter(({ kind, files }) => fulfilledBy.includes(kind) && files.length > 0);
    return fitting.length > 0 ? [{ component: id, papers: fitting }] : [];
  });
}
