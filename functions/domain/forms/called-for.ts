import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import { dateOf, parseInstant } from '../vietnam-time.ts';
import { formCalledFor, formOn, type PrescribedForm } from './prescribed.ts';

/** A form of a dossier, with the event it is made for. */
export interface CalledFor {
  /** Form number and entry of the ledger, `01-2`. */
  readonly id: string;
  readonly form: PrescribedForm;
  readonly event: LedgerEvent;
}

const idOf = ({ number }: PrescribedForm, { seq }: LedgerEvent) => `${number}-${seq}`;

/** The forms that a ledger calls for, oldest first; the control sheet, as it stands now, at the end. */
export function formsCalledFor(events: readonly LedgerEvent[]): CalledFor[] {
  const found = events.flatMap(event => {
    const form = formCalledFor(event);
    return form ? [{ id: idOf(form, event), form, event }] : [];
  });
  const last = events.at(-1);
  const sheet = last && controlSheetAt(last);
  return sheet ? [...found, sheet] : found;
}

/** A form by its id; of the control sheet also as it stood at an earlier entry. */
export function formNamed(id: string, events: readonly LedgerEvent[]): CalledFor | undefined {
  const event = events[Number(id.split('-')[1]) - 1];
  if (event === undefined) return undefined;
  const form = formCalledFor(event);
  const candidates = [form && { id: idOf(form, event), form, event }, controlSheetAt(event)];
  return candidates.find(candidate => candidate?.id === id);
}

function controlSheetAt(event: LedgerEvent): CalledFor | undefined {
  const form = formOn('controlSheet', dateOf(parseInstant(event.at)));
  return form && { id: idOf(form, event), form, event };
}
