import type { PdfView } from '../pdf/document.ts';
import { pagesOf } from '../pdf/pages.ts';
import {
  isArray,
  isDict,
  isName,
  type PdfDict,
  PdfError,
  PdfRef,
  PdfStream,
  PdfString,
  type PdfValue,
} from '../pdf/values.ts';
import { samePlain } from './same-value.ts';
import { type FormField, formFields } from './signed-fields.ts';

/** How an object is used, which says what in it may change. */
type Role = 'catalog' | 'form' | 'field' | 'page' | 'annotations' | 'info' | 'content';

/** What is reported if an object of a role, or what belongs to it, changed. */
const FAULTS: Readonly<Record<Role, string>> = {
  catalog: 'catalog-changed',
  form: 'form-changed',
  field: 'field-changed',
  page: 'page-changed',
  annotations: 'annotation-changed',
  info: 'content-changed',
  content: 'content-changed',
};

/** Most objects of a file that are compared. */
const MOST = 400_000;

/** Entries of trailers that tell how the file is stored, not what it shows. */
const OF_STORAGE = new Set(
  'Size Prev ID XRefStm Type W Index Length Filter DecodeParms Info Root'.split(' '),
);
const OF_CATALOG = new Set(['AcroForm', 'DSS', 'Extensions', 'Metadata', 'Version']);
const OF_FORM = new Set(['Fields', 'SigFlags', 'NeedAppearances']);
const OF_INFO = new Set(['ModDate', 'Producer']);
/** What signing changes in a field, and what filling does. */
const BY_SIGNING = new Set(['V', 'AP', 'AS', 'F']);
const BY_FILLING = new Set(['V', 'AP']);

/**
 * Walks through everything that a revision shows, in step with the revision before it. Every object that can be
 * reached must be the same in both, but for few entries of few objects; so a changed object is found on whichever way
 * it is used, and one that is not used at all does no harm.
 */
export class RevisionComparison {
  readonly faults = new Set<string>();
  readonly signed = new Set<string>();
  readonly filled = new Map<string, PdfValue>();
  readonly #before: PdfView;
  readonly #after: PdfView;
  readonly #fillable: ReadonlySet<string>;
  readonly #fieldsBefore: ReadonlyMap<number, FormField>;
  readonly #fieldsAfter: ReadonlyMap<number, FormField>;
  readonly #pages: ReadonlySet<number>;
  readonly #waiting: { readonly ref: PdfRef; readonly role: Role }[] = [];
  readonly #seen = new Set<number>();

  constructor(before: PdfView, after: PdfView, fillable: ReadonlySet<string>) {
    this.#before = before;
    this.#after = after;
    this.#fillable = fillable;
    this.#fieldsBefore = formFields(before);
    this.#fieldsAfter = formFields(after);
    this.#pages = new Set(pagesOf(before).map(({ ref }) => ref.number));
  }

  /** How many objects were looked at: what comparing cost. */
  get looked(): number {
    return this.#seen.size + this.#pages.size + this.#fieldsBefore.size + this.#fieldsAfter.size;
  }

  run(): void {
    const [before, after] = [this.#before.trailer, this.#after.trailer];
    const root = before.get('Root');
    const rootAfter = after.get('Root');
    if (!(root instanceof PdfRef && rootAfter instanceof PdfRef) || root.number !== rootAfter.number) {
      this.faults.add('catalog-changed');
      return;
    }
    if (this.#after.sections[0]?.form === 'hybrid') this.faults.add('update-unreadable');
    for (const [key, value] of after)
      if (!OF_STORAGE.has(key)) this.#compare(before.get(key), value, 'content');
    this.#info(before.get('Info'), after.get('Info'));
    this.#seen.add(root.number);
    this.#catalog(this.#before.catalog, this.#after.catalog);
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) this.#object(next);
  }

  #object({ ref, role }: { readonly ref: PdfRef; readonly role: Role }): void {
    if (this.#seen.size > MOST) throw new PdfError('the file has too many objects');
    const [before, after] = [this.#before.get(ref), this.#after.get(ref)];
    const field = this.#fieldsBefore.get(ref.number);
    if (field && isDict(before) && isDict(after)) this.#field(field, before, after);
    else if (this.#pages.has(ref.number) && isDict(before) && isDict(after)) this.#page(before, after);
    else this.#compare(before, after, role);
  }

  /** Everything must be the same. What is referred to is compared later. */
  #compare(before: PdfValue | undefined, after: PdfValue | undefined, role: Role): void {
    if (before instanceof PdfRef && after instanceof PdfRef) {
      if (before.number !== after.number || before.generation !== after.generation) this.#fault(role);
      else if (!this.#seen.has(before.number)) {
        this.#seen.add(before.number);
        this.#waiting.push({ ref: before, role });
      }
    } else if (isArray(before) && isArray(after)) {
      if (before.length !== after.length) this.#fault(role);
      else for (const [index, item] of before.entries()) this.#compare(item, after[index], role);
    } else if (isDict(before) && isDict(after)) this.#dict(before, after, role);
    else if (before instanceof PdfStream && after instanceof PdfStream) {
      if (before.raw !== after.raw && Buffer.compare(before.raw, after.raw) !== 0) this.#fault(role);
      this.#dict(before.dict, after.dict, role);
    } else if (!samePlain(before ?? null, after ?? null)) this.#fault(role);
  }

  #dict(before: PdfDict, after: PdfDict, role: Role, but: ReadonlySet<string> = new Set()): void {
    for (const key of new Set([...before.keys(), ...after.keys()]))
      if (!but.has(key)) this.#compare(before.get(key), after.get(key), role);
  }

  #fault(role: Role): void {
    this.faults.add(FAULTS[role]);
  }

  #catalog(before: PdfDict, after: PdfDict): void {
    this.#form(before.get('AcroForm'), after.get('AcroForm'));
    const pages = before.get('Pages');
    this.#compare(pages, after.get('Pages'), 'page');
    this.#dict(before, after, 'catalog', new Set([...OF_CATALOG, 'Pages']));
    // Metadata describes; a form, a page or a script in its place would not.
    const metadata = this.#after.resolve(after.get('Metadata'));
    if (metadata === this.#before.resolve(before.get('Metadata'))) return;
    const described =
      metadata instanceof PdfStream && isName(this.#after.resolve(metadata.dict.get('Type')), 'Metadata');
    if (!described) this.#fault('catalog');
  }

  #form(before: PdfValue | undefined, after: PdfValue | undefined): void {
    const [formBefore, formAfter] = [this.#before.dict(before), this.#after.dict(after)];
    if (before instanceof PdfRef) this.#seen.add(before.number);
    if (!formAfter) {
      if (formBefore) this.#fault('form');
      return;
    }
    const none: PdfDict = new Map();
    const was = formBefore ?? none;
    // Without a form there was nothing that its default resources could change.
    const free = new Set([...OF_FORM, ...['DR', 'DA'].filter(key => !was.has(key))]);
    this.#dict(was, formAfter, 'form', free);
    const flags = (form: PdfDict, view: PdfView) => Number(view.resolve(form.get('SigFlags')) ?? 0);
    const [flagsBefore, flagsAfter] = [flags(was, this.#before), flags(formAfter, this.#after)];
    if ((flagsBefore & flagsAfter) !== flagsBefore || flagsAfter > 3) this.#fault('form');
    if (
      this.#after.resolve(formAfter.get('NeedAppearances')) === true &&
      this.#before.resolve(was.get('NeedAppearances')) !== true
    )
      this.#fault('form');
    this.#appended(was.get('Fields'), formAfter.get('Fields'), 'form');
  }

  #page(before: PdfDict, after: PdfDict): void {
    this.#dict(before, after, 'page', new Set(['Annots']));
    this.#appended(before.get('Annots'), after.get('Annots'), 'annotations');
  }

  /** A list that may only have grown, by fields that were signed. */
  #appended(before: PdfValue | undefined, after: PdfValue | undefined, role: Role): void {
    for (const list of [before, after]) if (list instanceof PdfRef) this.#seen.add(list.number);
    const [was, is] = [this.#before.resolve(before) ?? [], this.#after.resolve(after) ?? []];
    if (!isArray(was) || !isArray(is) || is.length < was.length) {
      this.#fault(role);
      return;
    }
    for (const [index, item] of was.entries()) this.#compare(item, is[index], role);
    for (const item of is.slice(was.length)) if (!this.#isNewSignature(item)) this.#fault(role);
  }

  #isNewSignature(item: PdfValue): boolean {
    const field = item instanceof PdfRef ? this.#fieldsAfter.get(item.number) : undefined;
    if (!field || this.#fieldsBefore.has(field.number) || field.type !== 'Sig') return false;
    if (!isDict(field.value) || field.dict.has('Kids') || field.dict.has('A') || field.dict.has('AA'))
      return false;
    this.signed.add(field.name);
    return true;
  }

  #field(field: FormField, before: PdfDict, after: PdfDict): void {
    const now = this.#fieldsAfter.get(field.number);
    const empty =
      field.value === null || (field.value instanceof PdfString && field.value.bytes.length === 0);
    const signs = field.type === 'Sig' && field.value === null && isDict(now?.value);
    const fills =
      field.type === 'Tx' && empty && this.#fillable.has(field.name) && now?.value instanceof PdfString;
    this.#dict(before, after, 'field', signs ? BY_SIGNING : fills ? BY_FILLING : new Set());
    if (signs) this.signed.add(field.name);
    if (fills && now && !samePlain(field.value, now.value)) this.filled.set(field.name, now.value);
  }

  #info(before: PdfValue | undefined, after: PdfValue | undefined): void {
    for (const info of [before, after]) if (info instanceof PdfRef) this.#seen.add(info.number);
    const [was, is] = [this.#before.dict(before), this.#after.dict(after)];
    if (was && is) this.#dict(was, is, 'info', OF_INFO);
  }
}
