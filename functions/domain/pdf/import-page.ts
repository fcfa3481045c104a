import { PdfFile, type PdfView } from './document.ts';
import { pagesOf } from './pages.ts';
import type { PdfUpdate } from './update.ts';
import { dictOf, isArray, isDict, named, PdfError, PdfRef, PdfStream, type PdfValue } from './values.ts';

/** Copies the first page of another file into an update, as a form that can be shown anywhere. */
export function importPage(update: PdfUpdate, file: Uint8Array): PdfRef {
  const view = new PdfFile(Buffer.from(file)).revision(0);
  const [page] = pagesOf(view);
  const content = view.resolve(page?.dict.get('Contents'));
  if (!page || !(content instanceof PdfStream)) throw new PdfError('what is to be shown has no page');
  const copy = copierOf(view, update);
  const dict = new Map([
    ...dictOf({
      Type: named('XObject'),
      Subtype: named('Form'),
      BBox: copy(view.resolve(page.dict.get('MediaBox'))),
      Resources: copy(view.resolve(page.dict.get('Resources'))),
    }),
    ...[...content.dict].map(([key, value]) => [key, copy(value)] as const),
  ]);
  return update.add(new PdfStream(dict, content.raw));
}

/** Copies values with all that they refer to, each object once. */
function copierOf(view: PdfView, update: PdfUpdate): (value: PdfValue) => PdfValue {
  const copied = new Map<number, PdfRef>();
  function copy(value: PdfValue): PdfValue {
    if (value instanceof PdfRef) {
      const known = copied.get(value.number);
      if (known) return known;
      const ref = update.add(null);
      copied.set(value.number, ref);
      update.set(ref, copy(view.get(value)));
      return ref;
    }
    if (isArray(value)) return value.map(copy);
    if (isDict(value)) return new Map([...value].map(([key, item]) => [key, copy(item)]));
    if (value instanceof PdfStream)
      return new PdfStream(new Map([...value.dict].map(([key, item]) => [key, copy(item)])), value.raw);
    return value;
  }
  return copy;
}
