import type { SuppliedPaper } from '../../../schemas/dossier/supplied-paper.ts';

/**
 * How a paper came to a dossier, as the national portal is told (trạng thái số hóa): 2, reused from a component of
 * another dossier; 3, reused from another result. Whatever is neither was handed in: digitized (1) or not (0).
 */
export const REUSE_CODES = { component: 2, result: 3 } as const;
export type Reuse = keyof typeof REUSE_CODES;

/** What a paper was reused from; undefined if it was handed in. */
export function reuseOf({ results = [], fromStore = [] }: SuppliedPaper): Reuse | undefined {
  return results.length > 0 || fromStore.length > 0 ? 'result' : undefined;
}
