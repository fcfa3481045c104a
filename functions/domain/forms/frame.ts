import type { Unit } from '../../../schemas/organization/unit.ts';
import { capitals, line, placeAndDate } from '../printing/formal-texts.ts';
import { letterheadOf } from '../printing/letterhead.ts';
import { dateOf, parseInstant } from '../vietnam-time.ts';
import type { FormBlock, FormDocument, FormSignature } from './form-document.ts';
import type { FormContext } from './form-source.ts';
import type { PrescribedForm } from './prescribed.ts';
import { type FormTexts, filled, formTextsOn } from './texts.ts';

/** What every form of a dossier is written with. */
export interface Writing extends FormContext {
  readonly form: PrescribedForm;
  readonly texts: FormTexts;
  /** The agency in whose name the form is made, as sentences name it. */
  readonly agency: string;
}

/** What a form of its own adds to the frame. */
export interface FormContent {
  readonly blocks: readonly FormBlock[];
  readonly signatures?: readonly FormSignature[];
  readonly recipients?: readonly string[];
  readonly subtitle?: string;
  readonly payCode?: NonNullable<FormDocument['payCode']>;
}

/** The frame of a form made by a unit on a day: head, number, place and date, title, and which form it is. */
export function framed(
  form: PrescribedForm,
  made: { readonly by: string; readonly at: string; readonly number: string; readonly qr: string | null },
  units: readonly Unit[],
  { blocks, signatures = [], recipients = [], subtitle = '', payCode }: FormContent,
): FormDocument {
  const { parent, agency, place } = letterheadOf(units, made.by);
  const date = dateOf(parseInstant(made.at));
  const { number, basis, prescribed = true } = form;
  const { mark, ownMark } = formTextsOn(date).common;
  return {
    kind: form.kind,
    parent: parent === null ? null : capitals(parent),
    agency: capitals(agency),
    number: made.number,
    placeAndDate: placeAndDate(place, date),
    title: capitals(form.name.vi),
    subtitle,
    qr: made.qr,
    ...(payCode && { payCode }),
    blocks,
    recipients,
    signatures,
    mark: prescribed ? filled(mark, { number, basis }) : ownMark,
    madeAt: made.at,
  };
}

/** A line of a form: nothing where the value is not known. */
export function fact(label: string, value: string | undefined | null, strong?: true): FormBlock[] {
  const written = line(value ?? '');
  return written === '' ? [] : [{ kind: 'fact', label, value: written, ...(strong && { strong }) }];
}

/** Whose dossier it is and what is asked for. */
export function applicantFacts({ people, procedure, texts }: Writing): FormBlock[] {
  const { common } = texts;
  const { applicant } = people;
  return [
    ...fact(common.addressee, applicant.name, true),
    ...fact(common.address, applicant.address),
    ...fact(common.phone, applicant.phone),
    ...fact(common.email, applicant.email),
    ...fact(common.request, procedure.name),
  ];
}

/** The signatures of a counter's form: who handed the dossier in, unless online, and the officer. */
export function counterSignatures(
  { head, people, texts }: Writing,
  titles: { readonly giver: string; readonly receiver: string },
  officer: string,
): FormSignature[] {
  const note = texts.common.sign;
  const receiver = { titles: [titles.receiver], note, name: officer };
  if (head.channel === 'online') return [receiver];
  const { applicant, handedInBy } = people;
  const represented = 'representative' in applicant ? applicant.representative?.name : undefined;
  const name = handedInBy?.name ?? (isPerson(applicant.kind) ? applicant.name : (represented ?? ''));
  return [{ titles: [titles.giver], note, name, by: 'applicant' }, receiver];
}

const PERSONS = new Set(['person', 'foreigner', 'personWithoutNumber']);
const isPerson = (kind: string) => PERSONS.has(kind);
