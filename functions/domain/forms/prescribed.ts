import forms from '../../../law/forms.json' with { type: 'json' };
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { FormKind, FormPaper } from '../../../schemas/dossier/form.ts';
import type { Language, Words } from '../../../schemas/words.ts';
import { lawInForce } from '../law-in-force.ts';
import { dateOf, parseInstant } from '../vietnam-time.ts';

/** A form (mẫu biểu) as a version of the law prescribes it. */
export interface PrescribedForm {
  readonly kind: FormKind;
  readonly number: string;
  readonly name: Words;
  /** The ledger events it is made for; none of a form that is made at any time. */
  readonly events: readonly string[];
  /** Only where a result is returned in this way. */
  readonly how?: string;
  /** False of a form that no law prescribes: ours. */
  readonly prescribed?: false;
  /** The papers it is printed on, the prescribed one first. */
  readonly papers: readonly FormPaper[];
  /** The law that prescribes it. */
  readonly basis: string;
}

interface FormsVersion {
  readonly from: string;
  readonly basis: string;
  readonly forms: readonly Omit<PrescribedForm, 'basis'>[];
}

/** Checked before the functions are built (law/check-law.ts). */
const VERSIONS = forms.versions as readonly FormsVersion[];

/** The forms in force on a day (`YYYY-MM-DD`). */
export function formsOn(date: string, versions = VERSIONS): PrescribedForm[] {
  const { basis, forms: found } = lawInForce(versions, date, 'forms.json');
  return found.map(form => ({ ...form, basis }));
}

/** The form of a kind in force on a day; undefined if the law prescribes none. */
export function formOn(kind: FormKind, date: string, versions = VERSIONS): PrescribedForm | undefined {
  return formsOn(date, versions).find(form => form.kind === kind);
}

type Happened = Pick<LedgerEvent, 'data' | 'at'>;

/** The form that an event calls for, in the version of its day; undefined if there is none. */
export function formCalledFor({ data, at }: Happened): PrescribedForm | undefined {
  return formsOn(dateOf(parseInstant(at))).find(
    ({ events, how }) =>
      events.includes(data.type) && (how === undefined || ('how' in data && data.how === how)),
  );
}

/** The form for a change of the dossier, as answers name it; null if the law prescribes none. */
export function formOf(
  events: readonly Happened[],
  language: Language,
): { number: string; name: string } | null {
  for (const event of events) {
    const form = formCalledFor(event);
    if (form && form.prescribed !== false) return { number: form.number, name: form.name[language] };
  }
  return null;
}
