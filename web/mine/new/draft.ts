import type { ReturnMethod } from '../../api/generated.ts';

/**
 * What is kept in this tab while somebody signs in again in the middle of a form: nothing personal. Files are already
 * at the agency by their ids, which only the same account can use; their names may be personal and are not kept.
 */
export interface Draft {
  readonly receivingUnit: string;
  readonly returnBy: ReturnMethod;
  readonly files: readonly { readonly field: string; readonly id: string; readonly size: number }[];
}

const PREFIX = 'draft:';

export function keepDraft(procedure: string, draft: Draft): void {
  sessionStorage.setItem(PREFIX + procedure, JSON.stringify(draft));
}

export function readDraft(procedure: string): Draft | undefined {
  const kept = sessionStorage.getItem(PREFIX + procedure);
  return kept === null ? undefined : (JSON.parse(kept) as Draft);
}

export const forgetDraft = (procedure: string): void => sessionStorage.removeItem(PREFIX + procedure);

/** When somebody signs out: the next person in this tab begins anew. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}
