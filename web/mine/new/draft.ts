import type { ReturnMethod } from '../../api/generated.ts';

/** What is kept in this tab of a form that was not sent, beside its uploads: nothing personal. */
export interface Draft {
  readonly receivingUnit: string;
  readonly returnBy: ReturnMethod;
}

const PREFIX = 'draft:';

export function keepDraft(procedure: string, { receivingUnit, returnBy }: Draft): void {
  sessionStorage.setItem(PREFIX + procedure, JSON.stringify({ receivingUnit, returnBy }));
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
