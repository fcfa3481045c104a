import type { EventData, LedgerEvent } from '../../../schemas/dossier/event.ts';

/** The entry of a ledger that says that handwriting was taken. */
export type InkEvent = LedgerEvent & { readonly data: Extract<EventData, { type: 'inkSigned' }> };

export const isInk = (event: LedgerEvent): event is InkEvent => event.data.type === 'inkSigned';

/** The handwriting taken for a form, oldest first. */
export const inksOn = (form: string, events: readonly LedgerEvent[]): InkEvent[] =>
  events.filter(isInk).filter(({ data }) => data.form === form);
