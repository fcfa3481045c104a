import { pagesOf } from '../pdf/pages.ts';
import { textOf, textString } from '../pdf/text-string.ts';
import type { PdfUpdate } from '../pdf/update.ts';
import { dictOf, isArray, isDict, named, PdfRef, type PdfValue } from '../pdf/values.ts';
import { SealRefusal } from './refusal.ts';

/** A place on a page, in points from its lower left corner: left, bottom, right, top. */
export type Rectangle = readonly [number, number, number, number];

export interface Place {
  /** From 1; `last` for the last. */
  readonly page: number | 'last';
  readonly rectangle: Rectangle;
}

/** Printed, and not to be moved. */
const PRINTED_AND_LOCKED = 132;

/**
 * Puts a new form field on a page: into the list of the page and that of the form. A name with dots (`a.b`) is that of
 * a field below others, which are made where they are missing.
 */
export function placeField(
  update: PdfUpdate,
  field: {
    readonly name: string;
    readonly place: Place | undefined;
    readonly entries: Readonly<Record<string, PdfValue>>;
  },
): PdfRef {
  const { name, place, entries } = field;
  const pages = pagesOf(update.view);
  const page = place === undefined || place.page === 'last' ? pages.at(-1) : pages[place.page - 1];
  if (!page) throw new SealRefusal('page-missing', `page ${place?.page}`);
  const parts = name.split('.');
  const parent = parts
    .slice(0, -1)
    .reduce<PdfRef | undefined>((above, part) => groupNamed(update, above, part), undefined);
  const ref = update.add(
    new Map([
      ...dictOf({
        Type: named('Annot'),
        Subtype: named('Widget'),
        T: textString(parts.at(-1) ?? name),
        Parent: parent,
        Rect: place?.rectangle ?? [0, 0, 0, 0],
        F: PRINTED_AND_LOCKED,
        P: page.ref,
      }),
      ...dictOf(entries),
    ]),
  );
  append(update, page.ref, 'Annots', ref);
  if (parent) append(update, parent, 'Kids', ref);
  else append(update, formOf(update), 'Fields', ref);
  return ref;
}

/** The field of this name under another, or at the top, that only holds others. */
function groupNamed(update: PdfUpdate, above: PdfRef | undefined, part: string): PdfRef {
  const holder = above ?? formOf(update);
  const dict = update.get(holder);
  const list = isDict(dict) ? dict.get(above ? 'Kids' : 'Fields') : undefined;
  const items = list instanceof PdfRef ? update.get(list) : list;
  const found = (isArray(items) ? items : []).find(item => {
    const field = item instanceof PdfRef ? update.get(item) : null;
    return isDict(field) && textOf(update.view.resolve(field.get('T'))) === part && !field.has('FT');
  });
  if (found instanceof PdfRef) return found;
  const ref = update.add(dictOf({ T: textString(part), Parent: above, Kids: [] }));
  append(update, holder, above ? 'Kids' : 'Fields', ref);
  return ref;
}

/** The form of the file, as an object of its own. */
export function formOf(update: PdfUpdate): PdfRef {
  const catalog = update.get(update.root);
  const form = isDict(catalog) ? catalog.get('AcroForm') : undefined;
  if (form instanceof PdfRef && isDict(update.get(form))) return form;
  const own = update.add(isDict(form) ? form : dictOf({ Fields: [] }));
  update.change(update.root, { AcroForm: own });
  return own;
}

function append(update: PdfUpdate, holder: PdfRef, key: string, ref: PdfRef): void {
  const dict = update.get(holder);
  const list = isDict(dict) ? dict.get(key) : undefined;
  const items = list instanceof PdfRef ? update.get(list) : list;
  const longer = [...(isArray(items) ? items : []), ref];
  if (list instanceof PdfRef && isArray(items)) update.set(list, longer);
  else update.change(holder, { [key]: longer });
}
