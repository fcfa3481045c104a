import type { FormKind } from '../../../schemas/dossier/form.ts';
import { replay } from '../dossier/head.ts';
import { letterheadOf } from '../printing/letterhead.ts';
import { shownText } from '../printing/shown-text.ts';
import { dateOf, parseInstant } from '../vietnam-time.ts';
import { apology } from './apology.ts';
import { controlSheet } from './control-sheet.ts';
import { decline } from './decline.ts';
import type { FormDocument } from './form-document.ts';
import { type FormSource, peopleAt } from './form-source.ts';
import { type FormContent, framed, type Writing } from './frame.ts';
import { handOver } from './hand-over.ts';
import type { PrescribedForm } from './prescribed.ts';
import { receipt } from './receipt.ts';
import { stop } from './stop.ts';
import { supplement } from './supplement.ts';
import { formTextsOn } from './texts.ts';

/** The forms of one dossier; the register is of many. */
type DossierForm = Exclude<FormKind, 'register'>;

const WRITERS: Readonly<Record<DossierForm, (writing: Writing) => FormContent>> = {
  receipt,
  supplement,
  decline,
  apology,
  stop,
  controlSheet,
  handOver,
};

/** Whose form it is: the counter's, or the agency's that decides. */
const BY_RECEPTION = new Set<FormKind>(['receipt', 'supplement', 'decline', 'handOver']);

/** Makes the document of a form for the last event of a ledger. The same source always gives the same document. */
export function makeForm(form: PrescribedForm, source: FormSource): FormDocument {
  const event = source.events.at(-1);
  if (event === undefined || form.kind === 'register')
    throw new TypeError(`${form.number} is not a form of a dossier's ledger`);
  const head = replay(source.events);
  const intake = BY_RECEPTION.has(form.kind) || head.acceptedAt === null;
  const by = intake ? head.receivingUnit : head.competentUnit;
  const writing: Writing = {
    ...source,
    people: peopleAt(source.people, event.seq),
    event,
    head,
    form,
    texts: formTextsOn(dateOf(parseInstant(event.at))),
    agency: letterheadOf(source.units, by).agency,
  };
  const content = WRITERS[form.kind](writing);
  const made = { by, at: event.at, number: `Số: ${head.code}/${form.number}-${event.seq}`, qr: head.code };
  const subtitle = `${writing.texts.common.code}: ${head.code}`;
  return printable(framed(form, made, source.units, { subtitle, ...content }));
}

/** The document with every text as fonts can draw it. */
export function printable<T>(part: T): T {
  if (typeof part === 'string') return shownText(part) as T;
  if (Array.isArray(part)) return part.map(printable) as T;
  if (part === null || typeof part !== 'object') return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, printable(value)])) as T;
}
