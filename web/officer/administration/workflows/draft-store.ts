import type { Workflow } from '../../../api/generated.ts';

const keyOf = (procedure: string) => `workflow-draft:${procedure}`;

/** The draft of a procedure's workflow that this browser keeps, if there is one. */
export function keptDraft(procedure: string): Workflow | undefined {
  try {
    const kept = localStorage.getItem(keyOf(procedure));
    return kept === null ? undefined : (JSON.parse(kept) as Workflow);
  } catch {
    return undefined;
  }
}

/** Keeps a draft in this browser, or forgets it. A browser that keeps nothing loses it with the page. */
export function keepDraft(procedure: string, draft: Workflow | undefined): void {
  try {
    if (draft) localStorage.setItem(keyOf(procedure), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(procedure));
  } catch {}
}
