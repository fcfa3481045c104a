import type { PdfView } from '../pdf/document.ts';
import { textOf } from '../pdf/text-string.ts';
import { isArray, isDict, isName, type PdfDict, PdfRef, type PdfValue } from '../pdf/values.ts';

/** A form field or one of its places on a page, as a revision has it. */
export interface FormField {
  readonly number: number;
  /** Full name, with the names of its ancestors. */
  readonly name: string;
  readonly type: string | undefined;
  readonly dict: PdfDict;
  readonly value: PdfValue;
  /** A place on a page of the field above it, not a field of its own. */
  readonly placeOnly: boolean;
}

const MOST_FIELDS = 5000;
const DEEPEST = 16;

/** The form fields of a revision, by the number of their object. */
export function formFields(view: PdfView): ReadonlyMap<number, FormField> {
  const found = new Map<number, FormField>();
  function walk(item: PdfValue, parent: FormField | undefined, depth: number): void {
    if (!(item instanceof PdfRef) || found.has(item.number) || found.size >= MOST_FIELDS || depth > DEEPEST)
      return;
    const dict = view.dict(item);
    if (!dict) return;
    const own = textOf(view.resolve(dict.get('T')));
    const type = view.resolve(dict.get('FT'));
    const field: FormField = {
      number: item.number,
      name: [parent?.name, own].filter(part => part !== undefined).join('.'),
      type:
        (type && typeof type === 'object' && 'value' in type ? String(type.value) : undefined) ??
        parent?.type,
      dict,
      value: view.resolve(dict.get('V')) ?? parent?.value ?? null,
      placeOnly: own === undefined && parent !== undefined,
    };
    found.set(item.number, field);
    const kids = view.resolve(dict.get('Kids'));
    if (isArray(kids)) for (const kid of kids) walk(kid, field, depth + 1);
  }
  const fields = view.resolve(view.dict(view.catalog.get('AcroForm'))?.get('Fields'));
  if (isArray(fields)) for (const field of fields) walk(field, undefined, 0);
  return found;
}

export interface SignedField {
  readonly field: string;
  /** The signature dictionary. */
  readonly dict: PdfDict;
  readonly kind: 'signature' | 'timestamp';
}

/** The fields of a revision that are signed. */
export function signedFields(view: PdfView): readonly SignedField[] {
  return [...formFields(view).values()].flatMap(({ type, value, name, placeOnly }) => {
    if (type !== 'Sig' || placeOnly || !isDict(value)) return [];
    const timestamp = isName(view.resolve(value.get('SubFilter')), 'ETSI.RFC3161');
    return [{ field: name, dict: value, kind: timestamp ? ('timestamp' as const) : ('signature' as const) }];
  });
}
