import type { ProposedChange } from '../../api/generated.ts';

/** The change that waits for a second administrator, where that is what the API answered (202). */
export function proposalOf(answered: { readonly status: number; readonly body: unknown }) {
  return answered.status === 202 ? (answered.body as ProposedChange) : undefined;
}
