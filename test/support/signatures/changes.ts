import { pagesOf } from '../../../functions/domain/pdf/pages.ts';
import { PdfUpdate } from '../../../functions/domain/pdf/update.ts';
import {
  dictOf,
  named,
  type PdfRef,
  PdfStream,
  PdfString,
  type PdfValue,
} from '../../../functions/domain/pdf/values.ts';

type Change = (update: PdfUpdate) => void;

const changed = (pdf: Uint8Array, change: Change): Buffer => {
  const update = new PdfUpdate(Buffer.from(pdf));
  change(update);
  return update.write().bytes;
};

const firstPage = (update: PdfUpdate): PdfRef => {
  const [page] = pagesOf(update.view);
  if (!page) throw new Error('no page');
  return page.ref;
};

const drawn = (text: string) => new PdfStream(new Map(), Buffer.from(text));

/** What might be done to a document after it was signed, each as an update behind it. */
export const changes = {
  'a page painted over': pdf =>
    changed(pdf, update =>
      update.change(firstPage(update), { Contents: update.add(drawn('0 0 595 842 re f')) }),
    ),
  'the content of a page replaced where it is': pdf =>
    changed(pdf, update => {
      const page = update.get(firstPage(update)) as ReadonlyMap<string, PdfValue>;
      update.set(page.get('Contents') as PdfRef, drawn('0 0 595 842 re f'));
    }),
  'a font of a page replaced': pdf =>
    changed(pdf, update => {
      const page = update.get(firstPage(update)) as ReadonlyMap<string, PdfValue>;
      const resources = update.view.dict(page.get('Resources'));
      const fonts = update.view.dict(resources?.get('Font'));
      const [font] = fonts?.values() ?? [];
      update.set(
        font as PdfRef,
        dictOf({ Type: named('Font'), Subtype: named('Type1'), BaseFont: named('Symbol') }),
      );
    }),
  'a page turned': pdf => changed(pdf, update => update.change(firstPage(update), { Rotate: 180 })),
  'a page added': pdf =>
    changed(pdf, update => {
      const pages = update.view.catalog.get('Pages') as PdfRef;
      const page = update.add(dictOf({ Type: named('Page'), Parent: pages, MediaBox: [0, 0, 100, 100] }));
      update.change(pages, { Kids: [firstPage(update), page], Count: 2 });
    }),
  'a note put on a page': pdf =>
    changed(pdf, update => {
      const note = dictOf({ Type: named('Annot'), Subtype: named('FreeText'), Rect: [0, 0, 500, 500] });
      const annotations = update.view.resolve(
        (update.get(firstPage(update)) as ReadonlyMap<string, PdfValue>).get('Annots'),
      ) as readonly PdfValue[];
      update.change(firstPage(update), { Annots: [...annotations, update.add(note)] });
    }),
  'a script when the file is opened': pdf =>
    changed(pdf, update =>
      update.change(update.root, {
        OpenAction: dictOf({ S: named('JavaScript'), JS: new PdfString(Buffer.from('app.alert(1)')) }),
      }),
    ),
  'another catalog': pdf =>
    changed(pdf, update => update.change(update.root, { PageLayout: named('TwoColumnLeft') })),
  'the pages of another document': pdf =>
    changed(pdf, update => {
      const page = update.add(dictOf({ Type: named('Page'), MediaBox: [0, 0, 100, 100] }));
      update.change(update.root, {
        Pages: update.add(dictOf({ Type: named('Pages'), Kids: [page], Count: 1 })),
      });
    }),
  'metadata that are a script': pdf =>
    changed(pdf, update => update.change(update.root, { Metadata: update.add(drawn('app.alert(1)')) })),
} satisfies Record<string, (pdf: Uint8Array) => Buffer>;
