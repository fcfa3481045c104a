import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { FormPaper } from '../../../schemas/dossier/form.ts';
import { dateOf, parseInstant } from '../vietnam-time.ts';
import { type InkEvent, inksOn, isInk } from './ink-events.ts';
import { formCalledFor, formOn, type PrescribedForm } from './prescribed.ts';

/** A form of a dossier, with the event it is made for. */
export interface CalledFor {
  /** Form number and entry of the ledger, `01-2`; where ink is on it, also the entry of the ink, `01-2-9`. */
  readonly id: string;
  readonly form: PrescribedForm;
  readonly event: LedgerEvent;
  /** The handwriting that is printed on it. */
  readonly ink?: InkEvent;
}

const idOf = ({ number }: PrescribedForm, { seq }: LedgerEvent) => `${number}-${seq}`;

/** The forms that a ledger calls for, oldest first; the control sheet, as it stands now, at the end. */
export function formsCalledFor(events: readonly LedgerEvent[]): CalledFor[] {
  const found = events.flatMap(event => {
    const form = formCalledFor(event);
    if (!form) return [];
    const plain = { id: idOf(form, event), form, event };
    return [plain, ...inksOn(plain.id, events).map(ink => inked(plain, ink))];
  });
  const last = events.at(-1);
  const sheet = last && controlSheetAt(last);
  return sheet ? [...found, sheet] : found;
}

/** A form by its id; of the control sheet also as it stood at an earlier entry. */
export function formNamed(id: string, events: readonly LedgerEvent[]): CalledFor | undefined {
  const [number, entry, inkEntry] = id.split('-');
  const event = events[Number(entry) - 1];
  if (event === undefined) return undefined;
  const form = formCalledFor(event);
  const candidates = [form && { id: idOf(form, event), form, event }, controlSheetAt(event)];
  const plain = candidates.find(candidate => candidate?.id === `${number}-${entry}`);
  if (inkEntry === undefined || plain === undefined) return plain;
  const ink = events[Number(inkEntry) - 1];
  return ink && isInk(ink) && ink.data.form === plain.id ? inked(plain, ink) : undefined;
}

/** The papers that a form is printed on: the counter's roll has no place where somebody signs. */
export function papersOf({ form, ink }: CalledFor): readonly FormPaper[] {
  return ink === undefined ? form.papers : form.papers.filter(paper => paper !== 'slip');
}

const inked = (plain: CalledFor, ink: InkEvent): CalledFor => ({
  ...plain,
  id: `${plain.id}-${ink.seq}`,
  ink,
});

function controlSheetAt(event: LedgerEvent): CalledFor | undefined {
  const form = formOn('controlSheet', dateOf(parseInstant(event.at)));
  return form && { id: idOf(form, event), form, event };
}
