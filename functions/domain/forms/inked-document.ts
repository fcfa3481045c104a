import type { KeptInk } from '../../../schemas/stored/ink.ts';
import { dateOf, parseInstant } from '../vietnam-time.ts';
import { formalMoment } from '../wording/dates.ts';
import type { FormDocument } from './form-document.ts';
import type { InkEvent } from './ink-events.ts';
import { filled, formTextsOn } from './texts.ts';

/**
 * The document with handwriting in the applicant's place, and below it what it is: handwriting taken on a pad, bound
 * to the document by digest, and no digital signature (chữ ký số).
 */
export function inkedDocument(document: FormDocument, { at, data }: InkEvent, kept: KeptInk): FormDocument {
  const { caption, alt } = formTextsOn(dateOf(parseInstant(at))).ink;
  const values = { at: formalMoment(parseInstant(at)), document: inGroups(data.document) };
  return {
    ...document,
    signatures: document.signatures.map(signature =>
      signature.by === 'applicant'
        ? { ...signature, ink: { taken: kept.taken, caption: filled(caption, values), alt } }
        : signature,
    ),
  };
}

/** A digest in groups, so that it goes on over lines of a narrow column. */
const inGroups = (digest: string) => digest.replace(/(.{16})(?=.)/g, '$1 ');

/** Whether the applicant has a place on a document to sign in. */
export const hasPlaceToSign = ({ signatures }: FormDocument): boolean =>
  signatures.some(({ by }) => by === 'applicant');
